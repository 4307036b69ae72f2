import type { Cause } from './causes';
import type { Case } from './records/cases';
import { keyOf } from '../runner/planning/costs';
import { wholeRun } from './records/results';
import type { FailureClass } from './failure';
import type { TopicNights } from './nights';

/** A case that fails, and since when. */
export interface OpenFailure {
  readonly title: string;
  readonly file: string;
  readonly class: FailureClass;
  /** The id of its cause; absent in what was written before there were any. */
  readonly cause?: string;
  /** When it failed first, and when it was last seen to fail: ISO 8601, UTC. */
  readonly since: string;
  readonly seen: string;
}

/** What a run brings that the one before it on the same tenant did not. */
export interface News {
  /** When the run before it began (ISO 8601, UTC); absent when there was none. */
  readonly before?: string;
  readonly new: readonly OpenFailure[];
  readonly still: readonly OpenFailure[];
  /** They failed when they last ran, and this run did not take them. */
  readonly notRun: readonly OpenFailure[];
  /** They passed this time, or are no longer there. */
  readonly fixed: readonly OpenFailure[];
}

/** What the run before left open. */
export interface Before {
  readonly startedAt: string;
  readonly open: readonly OpenFailure[];
  /** The runs of the last weeks on the same tenant, the oldest first. */
  readonly past?: readonly PastRun[];
}

/** What a run before left: what is open, and how each topic went; what was written before topics were kept has none. */
export interface PastRun extends Pick<Before, 'startedAt' | 'open'> {
  readonly verdict?: string;
  readonly topics?: TopicNights;
}

// What no run has taken for so long, although each case that is written by hand comes up more often, is no longer there.
const forgottenAfterMs = 30 * 86_400_000;

/** Compares a run, which began at `startedAt` (ISO 8601), with what the run before it left open. */
export function newsOf(
  cases: readonly Case[],
  startedAt: string,
  { startedAt: before, open }: Partial<Before> = {},
  causes: readonly Cause[] = [],
): News {
  const earlier = new Map((open ?? []).map((failure) => [keyOf(failure), failure]));
  const causeOf = new Map(causes.flatMap(({ id, cases: of }) => of.map((each) => [keyOf(each), id])));
  // The same case with another cause is another failure.
  const known = (failure: Pick<OpenFailure, 'title' | 'file' | 'cause'>): OpenFailure | undefined => {
    const before = earlier.get(keyOf(failure));
    return before?.cause === undefined || before.cause === failure.cause ? before : undefined;
  };
  const failing = cases
    .filter(({ status }) => status === 'failed')
    .map(({ title, file, failureClass = 'product' as const }) => {
      const cause = causeOf.get(keyOf({ title, file }));
      const failure = { title, file, class: failureClass, ...(cause === undefined ? {} : { cause }) };
      return { ...failure, since: known(failure)?.since ?? startedAt, seen: startedAt };
    });
  const failingNow = new Set(failing.map(keyOf));
  const others = [...earlier.values()].filter((failure) => !failingNow.has(keyOf(failure)));
  const isFixed = fixedBy(cases);
  return {
    ...(before === undefined ? {} : { before }),
    new: failing.filter((failure) => known(failure) === undefined),
    still: failing.filter((failure) => known(failure) !== undefined),
    notRun: others.filter(
      (failure) => !isFixed(failure) && Date.parse(startedAt) - Date.parse(failure.seen) <= forgottenAfterMs,
    ),
    fixed: others.filter(isFixed),
  };
}

/** What stays open after a run. */
export function openAfter({ new: added, still, notRun }: News): OpenFailure[] {
  return [...added, ...still, ...notRun];
}

// A case that its file no longer has was renamed or removed, or stood for the file while it did not load; where the file did not get to its end,
// nobody knows. What stood for a run as a whole is over as soon as one runs.
function fixedBy(cases: readonly Case[]): (failure: OpenFailure) => boolean {
  const statuses = new Map(cases.map((each) => [keyOf(each), each.status]));
  const cut = new Set(cases.filter(({ added }) => added === true).map(({ file }) => file));
  const files = new Set(cases.map(({ file }) => file).filter((file) => !cut.has(file)));
  if (!cut.has(wholeRun) && cases.length > 0) files.add(wholeRun);
  return (failure) => {
    const status = statuses.get(keyOf(failure));
    return status === undefined ? files.has(failure.file) : status === 'passed';
  };
}
