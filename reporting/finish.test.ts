import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redactor } from '../client/redaction/redact';
import { finish } from './finish';
import { deadly, disasters } from './testing/disasters';
import { aRun, runJest, type JestRun } from './testing/run-jest';
import { temporaryFolder } from './testing/temporary-folder';
import { reportPaths, type Summary } from './summary';

describe('finish, after a run whose files come to every bad end that Jest survives', () => {
  const folder = temporaryFolder();
  let jest: JestRun;
  let summary: Summary;
  beforeAll(async () => {
    // An idle limit makes Jest use workers, whatever the number of files.
    const workers = ['--maxWorkers=2', '--workerIdleMemoryLimit=2GB'];
    jest = await runJest(join(folder, 'survived'), disasters, workers);
    summary = await finish({ ...jest, secrets: new Redactor() });
  }, 60_000);

  it.each([
    { file: 'well.case.js', failed: [] },
    { file: 'retried.case.js', failed: [] },
    { file: 'failing.case.js', failed: ['product: failing expects too much'] },
    { file: 'syntax.case.js', failed: ['suite: syntax.case.js › ran to its end'] },
    { file: 'load.case.js', failed: ['suite: load.case.js › ran to its end'] },
    { file: 'empty.case.js', failed: ['suite: empty.case.js › ran to its end'] },
    { file: 'before.case.js', failed: ['suite: before is blocked', 'suite: before is blocked too'] },
    { file: 'after.case.js', failed: ['suite: after.case.js › ran to its end'] },
    { file: 'twins.case.js', failed: ['suite: twins.case.js › gives every case a title of its own'] },
    { file: 'exit.case.js', failed: ['suite: exit.case.js › ran to its end'] },
    { file: 'kill.case.js', failed: ['suite: kill.case.js › ran to its end'] },
  ])('tells the end of $file', ({ file, failed }) => {
    expect(failuresOf(summary, file)).toEqual(failed);
  });

  it('shows the same totals everywhere', () => {
    const totals = { total: 18, passed: 6, failed: 10, skipped: 2 };
    expect(summary.agree).toEqual({ jest: totals, html: totals, allure: totals, junit: totals });
    expect(summary.totals).toEqual({ ...totals, blocked: 2, known: 0, notSelected: 0 });
  });

  it('leaves the totals that Jest prints in agreement with the reports', () => {
    expect(jest.printed).toMatch(/Tests: +10 failed, 1 skipped, 1 todo, 6 passed, 18 total/);
  });

  it('fails without any problem of its own', () => {
    expect(summary).toMatchObject({ verdict: 'failed', exitStatus: 1, problems: [] });
  });

  it('names what was running when a worker died', () => {
    const failure = summary.failures.find(({ file }) => file === 'kill.case.js');
    expect(failure?.message).toMatch(/SIGKILL[^]*It was running: kill kills/);
  });

  it('keeps what Allure itself knows of a case', () => {
    const results = allureResults(jest.reportsDir);
    const ofAllure = results.filter((text) => text.includes('{"name":"framework","value":"jest"}'));
    // All but the added ones, and the first attempt of the one that was retried.
    expect([results.length, ofAllure.length]).toEqual([19, 19 - 7]);
  });

  it('gives every skip a reason', () => {
    expect(summary.skips.map(({ reason }) => reason)).toEqual(['no reason given', 'not written yet (todo)']);
  });
});

