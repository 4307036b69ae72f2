/** `npm run check`. */
import { spawnSync } from 'node:child_process';
import { commandLine } from '../cli/command-line';
import { everyStep, type Steps } from '../cli/steps';

const { language } = commandLine({
  command: 'npm run check',
  says: {
    en: 'Tries everything that CI demands, one step after the other, and names at the end all that failed.',
    zh: '依次执行 CI 要求的全部检查，最后列出所有未通过的步骤。',
  },
  statuses: {
    0: { en: 'every check passed', zh: '全部通过' },
    1: { en: 'the steps that are named at the end have failed', zh: '最后列出的步骤未通过' },
  },
});

// What is quick comes first, and what sends one back before what depends on it.
const steps: Steps = [
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
  ['suite', 'node -r tsx/cjs runner/commands/test.ts'],
  ['rotation', 'node -r tsx/cjs runner/commands/plan.ts --check'],
  ['coverage', 'node -r tsx/cjs runner/commands/coverage.ts'],
  ['scoreboard', 'node -r tsx/cjs lab/commands/scoreboard.ts --check'],
  ['self-tests', 'jest --config jest.selftests.config.ts'],
];

const passed = everyStep(
  steps,
  (command) => spawnSync(command, { shell: true, stdio: 'inherit' }).status,
  (text) => {
    process.stdout.write(`${text[language]}\n`);
  },
);
process.exitCode = passed ? 0 : 1;
