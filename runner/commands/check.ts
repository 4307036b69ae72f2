/** `npm run check`: everything that CI demands, one step after the other; the first that fails ends it and says which. */
import { spawnSync } from 'node:child_process';

const steps: readonly (readonly [what: string, command: string])[] = [
  ['types', 'tsc --noEmit'],
  ['lint', 'eslint . --max-warnings 0'],
  ['imports', 'depcruise --config .dependency-cruiser.mjs .'],
  ['format', 'prettier --check --log-level warn .'],
  ['unused code', 'knip'],
  ['schema guard', 'tsx runner/commands/schemas.ts --check'],
  ['generated docs', 'tsx runner/commands/contradictions.ts --check'],
  ['scoreboard', 'tsx lab/commands/scoreboard.ts --check'],
  ['self-tests', 'jest --config jest.selftests.config.ts'],
  ['the suite', 'tsx runner/commands/test.ts'],
  ['the week', 'tsx runner/commands/plan.ts --check'],
  ['coverage', 'tsx runner/commands/coverage.ts'],
];

for (const [what, command] of steps) {
  const startedAt = Date.now();
  process.stdout.write(`\n== ${what}: ${command}\n`);
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  if (status !== 0) {
    process.stdout.write(`\nFAILED at ${what}: \`${command}\` ended with ${status ?? 'a signal'}.\n`);
    process.exit(1);
  }
  process.stdout.write(`-- ${what}: ok in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}
process.stdout.write('\nEvery check passed.\n');