describe('finish, after a run that Jest itself did not survive', () => {
  const folder = temporaryFolder();
  const well = { 'small.case.js': `it('is small', () => {});` };

  it.each([
    { death: 'exitsWithZero', how: 'ended with exit code 0' },
    { death: 'exitsWithThree', how: 'ended with exit code 3' },
    { death: 'isKilled', how: 'was ended by SIGKILL' },
  ] as const)('tells what ran and what did not when the process $how', async ({ death, how }) => {
    const files = { ...well, 'deadly.case.js': deadly(death) };
    const jest = await runJest(join(folder, death), files, ['--runInBand']);

    const summary = await finish({ ...jest, secrets: new Redactor() });

    const totals = { total: 3, passed: 1, failed: 2, skipped: 0 };
    expect(summary.agree).toEqual({ jest: null, html: totals, allure: totals, junit: totals });
    expect(summary.failures).toMatchObject([
      {
        class: 'suite',
        title: 'deadly ends the process',
        message: `crashed: Jest ${how} while this case ran.`,
      },
      {
        class: 'suite',
        title: 'the run ran every file',
        message: `Jest ${how}; 1 spec file(s) never began.`,
      },
    ]);
    expect(summary).toMatchObject({ verdict: 'failed', exitStatus: 1, problems: [] });
  });
});

describe('finish, after a run that could not start', () => {
  const folder = temporaryFolder();
  it('writes every report, and each says so', async () => {
    const reportsDir = join(folder, 'not-started');
    const run = aRun({ notStarted: 'DINGTALK_APP_KEY is missing' });

    const summary = await finish({
      reportsDir,
      run,
      exit: { code: null, signal: null },
      secrets: new Redactor(),
    });

    const totals = { total: 1, passed: 0, failed: 1, skipped: 0 };
    expect(summary).toMatchObject({ verdict: 'not started', exitStatus: 2, totals });
    expect(summary.agree).toEqual({ jest: null, html: totals, allure: totals, junit: totals });
    expect(summary.failures[0]).toMatchObject({ title: 'the run could start', message: run.notStarted });
  });

  it('takes a Jest that ended before any file for one', async () => {
    const reportsDir = join(folder, 'no-file');

    const summary = await finish({
      reportsDir,
      run: aRun(),
      exit: { code: 1, signal: null },
      secrets: new Redactor(),
    });

    expect(summary).toMatchObject({ verdict: 'not started', exitStatus: 2 });
    expect(summary.failures[0]?.message).toMatch(/^Jest ended with exit code 1 before it began/);
  });
});

describe('finish, when a secret is about', () => {
  const folder = temporaryFolder();
  it('leaves it in none of the files', async () => {
    const secret = 'canary/secret+5t&6u"7v';
    const secrets = new Redactor();
    secrets.register(secret, 'DINGTALK_APP_SECRET');
    const quoted = JSON.stringify(secret);
    const source = `
      describe(${quoted}, () => {
        it('leaks', () => { expect({ appsecret: 'something' }).toEqual({ appsecret: ${quoted} }); });
        it('throws', () => { throw new Error(encodeURIComponent(${quoted}) + Buffer.from(${quoted}).toString('base64')); });
      });`;
    const jest = await runJest(join(folder, 'secret'), { 'leak.case.js': source }, []);

    const summary = await finish({ ...jest, secrets });

    expect(summary).toMatchObject({ verdict: 'failed', problems: [], totals: { total: 2, failed: 2 } });
    const texts = Object.values(reportPaths).filter((path) => path.includes('.'));
    expect(texts.filter((path) => existsSync(join(jest.reportsDir, path)))).toEqual(texts);
    const page = readFileSync(join(jest.reportsDir, 'index.html'), 'utf8');
    expect(page.match(/(?:&lt;|\\u003c)DINGTALK_APP_SECRET/g)?.length).toBeGreaterThan(4);
  });
});

// Helpers

function allureResults(reportsDir: string): string[] {
  const folder = join(reportsDir, 'allure-results');
  const names = readdirSync(folder).filter((name) => name.endsWith('-result.json'));
  return names.map((name) => readFileSync(join(folder, name), 'utf8'));
}

function failuresOf({ failures }: Summary, wanted: string): string[] {
  return failures
    .filter(({ file }) => file === wanted)
    .map(({ title, class: failureClass }) => `${failureClass}: ${title}`);
}
