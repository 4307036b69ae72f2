import { join } from 'node:path';
import type { Case } from './cases';
import { totalsOf, type CaseResult, type FileResult, type Results } from './results';

/**
 * Results in the shape that Jest hands to reporters, as far as jest-html-reporters and jest-junit read it.
 * @param rootDir stands before the file names; both reporters show paths relative to it.
 * @param messagesOf what is shown of a failed case.
 */
export function jestResults(
  results: Results,
  cases: readonly Case[],
  rootDir: string,
  messagesOf: (failed: Case) => readonly string[],
): object {
  const { total, passed, failed, skipped } = totalsOf(results.files);
  const isFailed = ({ cases: all }: FileResult): boolean => all.some(({ status }) => status === 'failed');
  const failedFiles = results.files.filter(isFailed).length;
  return {
    numTotalTests: total,
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
    numTodoTests: 0,
    numTotalTestSuites: results.files.length,
    numPassedTestSuites: results.files.length - failedFiles,
    numFailedTestSuites: failedFiles,
    numPendingTestSuites: 0,
    numRuntimeErrorTestSuites: 0,
    startTime: results.startedAt,
    success: failedFiles === 0,
    testResults: results.files.map((file) => jestFile(file, cases, rootDir, messagesOf)),
  };
}

function jestFile(
  { file, startedAt, endedAt, cases: inFile }: FileResult,
  cases: readonly Case[],
  rootDir: string,
  messagesOf: (failed: Case) => readonly string[],
): object {
  const { passed, failed, skipped } = totalsOf([{ file, startedAt, endedAt, cases: inFile }]);
  const testResults = cases
    .filter((each) => each.file === file)
    .map((each) => jestCase(each, each.status === 'failed' ? messagesOf(each) : []));
  return {
    testFilePath: join(rootDir, file),
    numFailingTests: failed,
    numPassingTests: passed,
    numPendingTests: skipped,
    numTodoTests: 0,
    perfStats: { start: startedAt, end: endedAt, runtime: endedAt - startedAt, slow: false },
    failureMessage: failed > 0 ? `${failed} case(s) failed` : null,
    testResults,
  };
}

function jestCase(
  { title, name, describe, status, durationMs, attempts }: CaseResult,
  failureMessages: readonly string[],
): object {
  return {
    ancestorTitles: describe,
    title: name,
    fullName: title,
    status: status === 'skipped' ? 'pending' : status,
    duration: durationMs,
    invocations: attempts,
    failureMessages,
  };
}
