/** How a case ended. What Jest calls pending, todo or disabled is skipped here. */
export type Status = 'passed' | 'failed' | 'skipped';

/** One case (one `it`), or one that the reports add to tell that a file did not run to its end. */
export interface CaseResult {
  /** The titles around the case and its own, joined by spaces, as Jest does it. */
  readonly title: string;
  readonly describe: readonly string[];
  readonly name: string;
  readonly status: Status;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** Why it failed: message and stack, one text per error. */
  readonly messages: readonly string[];
  readonly attempts: number;
  /** Why it was skipped, where Jest knows. */
  readonly reason?: string;
  /** Not a case of the suite: it stands for a file, or a run, that did not get to its end. */
  readonly added?: true;
  /** It failed because a hook threw, or because what it needs failed in a case before it; its own body is not to blame. */
  readonly blocked?: true;
}

/** One spec file; `file` is relative to the project with forward slashes. Times are epoch milliseconds. */
export interface FileResult {
  readonly file: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly cases: readonly CaseResult[];
}

/** Counts of cases; `total` is the sum of the other three. */
export interface Totals {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What a run came to, in the one form that every report is made from. */
export interface Results {
  readonly startedAt: number;
  readonly endedAt: number;
  /** How many worker processes Jest had. */
  readonly workers?: number;
  /** What Jest's own last lines say; absent when Jest did not get that far. */
  readonly printed?: Totals;
  readonly files: readonly FileResult[];
}

/** Stands in the place of a file for what happened to the run as a whole. */
export const wholeRun = 'the run';

/** The case that is added where a run could not start. */
export const runCouldStart = `${wholeRun} could start`;

/** How the reason of a case begins that was left out by choice, as by the pattern of `-t`: not a gap in the run, but what was asked for. */
export const notSelected = 'not selected';

/** Counts the cases of `files` by how they ended. */
export function totalsOf(files: readonly FileResult[]): Totals {
  const statuses = files.flatMap(({ cases }) => cases.map(({ status }) => status));
  const count = (wanted: Status): number => statuses.filter((status) => status === wanted).length;
  return {
    total: statuses.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
  };
}

/** A failed case that tells of a file or of the whole run what no case of its own can tell. */
export function addedCase(title: string, message: string, at: number): CaseResult {
  return {
    title,
    describe: [],
    name: title,
    status: 'failed',
    startedAt: at,
    durationMs: 0,
    messages: [message],
    attempts: 1,
    added: true,
  };
}
