import type { Case } from './records/cases';
import type { FailureClass } from './failure';

/** A case that fails, and since when. */
export interface OpenFailure {
  readonly title: string;
  readonly file: string;
  readonly class: FailureClass;
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
}

// What no run has taken for so long, although each case that is written by hand comes up more often, is no longer there.
const forgottenAfterMs = 30 * 86_400_000;

/** Compares a run, which began at `startedAt` (ISO 8601), with what the run before it left open. */
export function newsOf(
  cases: readonly Case[],
  startedAt: string,
  { startedAt: before, open }: Partial<Before> = {},
): News {
  const earlier = new Map((open ?? []).map((failure) => [idOf(failure), failure]));
  const failing = cases
    .filter(({ status }) => status === 'failed')
    .map(({ title, file, failureClass = 'product' as const }) => {
      const since = earlier.get(idOf({ title, file }))?.since ?? startedAt;
      return { title, file, class: failureClass, since, seen: startedAt };
    });
  const failingNow = new Set(failing.map(idOf));
  const others = [...earlier.values()].filter((failure) => !failingNow.has(idOf(failure)));
  const isFixed = fixedBy(cases);
  return {
    ...(before === undefined ? {} : { before }),
    new: failing.filter((failure) => !earlier.has(idOf(failure))),
    still: failing.filter((failure) => earlier.has(idOf(failure))),
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

// A case that its file no longer has was renamed or removed, or stood for the file while it did not load.
function fixedBy(cases: readonly Case[]): (failure: OpenFailure) => boolean {
  const statuses = new Map(cases.map((each) => [idOf(each), each.status]));
  const files = new Set(cases.map(({ file }) => file));
  return (failure) => {
    const status = statuses.get(idOf(failure));
    return status === undefined ? files.has(failure.file) : status === 'passed';
  };
}

const idOf = ({ file, title }: { file: string; title: string }): string => `${file}\n${title}`;
