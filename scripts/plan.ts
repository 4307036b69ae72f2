/**
 * `npm run plan`: prints the calls that a run would make, per endpoint, and sends nothing.
 * `-- --profile nightly --night 2026-11-22` shows that night's slice, `-- --measure` takes the costs from the reports of the last full run, `-- --check` says
 * whether they still name the cases of that run.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPlanning, readReportsDir } from '../config/config';
import { environment } from '../config/environment';
import { measured, keyOf, plannedCases, type CaseLine, type Costs } from '../planning/costs';
import { costsFile, forecast, readCosts } from '../planning/forecast';

function lastRun(): Costs {
  const raw = join(readReportsDir(environment()), 'raw');
  const lines = readdirSync(raw)
    .filter((name) => name.startsWith('cases-'))
    .flatMap((name) => readFileSync(join(raw, name), 'utf8').trim().split('\n'));
  return measured(lines.map((line) => JSON.parse(line) as CaseLine));
}

function check(): void {
  const known = new Set(plannedCases(readCosts(), 1).map(keyOf));
  const ran = new Set(plannedCases(lastRun(), 1).map(keyOf));
  const changed = [...ran, ...known].filter((key) => known.has(key) !== ran.has(key));
  if (changed.length === 0) return;
  process.stderr.write(
    `planning/costs.json does not know the cases of the last run (${changed.length} differ, such as "${changed[0] ?? ''}").\n` +
      'After a full `npm test`, run `npm run plan -- --measure` and commit the result.\n',
  );
  process.exitCode = 1;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      profile: { type: 'string' },
      night: { type: 'string' },
      measure: { type: 'boolean' },
      check: { type: 'boolean' },
    },
  });
  if (values.check) {
    check();
    return;
  }
  if (values.measure) writeFileSync(costsFile, `${JSON.stringify(lastRun(), null, 1)}\n`);
  const asked = { SUITE_PROFILE: values.profile, SUITE_NIGHT: values.night };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const plan = readPlanning({ ...environment(), ...given });
  process.stdout.write(`${forecast(plan, plannedCases(readCosts(), plan.stories.count)).text}\n`);
}

main();
