import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redactor } from '../../client/redaction/redact';
import { aResult } from '../testing/sample';
import { aRun } from '../testing/run-jest';
import { temporaryFolder } from '../testing/temporary-folder';
import { readRecorded } from './recorded';

const root = temporaryFolder();
const secret = 'a-secret-of-the-app';
const redactor = new Redactor([{ text: secret, name: 'APP_SECRET' }]);
const killed = { code: null, signal: 'SIGKILL' } as const;
const line = (value: object): string => `${JSON.stringify(value)}\n`;
const start = { kind: 'start', file: 'a', title: 'one', at: 1 };

/** A folder that holds these files, by name. */
function folderOf(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

const read = (folder: string, run = aRun(), exit: Parameters<typeof readRecorded>[2] = killed) =>
  readRecorded(folder, run, exit, redactor);

describe('What a run has left', () => {
  it("is Jest's results, without secrets", () => {
    const cases = [aResult({ title: secret, status: 'failed', messages: [`it is ${secret}`] })];
    const results = { startedAt: 1, endedAt: 2, files: [{ file: 'a', startedAt: 1, endedAt: 2, cases }] };

    const recorded = read(folderOf('whole', { 'results.json': JSON.stringify(results) }));

    expect(recorded).toMatchObject({ isStarted: true, lines: [], results: { startedAt: 1, endedAt: 2 } });
    expect(recorded.results.files).toMatchObject([
      { file: 'a', cases: [{ title: '<APP_SECRET>', messages: ['it is <APP_SECRET>'] }] },
    ]);
  });

  it('has no failure that only the reader has made', () => {
    const text = line({ event: 'run', at: 1, files: 2 }) + line({ event: 'file started', file: 'a', at: 2 });

    const { results } = read(folderOf('stopped', { 'files.ndjson': text }), aRun(), {
      ...killed,
      interruptedBy: 'Ctrl-C',
    });

    expect(results.files).toMatchObject([{ file: 'a', cases: [] }]);
  });

  it('is every record of a case, as far as it was written', () => {
    const texts = {
      'cases-1.ndjson': line(start) + line({ ...start, title: secret }) + '{"kind":"ca',
      'cases-22.ndjson': line({ ...start, title: 'two' }),
      'other-cases-1.ndjson': line({ ...start, title: 'three' }),
      'cases-1.ndjson.old': line({ ...start, title: 'four' }),
    };

    const { lines } = read(folderOf('lines', texts));

    expect(lines.map(({ title }) => title)).toEqual(['one', '<APP_SECRET>', 'two']);
  });

  it('is what was under way when Jest died', () => {
    const events =
      line({ event: 'run', at: 1, files: 1 }) + line({ event: 'file started', file: 'a', at: 2 });

    const recorded = read(folderOf('died', { 'files.ndjson': events, 'cases-1.ndjson': line(start) }));

    expect(recorded.isStarted).toBe(true);
    expect(recorded.results.files).toMatchObject([
      {
        file: 'a',
        cases: [{ title: 'one', messages: ['crashed: Jest was ended by SIGKILL while this case ran.'] }],
      },
    ]);
  });

  it('is one failed case when Jest never began', () => {
    const { results, isStarted, lines } = read(join(root, 'none'), aRun({ startedAt: 5 }));

    expect([isStarted, lines]).toEqual([false, []]);
    expect(results).toMatchObject({
      startedAt: 5,
      files: [
        {
          file: 'the run',
          cases: [
            {
              title: 'the run could start',
              status: 'failed',
              messages: [
                'Jest was ended by SIGKILL before it began with a spec file; what it printed says why.',
              ],
            },
          ],
        },
      ],
    });
  });

  it('is the reason why the run was not started, whatever lies in the folder', () => {
    const folder = folderOf('blocked', { 'results.json': '{"startedAt":1,"endedAt":2,"files":[]}' });

    const { results, isStarted } = read(folder, aRun({ notStarted: 'no answer' }));

    expect(isStarted).toBe(false);
    expect(results.files).toMatchObject([{ cases: [{ messages: ['no answer'] }] }]);
  });
});
