import type { Text } from '../../config/language';

/** What a command does in several steps: the name of each, and how it is started. */
export type Steps = readonly (readonly [name: string, command: string])[];

/**
 * Runs all steps, one after the other, also after one that fails, and says how each ended, and at the end which failed and how to repeat it. Returns whether none did.
 * @param run starts a step and returns its exit status, or null where a signal ended it.
 */
export function everyStep(
  steps: Steps,
  run: (command: string) => number | null,
  say: (text: Text) => void,
): boolean {
  const failed = steps.filter((step) => !passes(step, run, say));
  say(failed.length === 0 ? { en: '\nEvery check passed.', zh: '\n全部检查通过。' } : failedText(failed));
  return failed.length === 0;
}

// What runs here by its name alone needs npx in a terminal.
function failedText(failed: Steps): Text {
  const names = failed.map(([name]) => name);
  const again = failed
    .map(([, command]) => `\n  ${command.startsWith('node ') ? '' : 'npx '}${command}`)
    .join('');
  return {
    en: `\nFAILED: ${names.join(', ')}. Each of them again, by itself:${again}`,
    zh: `\n未通过：${names.join('、')}。单独重跑：${again}`,
  };
}

function passes(
  [name, command]: Steps[number],
  run: (command: string) => number | null,
  say: (text: Text) => void,
): boolean {
  const startedAt = Date.now();
  say({ en: `\n== ${name}: ${command}`, zh: `\n== ${name}：${command}` });
  const status = run(command);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (status === 0) say({ en: `-- ${name}: ok in ${seconds} s`, zh: `-- ${name}：通过，用时 ${seconds} 秒` });
  else
    say({
      en: `-- ${name}: FAILED in ${seconds} s, \`${command}\` ended with ${status ?? 'a signal'}`,
      zh: `-- ${name}：未通过，用时 ${seconds} 秒，\`${command}\` 的退出码是 ${status ?? '（被信号终止）'}`,
    });
  return status === 0;
}
