/** `npm run check`. */
import { spawnSync } from 'node:child_process';
import { commandLine } from '../cli/command-line';

const { language } = commandLine({
  command: 'npm run check',
  says: {
    en: 'Tries everything that CI demands, one step after the other. The first that fails ends it.',
    zh: '依次执行 CI 要求的全部检查；某一步失败即停止。',
  },
  statuses: {
    0: { en: 'every check passed', zh: '全部通过' },
    1: { en: 'the step that is named last has failed', zh: '最后列出的那一步失败' },
  },
});

const steps: readonly (readonly [what: string, command: string])[] = [
  ['types', 'tsc --noEmit'],
  [
    'lint',
    'eslint . --max-warnings 0 --cache --cache-strategy content --cache-location node_modules/.cache/eslint',
  ],
  ['imports', 'depcruise --config .dependency-cruiser.mjs .'],
  ['format', 'prettier --check --log-level warn --cache .'],
  ['unused code', 'knip'],
  ['schema guard', 'node -r tsx/cjs runner/commands/schemas.ts --check'],
  ['generated docs', 'node -r tsx/cjs runner/commands/docs.ts --check'],
  ['scoreboard', 'node -r tsx/cjs lab/commands/scoreboard.ts --check'],
  ['self-tests', 'jest --config jest.selftests.config.ts'],
  ['suite', 'node -r tsx/cjs runner/commands/test.ts'],
  ['rotation', 'node -r tsx/cjs runner/commands/plan.ts --check'],
  ['coverage', 'node -r tsx/cjs runner/commands/coverage.ts'],
];

for (const [what, command] of steps) {
  const startedAt = Date.now();
  process.stdout.write(`\n== ${what}: ${command}\n`);
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  if (status !== 0) {
    const says = {
      en: `FAILED at ${what}: \`${command}\` ended with ${status ?? 'a signal'}.`,
      zh: `${what} 这一步失败：\`${command}\` 的退出码是 ${status ?? '（被信号终止）'}。`,
    };
    process.stdout.write(`\n${says[language]}\n`);
    process.exit(1);
  }
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const says = { en: `-- ${what}: ok in ${seconds} s`, zh: `-- ${what}：通过，用时 ${seconds} 秒` };
  process.stdout.write(`${says[language]}\n`);
}
process.stdout.write(`\n${{ en: 'Every check passed.', zh: '全部检查通过。' }[language]}\n`);
