import type { Text } from '../../config/language';

/** What a command does in several steps: the name of each, and how it is started. */
export type Steps = readonly (readonly [name: string, command: string])[];

/**
 * Runs all steps, one after the other, also after one that fails, and says how each ended and at the end which failed. Returns whether none did.
 * @param run starts a step and returns its exit status, or null where a signal ended it.
 */
export function everyStep(
  steps: Steps,
  run: (command: string) => number | null,
  say: (text: Text) => void,
): boolean {
  const failed = steps.filter((step) => !passes(step, run, say)).map(([name]) => name);
  say(
    failed.length === 0
      ? { en: '\nEvery check passed.', zh: '\n全部检查通过。' }
      : { en: `\nFAILED: ${failed.join(', ')}.`, zh: `\n未通过：${failed.join('、')}。` },
  );
  return failed.length === 0;
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
