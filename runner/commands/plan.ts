/**
 * `npm run plan`: prints the calls that a run would make, per endpoint, and sends nothing.
 * `-- --night 2026-11-22` shows that night's slice, `-- --week` seven nights (from `--night` on) and what has its turn in them,
 * `-- --measure` takes the costs from the reports of the last full run (`SUITE_CONCURRENCY=1 npm test -- --maxWorkers 1` is the steadiest),
 * `-- --check` fails where they do not name the cases of that run any more, a night is over budget, a case is in none, or one that was
 * written by hand is not in a week of them.
 */
import { nightlyBudget } from '../planning/choose';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPlanning, readReportsDir, type Planning } from '../../config/config';
import { environment } from '../../config/environment';
import { absentIn } from '../../config/optional';
import { keyOf, plannedCases, type Costs, type PlannedCase } from '../planning/costs';
import { costsFile, forecast, readCosts } from '../planning/forecast';
import { measured, type RecordedLine } from '../planning/measure';
import { planWeek } from '../planning/rotation-text';

function lastRun(): Costs {
  const raw = join(readReportsDir(environment()), 'raw');
  const lines = readdirSync(raw)
    .filter((name) => name.startsWith('cases-'))
    .flatMap((name) => readFileSync(join(raw, name), 'utf8').trim().split('\n'));
  return measured(lines.map((line) => JSON.parse(line) as RecordedLine));
}

function check(nights: number): string[] {
  const known = plannedCases(readCosts(), 1);
  const ran = new Set(plannedCases(lastRun(), 1).map(keyOf));
  const keys = new Set(known.map(keyOf));
  const changed = [...ran, ...keys].filter((key) => keys.has(key) !== ran.has(key));
  const stale = changed.map(
    (key) => `runner/planning/costs.json does not know the cases of the last full run, such as "${key}"`,
  );
  const remedy =
    stale.length > 0 ? ['after a full `npm test`, run `npm run plan -- --measure` and commit it'] : [];
  const slow =
    nights > 7
      ? [`it takes ${nights} nights until every case has run: see "keep a case cheap" in CONTRIBUTING.md`]
      : [];
  return [...stale.slice(0, 1), ...remedy, ...slow];
}

const options = {
  profile: { type: 'string' },
  night: { type: 'string' },
  week: { type: 'boolean' },
  measure: { type: 'boolean' },
  check: { type: 'boolean' },
} as const;

// Who names a night asks for that one.
const profileOf = (night: string | undefined): string | undefined =>
  night === undefined ? undefined : 'nightly';

function main(): void {
  const { values } = parseArgs({ options });
  if (values.measure) writeFileSync(costsFile, `${JSON.stringify(lastRun(), null, 1)}\n`);
  const isWeek = values.week === true || values.check === true;
  const asked = {
    SUITE_PROFILE: isWeek ? 'nightly' : (values.profile ?? profileOf(values.night)),
    SUITE_NIGHT: values.night,
  };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const plan = readPlanning({ ...environment(), ...given });
  if (isWeek) showWeek(plan, values.check === true);
  else say(forecast(plan, cases(plan)).text);
}

const cases = ({ stories }: Planning): PlannedCase[] =>
  plannedCases(readCosts(), stories.count, absentIn(environment()));

function showWeek(plan: Planning, isCheck: boolean): void {
  const {
    text,
    problems: found,
    nights,
  } = planWeek(cases(plan), nightlyBudget(cases(plan), plan.budget), plan.night);
  say(text);
  const problems = [...found, ...(isCheck ? check(nights) : [])];
  for (const problem of problems.slice(0, 10)) say(`problem: ${problem}`);
  if (problems.length > 10) say(`and ${problems.length - 10} more problems`);
  if (problems.length > 0) process.exitCode = 1;
}

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

main();
