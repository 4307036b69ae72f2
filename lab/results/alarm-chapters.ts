import type { ChoicesResult, VariantResults } from './variants';
import { details, list, table } from './markdown';
import type { Soak } from './soak';

/** What the series of runs on honest tenants came to. */
export function soakChapter({
  date,
  runs,
  cleanRuns,
  cases,
  skipped,
  minutes,
  byWorkers,
  byState,
  alarms,
}: Soak): string {
  const rows = (tallies: Soak['byState']): string[][] =>
    Object.entries(tallies).map(([key, tally]) => [key, String(tally.runs), String(tally.clean)]);
  return [
    '## False alarms: `npm run soak`',
    `${date}: ${runs} runs in random order, ${cleanRuns} of them clean; ${cases} cases, of which ${skipped} were skipped with a reason; ${minutes} min in all.`,
    table(['Workers', 'Runs', 'Clean'], rows(byWorkers)),
    details('By the state of the tenant', table(['State', 'Runs', 'Clean'], rows(byState))),
    ...list(
      'False alarms',
      alarms.map(({ title, state, seed }) => `${title} (${state}, seed ${seed})`),
    ),
  ].join('\n\n');
}

/** What the runs on difficult tenants came to. */
export function variantsChapter(variants: VariantResults): string {
  const rows = Object.entries(variants).map(([state, { date, profile, runs, clean, ...seen }]) => [
    state,
    `${clean} of ${runs}`,
    `${seen.cases} (${seen.skipped})`,
    ...[seen.calls, seen.highestRate, seen.leftovers, seen.disturbances, seen.strangers].map(String),
    `${date}, ${profile}`,
  ]);
  const figures = ['Calls', 'Most in a second', 'Left behind', 'Disturbances', 'Strangers'];
  return [
    '## States of a difficult tenant: `npm run variants -- --times 3 --record`',
    'Each run in random order, as on a live tenant: over the network, paced, asked first what is granted. What one API got in a second may be 20 at most.',
    table(['State', 'Clean', 'Cases (skipped)', ...figures, 'Measured'], rows),
  ].join('\n\n');
}

/** What the runs on tenants came to that answer otherwise what the sources leave open. */
export function choicesChapter(result: ChoicesResult): string {
  const { date, profile, choices, answers, pairs, rows, runs, clean, cases, failed, skipped, findings } =
    result;
  return [
    '## Tenants of other hands: `npm run variants -- --choices --times 3 --record`',
    `${date}, ${profile}: ${choices} questions that the sources leave open, with ${answers} legal answers. All ${pairs} pairs of answers to different questions are met by ${rows} tenants.`,
    table(
      ['Runs', 'Clean', 'Cases (skipped)', 'Failed', 'Findings'],
      [[String(runs), String(clean), `${cases} (${skipped})`, String(failed), String(findings)]],
    ),
  ].join('\n\n');
}
