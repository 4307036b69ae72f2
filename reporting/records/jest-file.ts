import { notSelected, type CaseResult, type FileResult, type Status } from './results';

/** What we read and change of Jest's result of one case. */
export interface JestCase {
  ancestorTitles: string[];
  title: string;
  fullName: string;
  status: string;
  duration?: number | null;
  startAt?: number | null;
  failureMessages: string[];
  invocations?: number;
}

/** What we read and change of Jest's result of one file. Jest 30 leaves `testResults` empty when it did not load or its worker died. */
export interface JestFile {
  readonly testFilePath: string;
  readonly testResults: JestCase[];
  numFailingTests: number;
  failureMessage?: string | null;
  readonly testExecError?: unknown;
  readonly perfStats: { readonly start: number; readonly end: number };
}

/** The running totals from which Jest prints its last lines. */
export interface JestTotals {
  numFailedTests: number;
  numTotalTests: number;
  numPassedTestSuites: number;
  numFailedTestSuites: number;
}

/**
 * Adds a failed case for what went wrong with a file but is no failure of a case: it did not load, a hook threw after the cases
 * had passed, its worker died, or two cases share a title. Jest's counts are raised with it, so that all reports show one total.
 * @param file as it is shown; @param running titles of the cases that had begun and not ended.
 */
export function completeFile(
  file: string,
  result: JestFile,
  totals: JestTotals,
  running: readonly string[],
): void {
  const failedBefore = isFailed(result);
  if (failedBefore && (result.testExecError !== undefined || result.numFailingTests === 0)) {
    const error = withoutHeading(result.failureMessage ?? 'Jest gave no reason.');
    const during = running.length > 0 ? `\n\nIt was running: ${running.join(', ')}` : '';
    addFailure(result, totals, `${file} › ran to its end`, error + during);
  }
  const twice = duplicates(result.testResults.map(({ fullName }) => fullName));
  if (twice.length === 0) return;
  const message = `More than one case has this title, so reports and history cannot tell them apart:\n${twice.map((title) => `  ${title}`).join('\n')}`;
  addFailure(result, totals, `${file} › gives every case a title of its own`, message);
  if (failedBefore) return;
  result.failureMessage = `  ● ${message.replaceAll('\n', '\n  ')}\n`;
  totals.numPassedTestSuites -= 1;
  totals.numFailedTestSuites += 1;
}

/** Jest's result of a file in our form; `filter` is the pattern of `-t`. */
export function fileResult(file: string, result: JestFile, startedAt: number, filter?: string): FileResult {
  return {
    file,
    startedAt: result.perfStats.start || startedAt,
    endedAt: result.perfStats.end || Date.now(),
    cases: result.testResults.map((each) => caseResult(file, each, startedAt, filter)),
  };
}

/** Jest's result of a case in our form. */
export function caseResult(file: string, result: JestCase, startedAt: number, filter?: string): CaseResult {
  const status = statusOf(result.status);
  const isBlocked = result.failureMessages.some((message) => message.includes('_callCircusHook'));
  const reason = status === 'skipped' ? reasonOf(result, filter) : undefined;
  return {
    title: result.fullName,
    describe: result.ancestorTitles,
    name: result.title,
    status,
    startedAt: result.startAt ?? startedAt,
    durationMs: result.duration ?? 0,
    messages: result.failureMessages,
    attempts: result.invocations ?? 1,
    ...(reason === undefined ? {} : { reason }),
    ...(result.fullName.startsWith(`${file} › `) ? { added: true } : {}),
    ...(isBlocked ? { blocked: true } : {}),
  };
}

function statusOf(status: string): Status {
  if (status === 'passed' || status === 'failed') return status;
  return 'skipped';
}

function reasonOf({ fullName, status }: JestCase, filter: string | undefined): string | undefined {
  if (filter !== undefined && !new RegExp(filter, 'i').test(fullName)) return notSelected;
  return status === 'todo' ? 'not written yet (todo)' : undefined;
}

function isFailed({ testExecError, numFailingTests, failureMessage }: JestFile): boolean {
  return testExecError !== undefined || numFailingTests > 0 || Boolean(failureMessage);
}

function addFailure(result: JestFile, totals: JestTotals, title: string, message: string): void {
  const more = { failureDetails: [], location: null, numPassingAsserts: 0, retryReasons: [] };
  const failed = { ancestorTitles: [], title, fullName: title, status: 'failed', invocations: 1 };
  result.testResults.push({ ...more, ...failed, duration: 0, failureMessages: [message] });
  result.numFailingTests += 1;
  totals.numFailedTests += 1;
  totals.numTotalTests += 1;
}

const withoutHeading = (message: string): string =>
  message
    .replace(/^\s*● Test suite failed to run\s*/, '')
    // Jest's advice for those who have not configured it.
    .replace(/Jest failed to parse a file\.[^]*?Details:\s*/, '')
    .trimEnd();

function duplicates(titles: readonly string[]): string[] {
  return [...new Set(titles.filter((title, index) => titles.indexOf(title) !== index))];
}
