import { groupedBy } from '../../reporting/grouped';

/** One run of the suite in a soak: how it was run, and what failed in it. On an honest tenant each failure is a false alarm. */
export interface SoakRun {
  readonly state: string;
  readonly workers: number;
  /** The seed of the random order, as `jest --randomize --seed` takes it. */
  readonly seed: number;
  readonly cases: number;
  readonly skipped: number;
  readonly durationMs: number;
  readonly alarms: readonly Alarm[];
}

/** A case that failed although the tenant kept every promise; `message` holds its first lines. */
interface Alarm {
  readonly title: string;
  readonly message: string;
}

/** `lab/results/soak.json`: what a soak came to. */
export interface Soak {
  /** ISO 8601 day. */
  readonly date: string;
  /** Identifies the code that was soaked; see `soakedCode`. */
  readonly code: string;
  readonly runs: number;
  readonly cleanRuns: number;
  readonly cases: number;
  readonly skipped: number;
  readonly minutes: number;
  readonly byWorkers: Readonly<Record<string, Tally>>;
  readonly byState: Readonly<Record<string, Tally>>;
  readonly alarms: readonly (Alarm & Pick<SoakRun, 'state' | 'workers' | 'seed'>)[];
}

interface Tally {
  readonly runs: number;
  readonly clean: number;
}

/** How the run number `index` (from 0) of a soak is done: every state meets every number of workers in turn. */
export function planOf<State>(
  index: number,
  states: readonly State[],
  workers: readonly number[],
): { readonly state: State; readonly workers: number } {
  const state = states[index % states.length];
  const count = workers[(index + Math.floor(index / states.length)) % workers.length];
  if (state === undefined || count === undefined)
    throw new Error('A soak needs a state and a number of workers.');
  return { state, workers: count };
}

/** Sums the runs of one soak up. */
export function summed(runs: readonly SoakRun[], date: string, code: string): Soak {
  const total = (count: (run: SoakRun) => number): number => runs.reduce((sum, run) => sum + count(run), 0);
  return {
    date,
    code,
    runs: runs.length,
    cleanRuns: runs.filter(isClean).length,
    cases: total(({ cases }) => cases),
    skipped: total(({ skipped }) => skipped),
    minutes: Math.round(total(({ durationMs }) => durationMs) / 60_000),
    byWorkers: tallied(runs, ({ workers }) => String(workers)),
    byState: tallied(runs, ({ state }) => state),
    alarms: runs.flatMap(({ state, workers, seed, alarms }) =>
      alarms.map((alarm) => ({ ...alarm, state, workers, seed })),
    ),
  };
}

const isClean = ({ alarms }: SoakRun): boolean => alarms.length === 0;

function tallied(runs: readonly SoakRun[], keyOf: (run: SoakRun) => string): Record<string, Tally> {
  return Object.fromEntries(
    [...groupedBy(runs, keyOf)]
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .map(([key, group]) => [key, { runs: group.length, clean: group.filter(isClean).length }]),
  );
}
