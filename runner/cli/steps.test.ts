import type { Text } from '../../config/language';
import { everyStep } from './steps';

/** Runs these steps with these exit statuses, and returns what was run, what was said, and whether all passed. */
function played(statuses: Readonly<Record<string, number | null>>) {
  const ran: string[] = [];
  const said: Text[] = [];
  const run = (command: string): number | null => {
    ran.push(command);
    return statuses[command] ?? null;
  };
  const steps = Object.keys(statuses).map((command) => [`${command} step`, command] as const);
  const passed = everyStep(steps, run, (text) => said.push(text));
  const textIn = (language: keyof Text): string =>
    said.map((text) => text[language].replace(/\d+\.\d/, '0.0')).join('\n');
  return { ran, passed, en: textIn('en'), zh: textIn('zh') };
}

describe('Steps', () => {
  it('are all run, and those that failed are named when they end, and together at the end', () => {
    const { ran, passed, en } = played({ lint: 1, docs: 0, suite: null });

    expect(ran).toEqual(['lint', 'docs', 'suite']);
    expect(passed).toBe(false);
    expect(en.split('\n').filter((line) => /^(--|F|  )/.test(line))).toEqual([
      '-- lint step: FAILED in 0.0 s, `lint` ended with 1',
      '-- docs step: ok in 0.0 s',
      '-- suite step: FAILED in 0.0 s, `suite` ended with a signal',
      'FAILED: lint step, suite step. Each of them again, by itself:',
      '  npx lint',
      '  npx suite',
    ]);
  });

  it('say when every one passed', () => {
    const { passed, en, zh } = played({ lint: 0, docs: 0 });

    expect(passed).toBe(true);
    expect(en).toMatch(/\n\nEvery check passed\.$/);
    expect(zh).toMatch(/\n\n全部检查通过。$/);
  });

  it('name in Chinese what failed', () => {
    expect(played({ lint: 1, suite: 2 }).zh).toMatch(
      /`lint` 的退出码是 1\n[^]*\n未通过：lint step、suite step。单独重跑：\n {2}npx lint\n {2}npx suite$/,
    );
  });
});
