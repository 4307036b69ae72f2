import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Redactor } from '../../client/redaction/redact';
import { finish } from '../finish';
import { anExchange, aResult } from '../testing/sample';
import { aRun } from '../testing/run-jest';
import { temporaryFolder } from '../testing/temporary-folder';
import type { renderAll } from '../render-all';
import { totalsOf, type CaseResult, type Results } from './results';
import type { Exit, RunInfo } from './run';
import { countedSince, lastVerdict } from '../verdicts';

const root = temporaryFolder();
const secret = 'a-secret-of-the-app';
const file = 'specs/blackboard/create.spec.ts';
const well: Exit = { code: 0, signal: null };

interface Given {
  readonly cases?: readonly CaseResult[];
  readonly run?: Partial<RunInfo>;
  readonly exit?: Exit;
  readonly left?: Readonly<Record<string, string>>;
  readonly problems?: readonly string[];
  /** Registered as a secret. */
  readonly hidden?: string;
}

let count = 0;

/** Finishes a run of one file that has left these records, with reports that agree. */
async function finished(given: Given = {}) {
  const { cases = [aResult()], run, exit = well, left = {}, problems = [], hidden = secret } = given;
  const reportsDir = join(root, String((count += 1)));
  const files = [{ file, startedAt: 1, endedAt: 2, cases }];
  const results: Results = { startedAt: 1, endedAt: 2, files };
  const line = { kind: 'case', file, title: aResult().title, startedAt: 77, durationMs: 3, findings: [] };
  const texts = {
    'raw/results.json': JSON.stringify(results),
    'raw/cases-1.ndjson': `${JSON.stringify({ ...line, exchanges: [anExchange()] })}\n`,
    ...left,
  };
  for (const [name, text] of Object.entries(texts)) write(join(reportsDir, name), text);
  const secrets = new Redactor([{ text: hidden, name: 'APP_SECRET' }]);
  const render: typeof renderAll = (_reportsDir, _run, { files: shown }) => {
    const all = totalsOf(shown);
    return Promise.resolve({ agree: { jest: all, html: all, allure: all, junit: all }, problems });
  };
  const summary = await finish({ reportsDir, run: aRun(run), exit, secrets }, render);
  const read = (name: string): string => readFileSync(join(reportsDir, name), 'utf8');
  return { summary, read, reportsDir };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe('A run that the reader stopped', () => {
  const stopped: Exit = { code: 1, signal: null, interruptedBy: 'Ctrl-C' };
  const failed = aResult({ status: 'failed', messages: ['expected 1'] });

  it('is interrupted, whatever it came to', async () => {
    const { summary } = await finished({ cases: [failed], exit: stopped });

    expect(summary).toMatchObject({ verdict: 'interrupted', exitStatus: 130, problems: [] });
    expect(summary.news).toEqual({ new: [], still: [], notRun: [], fixed: [] });
  });

  it('stands in no history, but its calls count in the month', async () => {
    const run = { tenant: 'one', startedAt: Date.parse('2026-11-30T00:00:00Z') };
    const { reportsDir } = await finished({ run, cases: [failed], exit: stopped });

    expect(lastVerdict(reportsDir, 'one')).toBeUndefined();
    expect(existsSync(join(reportsDir, 'history', 'verdicts.ndjson'))).toBe(false);
    expect(countedSince(reportsDir, 'one', run.startedAt)).toBe(1);
  });
});

describe('A finished run', () => {
  it('is summed up in summary.json, and shown by the start page', async () => {
    const { summary, read } = await finished();

    expect(summary).toMatchObject({ verdict: 'passed', problems: [], calls: { total: 1, counted: 1 } });
    expect(JSON.parse(read('summary.json'))).toEqual(JSON.parse(JSON.stringify(summary)));
    expect(read('index.html')).toContain('a1b2c3');
  });

  it('can be finished again from what it keeps, with the times of the cases themselves', async () => {
    const { read } = await finished({ exit: { code: 0, signal: null } });

    expect(JSON.parse(read('raw/results.json'))).toMatchObject({
      files: [{ cases: [{ startedAt: 77, durationMs: 3 }] }],
    });
    expect(JSON.parse(read('raw/run.json'))).toMatchObject({
      run: { id: 'a1b2c3' },
      exit: well,
      isStarted: true,
    });
  });

  it('has no secret in what others have left', async () => {
    const { read } = await finished({
      run: { tenant: secret },
      left: { 'raw/notes.txt': `it is ${secret}`, 'allure-results/1-result.json': `{"name":"${secret}"}` },
    });

    expect(read('raw/notes.txt')).toBe('it is <APP_SECRET>');
    expect(read('allure-results/1-result.json')).toBe('{"name":"<APP_SECRET>"}');
    expect(read('raw/run.json')).not.toContain(secret);
  });

  it('says so when a secret stands in a report all the same', async () => {
    const { summary } = await finished({ left: { 'html/index.html': secret } });

    expect(summary.problems).toEqual([expect.stringContaining('html/index.html')]);
  });

  it.each([
    { hidden: 'Totals read back', want: 'A secret stands in index.html: do not publish it.' },
    { hidden: '"exitStatus"', want: 'A secret stands in summary.json and index.html: do not publish it.' },
  ])('is not published when the page itself holds a secret: "$hidden"', async ({ hidden, want }) => {
    await expect(finished({ hidden })).rejects.toThrow(want);
  });

  it('tells what its cases have noticed', async () => {
    const finding = { kind: 'undocumented field', endpoint: 'report/list', message: 'x is new' };
    const line = { file, title: 'another', exchanges: [], findings: [finding] };
    const lines = [
      { kind: 'start', file, title: 'another', at: 1 },
      { ...line, kind: 'case' },
    ];
    const text = lines.map((each) => `${JSON.stringify(each)}\n`).join('');

    const { summary } = await finished({ left: { 'raw/cases-2.ndjson': text } });

    expect(summary.findings).toEqual([{ ...finding, cases: 1 }]);
  });

  const gone = { problems: [{ subject: 'user-7', text: 'is gone' }] };

  it.each([
    { found: {}, says: 'was refused: 88/400001', want: 'product' },
    { found: { problems: [] }, says: 'was refused: 88/400001', want: 'product' },
    { found: gone, says: 'was refused: 88/400001', want: 'tenant' },
    { found: gone, says: 'Expected value: "user-7"', want: 'tenant' },
  ])(
    'blames the $want when $found was found before, and a case says $says',
    async ({ found, says, want }) => {
      const capabilities = { askedAt: '2026-08-14T12:00:00.000Z', endpoints: [], ...found };
      const exchanges = [anExchange({ outcome: 'refused 88/400001' })];
      const line = { kind: 'case', file, title: aResult().title, exchanges, findings: [] };

      const { summary } = await finished({
        cases: [aResult({ status: 'failed', messages: [says] })],
        left: { 'raw/cases-1.ndjson': `${JSON.stringify(line)}\n` },
        run: { capabilities },
      });

      expect(summary.failures).toMatchObject([{ class: want }]);
    },
  );

  it('tells which report could not be written', async () => {
    const { summary } = await finished({ problems: ['junit.xml could not be written: no space'] });

    expect(summary.problems).toEqual(['junit.xml could not be written: no space']);
  });
});

describe('A Jest that ended badly', () => {
  const failed = aResult({ status: 'failed', messages: ['Error: no'] });

  it.each([
    { exit: { code: 1, signal: null }, want: /^Jest ended with exit code 1 although no case failed/ },
    { exit: { code: 0, signal: 'SIGTERM' }, want: /^Jest was ended by SIGTERM although/ },
    { exit: { code: null, signal: 'SIGKILL' }, want: /^Jest was ended by SIGKILL although/ },
  ])('is a problem where no case failed: $exit', async ({ exit, want }) => {
    const { summary } = await finished({ exit });

    expect(summary.problems).toEqual([expect.stringMatching(want)]);
  });

  const fileOf = (name: string, result: CaseResult) => ({
    ...{ file: name, startedAt: 1, endedAt: 2, cases: [result] },
  });
  const two = { startedAt: 1, endedAt: 2, files: [fileOf('a', failed), fileOf('b', aResult())] };

  it.each([
    { where: 'one of several failed', given: { cases: [aResult(), failed] } },
    {
      where: 'one file failed and another did not',
      given: { left: { 'raw/results.json': JSON.stringify(two) } },
    },
    { where: 'nothing began', given: { run: { notStarted: 'no answer' } } },
  ])('is none where $where', async ({ given }) => {
    const { summary } = await finished({ exit: { code: 1, signal: null }, ...given });

    expect(summary.problems).toEqual([]);
  });
});

describe('The history of a tenant', () => {
  it('is kept for a run that has a name for it', async () => {
    const { read } = await finished({ run: { tenant: 'ding1' } });

    expect(JSON.parse(read('history/verdicts.ndjson'))).toMatchObject({ tenant: 'ding1', verdict: 'passed' });
  });

  it('tells what is new since the last run, but nothing of a run without a name', async () => {
    const startedAt = '2026-08-13T12:00:00.000Z';
    const line = (tenant: object): string => `${JSON.stringify({ ...tenant, startedAt, open: [] })}\n`;
    const left = { 'history/verdicts.ndjson': line({ tenant: 'ding1' }) + line({}) };

    const [named, unnamed] = [await finished({ run: { tenant: 'ding1' }, left }), await finished({ left })];

    expect(named.summary.news).toMatchObject({ before: startedAt });
    expect(unnamed.summary.news).not.toHaveProperty('before');
  });

  it('is not kept for another', async () => {
    const { summary, reportsDir } = await finished();

    expect(existsSync(join(reportsDir, 'history', 'verdicts.ndjson'))).toBe(false);
    expect(summary).not.toHaveProperty('before');
  });
});
