import type { Profile } from '../../config/config';
import { reserveOf } from '../broker/meter';
import { callsToAsk } from '../doctor/probe';
import { costOf, countedIn, endpointsOf, keyOf, spareOf, type PlannedCase } from './costs';
import { storiesFile } from './story-cost';
import { casesOn, nightsOf, traitWeeksOf, weeksOf } from './rotation';

/** Which cases each night takes, as long as the suite and the budget stay as they are. */
export interface Schedule {
  /** Nights until every case that was written by hand has run. */
  readonly nights: number;
  /** Nights until also everything has occurred that the rows of derived groups vary. */
  readonly traitNights: number;
  /** Nights until also every row of every derived group has run. */
  readonly rowNights: number;
  /** The cases of a night, named by its date. */
  readonly on: (night: string) => readonly PlannedCase[];
}

/** What a run is going to do: its cases, and in how many nights all of them have their turn; 1 where it takes them all. */
export interface Choice extends Omit<Schedule, 'on'> {
  readonly cases: readonly PlannedCase[];
}

const smokeFile = 'specs/flows/smoke.spec.ts';
// Stories are among the cases only where they are asked for.
const isAlways = ({ file }: PlannedCase): boolean => file === smokeFile || file === storiesFile;
const day = 86_400_000;

/**
 * Schedules the cases of a suite: every night the lean chains, everything that the quota does not count, and its slice of the others.
 * @param budget counted calls that a night may make, without what is kept back for removing what is left.
 */
export function scheduleOf(all: readonly PlannedCase[], budget: number): Schedule {
  const always = alwaysOf(all);
  const others = all.filter((each) => !isAlways(each));
  const free = others.filter((each) => countedIn(costOf([each])) === 0);
  const dear = others.filter((each) => !free.includes(each));
  const nights = nightsOf(dear, budget - askingFirst(all) - countedIn(costOf(always)));
  const on = (night: string): PlannedCase[] => {
    const number = Math.floor(Date.parse(`${night}T00:00:00Z`) / day);
    const slice = casesOn(nights[number % nights.length] ?? [], Math.floor(number / nights.length));
    return [...always, ...free, ...slice];
  };
  const turns = {
    nights: nights.length,
    traitNights: nights.length * traitWeeksOf(nights),
    rowNights: nights.length * weeksOf(nights),
  };
  return { ...turns, on };
}

/** Counted calls that it takes to ask first what a tenant grants of the endpoints of these cases. */
export function askingFirst(cases: readonly PlannedCase[]): number {
  return callsToAsk(new Set(endpointsOf(costOf(cases))));
}

/**
 * Chooses the cases of a run. `smoke` takes the lean chains, `nightly` those of its night, `full` everything.
 * @param night a date such as `2026-11-22`; the same date gives the same slice.
 */
export function choose(all: readonly PlannedCase[], profile: Profile, budget: number, night: string): Choice {
  if (profile === 'nightly') {
    const { on, ...turns } = scheduleOf(all, nightlyBudget(all, budget));
    return { cases: on(night), ...turns };
  }
  return { cases: profile === 'full' ? all : alwaysOf(all), nights: 1, traitNights: 1, rowNights: 1 };
}

/** The counted calls that the cases of a night may plan: less what is kept back for cleaning up, or for what a tenant may spoil in one file. */
export function nightlyBudget(all: readonly PlannedCase[], budget: number): number {
  const spares = [...new Set(all.map(({ file }) => file))].map((file) =>
    countedIn(spareOf(all.filter((each) => each.file === file))),
  );
  return budget - Math.max(reserveOf(budget), ...spares);
}

const alwaysOf = (all: readonly PlannedCase[]): PlannedCase[] => all.filter(isAlways);

/** The dates of so many nights from `first` on. */
export function nightsFrom(first: string, count: number): string[] {
  const start = Date.parse(`${first}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(start + index * day).toISOString().slice(0, 10),
  );
}

/** What so many nights from `first` on leave out: cases, and of derived groups traits, or every row where `rows` is set. */
export function leftOutOf(
  all: readonly PlannedCase[],
  { on }: Schedule,
  { first, count, rows = false }: { first: string; count: number; rows?: boolean },
): string[] {
  const names = ({ file, title, group, traits }: PlannedCase): string[] =>
    group === undefined || rows
      ? [keyOf({ file, title })]
      : traits.map((trait) => `${file} (${group}): ${trait}`);
  const seen = new Set(nightsFrom(first, count).flatMap((night) => on(night).flatMap(names)));
  return [...new Set(all.flatMap(names))].filter((name) => !seen.has(name));
}
