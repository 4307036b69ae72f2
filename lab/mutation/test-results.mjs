import { DryRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';

/** What Stryker wants to know of tests that ran. */
export function resultOf(tests) {
  return { status: DryRunStatus.Complete, tests: tests.map(shown) };
}

/** A mutant with which the tests cannot even be loaded: it is noticed. */
export function failedToLoad(error) {
  const test = { id: 'load', name: 'the test files load', timeSpentMs: 0 };
  return {
    status: DryRunStatus.Complete,
    tests: [{ ...test, status: TestStatus.Failed, failureMessage: String(error?.stack ?? error) }],
  };
}

function shown({ id, name, file, record }) {
  const test = { id, name, fileName: file, timeSpentMs: record.duration ?? 0 };
  const [failure] = record.errors;
  if (failure !== undefined)
    return { ...test, status: TestStatus.Failed, failureMessage: messageOf(failure) };
  return { ...test, status: record.status === 'done' ? TestStatus.Success : TestStatus.Skipped };
}

function messageOf(failure) {
  const [error] = Array.isArray(failure) ? failure : [failure];
  return String(error?.message ?? error);
}
