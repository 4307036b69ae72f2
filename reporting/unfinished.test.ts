import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redactor } from '../client/redaction/redact';
import { emptyReports } from './empty-reports';
import { finishKilled } from './finish-killed';
import { aRun } from './testing/run-jest';
import { temporaryFolder } from './testing/temporary-folder';
import { keepBegun, takeUnfinished, unfinishedIn } from './unfinished';

const root = temporaryFolder();
const file = 'specs/a.spec.ts';
let count = 0;

/** A reports folder as a run leaves it that was killed while its second case was under way. */
function killed(tenant?: string): string {
  count += 1;
  const folder = join(root, String(count));
  mkdirSync(folder, { recursive: true });
  keepBegun(folder, aRun({ id: 'a1b2c3', startedAt: 0, ...(tenant === undefined ? {} : { tenant }) }));
  const result = { title: 'one', describe: [], name: 'one', status: 'passed', startedAt: 1, durationMs: 1 };
  const events = [
    { event: 'run', at: 1, files: 2 },
    { event: 'file started', file, at: 1 },
    { event: 'case started', file, title: 'one', describe: [], name: 'one', at: 1 },
    { event: 'case ended', file, result: { ...result, messages: [], attempts: 1 } },
    { event: 'case started', file, title: 'two', describe: [], name: 'two', at: 2 },
  ];
  for (const event of events)
    appendFileSync(join(folder, 'raw', 'files.ndjson'), `${JSON.stringify(event)}\n`);
  return folder;
}

describe('A run that was killed', () => {
  it('is known by what it has left, with what was under way', () => {
    expect(unfinishedIn(killed())).toMatchObject({ run: { id: 'a1b2c3' }, running: ['two'] });
    expect(unfinishedIn(join(root, 'nothing'))).toBeUndefined();
  });

  it('is none where a summary was written', async () => {
    const folder = killed();
    writeFileSync(join(folder, 'summary.json'), '{}');

    expect(unfinishedIn(folder)).toBeUndefined();
    await expect(finishKilled(folder, new Redactor())).rejects.toThrow('holds no run that began');
  });

  it('is finished with all reports: what ran counts, and what did not is told', async () => {
    const summary = await finishKilled(killed(), new Redactor());

    expect(summary).toMatchObject({ verdict: 'failed', totals: { passed: 1, failed: 2 } });
    expect(summary.failures.map(({ title }) => title)).toEqual(['two', 'the run ran every file']);
    expect(summary.problems[0]).toMatch(/stopped before its end: it was killed/);
  });

  it('is told of by the next run on its tenant, once', () => {
    const folder = killed('live 1');
    emptyReports(folder);

    expect(takeUnfinished(folder, 'live 2')).toEqual([]);
    expect(takeUnfinished(folder, 'live 1')).toMatchObject([
      { run: 'a1b2c3', startedAt: '1970-01-01T00:00:00.000Z', running: ['two'] },
    ]);
    expect(takeUnfinished(folder, 'live 1')).toEqual([]);
  });
});
