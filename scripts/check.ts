/** `npm run check`: everything that CI demands, one step after the other; the first that fails ends it and says which. */
import { spawnSync } from 'node:child_process';

const steps: readonly (readonly [what: string, command: string])[] = [
  ['types', 'tsc --noEmit'],
  ['lint', 'eslint . --max-warnings 0'],
  ['format', 'prettier --check --log-level warn .'],
  ['unused code', 'knip'],
  ['schema guard', 'tsx scripts/schemas.ts --check'],
  ['generated docs', 'tsx scripts/contradictions.ts --check'],
  ['scoreboard', 'tsx scripts/scoreboard.ts --check'],
  ['self-tests', 'jest --config jest.selftests.config.ts'],
  ['the suite', 'tsx scripts/test.ts'],
  ['the week', 'tsx scripts/plan.ts --check'],
  ['coverage', 'tsx scripts/coverage.ts'],
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
