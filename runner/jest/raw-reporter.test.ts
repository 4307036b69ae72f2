import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { abandonRun, adoptRun, type Run } from '../../config/run';
import { mayEnd } from '../session/signals';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import type { JestFile } from '../../reporting/records/jest-file';
import RawReporter from './raw-reporter';

const root = temporaryFolder();
const path = '/project/specs/a.spec.ts';
const file = 'specs/a.spec.ts';
const jestCase = (fullName: string) => ({
  ancestorTitles: [],
  title: fullName,
  fullName,
  status: 'passed',
  duration: 5,
  startAt: 7,
  failureMessages: [],
  invocations: 1,
});
const jestFile = (fields: Partial<JestFile> = {}): JestFile => ({
  testFilePath: path,
  testResults: [jestCase('one')],
  numFailingTests: 0,
  perfStats: { start: 1, end: 2 },
  ...fields,
});
const totals = () => ({
  numFailedTests: 0,
  numTotalTests: 9,
  numPassedTestSuites: 1,
  numFailedTestSuites: 0,
});

let count = 0;

/** A reporter in a folder of its own, and what it has written there. */
function reporter(settings: { testNamePattern?: string } = {}) {
  const reportsDir = join(root, String((count += 1)));
  const raw = new RawReporter({ rootDir: '/project', maxWorkers: 3, ...settings }, { reportsDir });
  const read = (name: string): string => readFileSync(join(reportsDir, 'raw', name), 'utf8');
  const events = () =>
    read('files.ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { raw, events, results: () => JSON.parse(read('results.json')) as Record<string, unknown> };
}

const start = (title: string) => ({ fullName: title, ancestorTitles: ['around'], title });

describe('What Jest does', () => {
  it('is written down as it happens', async () => {
    const { raw, events } = reporter();
    raw.onRunStart({ ...totals(), numTotalTestSuites: 4 });
    raw.onTestFileStart({ path });
    raw.onTestCaseStart({ path }, start('one'));
    raw.onTestCaseResult({ path }, jestCase('one'));
    await raw.onTestFileResult({ path }, jestFile(), totals());

    expect(events()).toMatchObject([
      { event: 'run', files: 4 },
      { event: 'file started', file },
      { event: 'case started', file, title: 'one', describe: ['around'], name: 'one' },
      { event: 'case ended', file, result: { title: 'one', status: 'passed' } },
      { event: 'file ended', result: { file, cases: [{ title: 'one' }] } },
    ]);
  });

  it('comes with the time at which it did', () => {
    const { raw, events } = reporter();
    const before = Date.now();
    raw.onRunStart({ ...totals(), numTotalTestSuites: 1 });
    raw.onTestFileStart({ path });
    raw.onTestCaseStart({ path }, start('one'));

    const times = events().map(({ at }) => Number(at));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(before);
    expect(Math.max(...times)).toBeLessThanOrEqual(Date.now());
    expect(times).toHaveLength(3);
  });
});

describe('The results of a run', () => {
  it('are its files, its workers, and the totals that Jest prints', async () => {
    const { raw, results } = reporter();
    await raw.onTestFileResult({ path }, jestFile(), totals());
    raw.onRunComplete(undefined, {
      ...totals(),
      startTime: 12,
      numPassedTests: 4,
      numPendingTests: 2,
      numTodoTests: 3,
    });

    expect(results()).toMatchObject({
      startedAt: 12,
      workers: 3,
      printed: { total: 9, passed: 4, failed: 0, skipped: 5 },
      files: [{ file, cases: [{ title: 'one' }] }],
    });
  });

  it('say of a case that a pattern left out that it was not selected', async () => {
    const { raw, events } = reporter({ testNamePattern: 'two' });
    const left = { ...jestCase('one'), status: 'pending' };
    raw.onTestCaseResult({ path }, left);
    await raw.onTestFileResult({ path }, jestFile({ testResults: [left] }), totals());

    expect(events()).toMatchObject([
      { result: { status: 'skipped', reason: 'not selected' } },
      { result: { cases: [{ reason: 'not selected' }] } },
    ]);
  });
});

describe('A file whose worker died', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const dead = () =>
    jestFile({
      testResults: [],
      failureMessage: 'its worker died',
      testExecError: { message: 'SIGKILL' },
      perfStats: { start: 0, end: 0 },
    });

  it('names what was running', async () => {
    const { raw, events } = reporter();
    raw.onTestFileStart({ path });
    for (const title of ['one', 'two', 'three']) raw.onTestCaseStart({ path }, start(title));
    raw.onTestCaseResult({ path }, jestCase('two'));
    await raw.onTestFileResult({ path }, dead(), totals());

    expect(JSON.stringify(events().at(-1))).toMatch(/It was running: one.*three/);
    expect(JSON.stringify(events().at(-1))).not.toMatch(/It was running:.*two/);
  });

  it('began when it was started', async () => {
    const { raw, events } = reporter();
    jest.spyOn(Date, 'now').mockReturnValueOnce(5);
    raw.onTestFileStart({ path });
    await raw.onTestFileResult({ path }, dead(), totals());

    expect(events()).toMatchObject([{ at: 5 }, { result: { file, startedAt: 5 } }]);
  });

  it('may have died before it was started', async () => {
    const { raw, events } = reporter();
    await raw.onTestFileResult({ path }, dead(), totals());

    expect(events()).toMatchObject([
      {
        event: 'file ended',
        result: {
          file,
          startedAt: expect.any(Number) as number,
          cases: [{ status: 'failed', messages: ['its worker died'] }],
        },
      },
    ]);
  });
});

describe('The name of a file', () => {
  it('has forward slashes on every machine', () => {
    const { raw, events } = reporter();
    raw.onTestFileStart({ path: '/project/specs\\a.spec.ts' });

    expect(events()).toMatchObject([{ file }]);
  });
});

describe('A reporter that is part of a run', () => {
  const secret = 'a-secret-of-the-app';
  const tenant = { app: { secret } } as unknown as Run['tenant'];
  // Nobody listens there: the run is over.
  const broker = 'http://127.0.0.1:1/key';
  const listeners = process.listeners('SIGINT');
  const added = () => process.listeners('SIGINT').filter((each) => !listeners.includes(each));
  const within = (run: Partial<Run>) => {
    adoptRun({ tenant, broker, ...run } as Run);
    return reporter();
  };

  afterEach(() => {
    abandonRun();
    for (const each of added()) process.off('SIGINT', each);
    mayEnd();
  });

  it('writes down no secret', async () => {
    const { raw, events } = within({});
    raw.onTestCaseStart({ path }, start(secret));
    await raw.onTestFileResult({ path }, jestFile({ failureMessage: `it is ${secret}` }), totals());

    expect(JSON.stringify(events())).toContain('<DINGTALK_APP_SECRET>');
    expect(JSON.stringify(events())).not.toContain(secret);
  });

  it('leaves Ctrl-C to whoever stands over it', () => {
    within({});
    expect(added()).toEqual([]);

    within({ supervised: true });
    expect(added()).toHaveLength(1);
  });
});
