import { causesOf, type Cause } from './causes';
import type { Before, OpenFailure, PastRun } from './news';
import type { Case } from './records/cases';
import { keyOf } from '../runner/planning/costs';
import { day } from './words';

/** What is known of a cause from the runs before. */
interface CauseHistory {
  /** When it was first seen, as long as it has not gone since: ISO 8601, UTC. */
  readonly since: string;
  readonly isNew: boolean;
  /** Nights in a row that saw it, this one included; what a run did not take ends no row, and the runs of one day are one night. */
  readonly nights: number;
  /** Set where it came, went and came again: in how many of the runs that could have seen it. */
  readonly flaky?: { readonly failed: number; readonly of: number };
}

/** A cause with its history. */
export type KnownCause = Cause & CauseHistory;

/**
 * Adds to the causes of a run, which began at `startedAt`, what the runs before it on the same tenant saw; what is new comes first, and what is
 * a known issue last.
 */
export function withHistory(
  causes: readonly Cause[],
  startedAt: string,
  { open = [], past = [] }: Partial<Before> = {},
): KnownCause[] {
  const all = causes.map((cause) => {
    const known = open.filter((failure) => failure.cause === cause.id);
    const states = past.map((run) => stateIn(run, cause.id));
    return {
      ...cause,
      since: known.map(({ since }) => since).sort()[0] ?? startedAt,
      isNew: known.length === 0,
      nights: new Set([startedAt, ...rowAtTheEnd(past, states)].map(day)).size,
      ...flakyIn(states),
    };
  });
  return all.sort((a, b) => rank(a) - rank(b));
}

/** The cases of a run; one that fails from a cause that comes and goes is flaky. */
export function withFlakiness(
  cases: readonly Case[],
  startedAt: string,
  before: Partial<Before> | undefined,
): Case[] {
  const flaky = withHistory(causesOf(cases), startedAt, before).filter((cause) => cause.flaky !== undefined);
  const places = new Set(flaky.flatMap((cause) => cause.cases.map(keyOf)));
  return cases.map((each) => (places.has(keyOf(each)) ? { ...each, flaky: true } : each));
}

const rank = ({ isNew, knownIssue }: KnownCause): number => (knownIssue ? 2 : isNew ? 0 : 1);

/** How a cause stood in a run: `waiting` where the run did not take what it would show in. */
export type State = 'failed' | 'waiting' | 'gone';

/** How a cause stood in a run before. A failure that is still open and was not seen that night stood in what the run did not take. */
export function stateIn(
  { startedAt, open }: { startedAt: string; open: readonly OpenFailure[] },
  id: string,
): State {
  const own = open.filter(({ cause }) => cause === id);
  if (own.some(({ seen }) => seen === startedAt)) return 'failed';
  return own.length > 0 ? 'waiting' : 'gone';
}

// When the runs began that saw it since it was gone.
function rowAtTheEnd(past: readonly PastRun[], states: readonly State[]): string[] {
  const end = states.lastIndexOf('gone');
  return past.filter((_, at) => at > end && states[at] === 'failed').map(({ startedAt }) => startedAt);
}

// It was fixed at least twice and came again, counting from the first time that it was seen.
function flakyIn(states: readonly State[]): Pick<CauseHistory, 'flaky'> {
  const known = states.slice(Math.max(0, states.indexOf('failed'))).filter((state) => state !== 'waiting');
  const returns = [...known, 'failed'].filter(
    (state, at, all) => state === 'failed' && all[at - 1] === 'gone',
  );
  if (known[0] !== 'failed' || returns.length < 2) return {};
  const failed = known.filter((state) => state === 'failed').length + 1;
  return { flaky: { failed, of: known.length + 1 } };
}
