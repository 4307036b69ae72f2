import {
  caseResult,
  completeFile,
  fileResult,
  type JestCase,
  type JestFile,
  type JestTotals,
} from './jest-file';

const jestCase = (fields: Partial<JestCase> = {}): JestCase => ({
  ancestorTitles: ['a'],
  title: 'b',
  fullName: 'a b',
  status: 'passed',
  duration: 5,
  startAt: 7,
  failureMessages: [],
  invocations: 2,
  ...fields,
});
const jestFile = (fields: Partial<JestFile> = {}): JestFile => ({
  testFilePath: '/project/x.ts',
  testResults: [jestCase()],
  numFailingTests: 0,
  perfStats: { start: 1, end: 2 },
  ...fields,
});
const totals = (): JestTotals => ({
  numFailedTests: 1,
  numTotalTests: 5,
  numPassedTestSuites: 3,
  numFailedTestSuites: 1,
});

/** What completing a file has added to it, and Jest's totals afterwards. */
function completed(file: JestFile, running: readonly string[] = []) {
  const counted = totals();
  const before = file.testResults.length;
  completeFile('x.ts', file, counted, running);
  return { file, counted, added: file.testResults.slice(before) };
}

describe('A file that Jest has run', () => {
  it('is left alone when its cases tell all', () => {
    const failing = jestFile({ numFailingTests: 1, failureMessage: 'one failed' });

    expect(completed(jestFile())).toMatchObject({ added: [], counted: totals() });
    expect(completed(failing)).toMatchObject({ added: [], counted: totals() });
  });

  it.each([
    { when: 'it did not load', fields: { testExecError: new Error('x'), failureMessage: 'thrown at load' } },
    { when: 'a hook threw after its cases', fields: { failureMessage: 'thrown at load' } },
  ])('gets a failed case when $when', ({ fields }) => {
    const { file, counted, added } = completed(jestFile(fields));

    expect(added).toEqual([
      {
        failureDetails: [],
        location: null,
        numPassingAsserts: 0,
        retryReasons: [],
        title: 'x.ts › ran to its end',
        fullName: 'x.ts › ran to its end',
        ancestorTitles: [],
        status: 'failed',
        failureMessages: ['thrown at load'],
        invocations: 1,
        duration: 0,
      },
    ]);
    expect(counted).toEqual({ ...totals(), numFailedTests: 2, numTotalTests: 6 });
    expect(file.numFailingTests).toBe(1);
  });

  it.each([
    {
      when: 'without the heading',
      failureMessage: '  ● Test suite failed to run\n\n    thrown  \n',
      want: 'thrown',
    },
    {
      when: 'with a heading inside it',
      failureMessage: 'a ● Test suite failed to run b',
      want: 'a ● Test suite failed to run b',
    },
    {
      when: 'without advice for beginners',
      failureMessage: 'Jest failed to parse a file. This happens\n e.g.\nDetails:\n\n/x.ts:1',
      want: '/x.ts:1',
    },
    { when: 'although there is none', failureMessage: null, want: 'Jest gave no reason.' },
  ])('tells the error $when', ({ failureMessage, want }) => {
    const { added } = completed(jestFile({ testExecError: new Error('x'), failureMessage }));

    expect(added[0]?.failureMessages).toEqual([want]);
  });

  it('names what was running', () => {
    const { added } = completed(jestFile({ failureMessage: 'died' }), ['one', 'two']);

    expect(added[0]?.failureMessages).toEqual(['died\n\nIt was running: one, two']);
  });

  it('fails when two cases have one title, which makes it a failed file', () => {
    const others = ['c', 'd', 'd'].map((fullName) => jestCase({ fullName }));
    const twins = [jestCase(), jestCase(), ...others, jestCase()];

    const { file, counted, added } = completed(jestFile({ testResults: twins }));

    const message =
      'More than one case has this title, so reports and history cannot tell them apart:\n  a b\n  d';
    expect(added).toMatchObject([
      { title: 'x.ts › gives every case a title of its own', failureMessages: [message] },
    ]);
    expect(counted).toEqual({
      numFailedTests: 2,
      numTotalTests: 6,
      numPassedTestSuites: 2,
      numFailedTestSuites: 2,
    });
    expect(file.failureMessage).toBe(`  ● ${message.replaceAll('\n', '\n  ')}\n`);
  });

  it('is counted as failed once', () => {
    const twins = [jestCase(), jestCase()];

    const { counted } = completed(jestFile({ testResults: twins, numFailingTests: 1 }));

    expect(counted).toMatchObject({ numPassedTestSuites: 3, numFailedTestSuites: 1 });
  });
});

describe('The result of a case', () => {
  it('is what Jest says', () => {
    expect(caseResult('x.ts', jestCase(), 1)).toStrictEqual({
      title: 'a b',
      describe: ['a'],
      name: 'b',
      status: 'passed',
      startedAt: 7,
      durationMs: 5,
      messages: [],
      attempts: 2,
    });
  });

  it('has defaults where Jest says nothing', () => {
    const { title, fullName, ancestorTitles, failureMessages } = jestCase();

    const result = caseResult(
      'x.ts',
      { title, fullName, ancestorTitles, failureMessages, status: 'failed' },
      1,
    );

    expect(result).toMatchObject({ status: 'failed', startedAt: 1, durationMs: 0, attempts: 1 });
  });

  it.each([
    { status: 'todo', want: { status: 'skipped', reason: 'not written yet (todo)' } },
    { status: 'pending', want: { status: 'skipped' } },
    { status: 'pending', filter: 'other', want: { status: 'skipped', reason: 'not selected' } },
    { status: 'pending', filter: 'A B', want: { status: 'skipped' } },
    { status: 'passed', filter: 'other', want: { status: 'passed' } },
    { status: 'failed', want: { status: 'failed' } },
  ])('of $status with the filter $filter is $want', ({ status, filter, want }) => {
    const { status: told, reason } = caseResult('x.ts', jestCase({ status }), 1, filter);

    expect({ status: told, reason }).toEqual({ reason: undefined, ...want });
  });

  it('tells whether it was added, or blocked by a hook', () => {
    const blocked = jestCase({ failureMessages: ['fine', 'Error\n at _callCircusHook (x)'] });

    expect(caseResult('x.ts', jestCase({ fullName: 'x.ts › ran to its end' }), 1)).toMatchObject({
      added: true,
    });
    expect(caseResult('x.ts', blocked, 1)).toMatchObject({ blocked: true });
    expect(caseResult('x.ts', jestCase({ failureMessages: ['fine'] }), 1)).not.toHaveProperty('blocked');
  });
});

describe('The result of a file', () => {
  it('holds its cases and its times', () => {
    expect(fileResult('x.ts', jestFile(), 9)).toMatchObject({
      file: 'x.ts',
      startedAt: 1,
      endedAt: 2,
      cases: [{ title: 'a b' }],
    });
  });

  it('began with the run where Jest has no time', () => {
    const before = Date.now();

    const { startedAt, endedAt } = fileResult('x.ts', jestFile({ perfStats: { start: 0, end: 0 } }), 9);

    expect(startedAt).toBe(9);
    expect(endedAt).toBeGreaterThanOrEqual(before);
  });
});

describe('A file that broke off after a case had failed', () => {
  it('gets a failed case of its own', () => {
    const fields = { numFailingTests: 1, testExecError: new Error('x'), failureMessage: 'thrown' };

    expect(completed(jestFile(fields)).added).toMatchObject([{ title: 'x.ts › ran to its end' }]);
  });
});
