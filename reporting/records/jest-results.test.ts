import { aCase, aResult } from '../testing/sample';
import { jestResults } from './jest-results';

describe("Results in Jest's shape", () => {
  it('count the cases and the files by how they ended', () => {
    const ended = (file: string, ...statuses: readonly ('passed' | 'failed' | 'skipped')[]) => ({
      file,
      startedAt: 1,
      endedAt: 2,
      cases: statuses.map((status) => aResult({ status })),
    });
    const files = [
      ended('a', 'passed', 'failed', 'failed'),
      ended('b', 'skipped', 'passed'),
      ended('c', 'passed'),
    ];

    expect(jestResults({ startedAt: 7, endedAt: 9, files }, [], '/root', () => [])).toMatchObject({
      numTotalTests: 6,
      numPassedTests: 3,
      numFailedTests: 2,
      numPendingTests: 1,
      numTodoTests: 0,
      numTotalTestSuites: 3,
      numPassedTestSuites: 2,
      numFailedTestSuites: 1,
      numPendingTestSuites: 0,
      numRuntimeErrorTestSuites: 0,
      startTime: 7,
      success: false,
    });
    expect(jestResults({ startedAt: 7, endedAt: 9, files: [] }, [], '/root', () => [])).toMatchObject({
      success: true,
      testResults: [],
    });
  });

  it('hold the cases of each file, with the messages of those that failed', () => {
    const inFile = { file: 'specs/a.ts', startedAt: 10, endedAt: 25 };
    const cases = [
      aCase({ ...inFile, status: 'failed', attempts: 2, messages: ['no'] }),
      aCase({ ...inFile, startedAt: 1, status: 'skipped' }),
      aCase({ file: 'specs/b.ts' }),
    ];
    const files = [
      { ...inFile, cases: cases.slice(0, 2) },
      { file: 'specs/b.ts', startedAt: 1, endedAt: 2, cases: cases.slice(2) },
    ];
    const shown = { ancestorTitles: ['blackboard/create'], title: 'stores one', duration: 20 };
    const common = {
      ...shown,
      fullName: 'blackboard/create stores one',
      invocations: 1,
      failureMessages: [],
    };
    const whole = jestResults({ startedAt: 1, endedAt: 9, files }, cases, '/root', ({ messages }) => [
      `${messages.join()}!`,
    ]);

    expect(whole).toMatchObject({
      testResults: [
        {
          testFilePath: '/root/specs/a.ts',
          numFailingTests: 1,
          numPassingTests: 0,
          numPendingTests: 1,
          numTodoTests: 0,
          perfStats: { start: 10, end: 25, runtime: 15, slow: false },
          failureMessage: '1 case(s) failed',
          testResults: [
            { ...common, status: 'failed', invocations: 2, failureMessages: ['no!'] },
            { ...common, status: 'pending' },
          ],
        },
        {
          testFilePath: '/root/specs/b.ts',
          failureMessage: null,
          testResults: [{ ...common, status: 'passed' }],
        },
      ],
    });
  });
});
