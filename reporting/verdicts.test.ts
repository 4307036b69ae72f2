import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { aSummary } from './testing/sample';
import { temporaryFolder } from './testing/temporary-folder';
import { addVerdict, countedSince, lastVerdict } from './verdicts';

const failure = {
  title: 'it fails',
  file: 'specs/a.spec.ts',
  class: 'product',
  since: '2026-11-22T19:17:00.000Z',
  seen: '2026-11-23T19:17:00.000Z',
} as const;
const news = { new: [failure], still: [], notRun: [], fixed: [] };

describe('The verdicts of earlier runs', () => {
  const folder = temporaryFolder();

  it('are none in an empty folder', () => {
    expect(lastVerdict(join(folder, 'empty'), 'emulator')).toBeUndefined();
  });

  it('are kept apart by their tenants, and the last one counts', () => {
    const reports = join(folder, 'several');
    addVerdict(reports, 'ours', aSummary({ run: '000001', news: { ...news, new: [] } }));
    addVerdict(reports, 'ours', aSummary({ run: '000002', news }));
    addVerdict(reports, 'theirs', aSummary({ run: '000003' }));

    expect(lastVerdict(reports, 'ours')).toMatchObject({ run: '000002', open: [failure] });
    expect(lastVerdict(reports, 'nobody')).toBeUndefined();
  });

  it('keep how each topic went; a line from before topics were kept has none', () => {
    const reports = join(folder, 'topics');
    addVerdict(reports, 'ours', aSummary({ startedAt: 'a' }));
    const file = join(reports, 'history', 'verdicts.ndjson');
    appendFileSync(file, `\n${JSON.stringify({ tenant: 'ours', startedAt: 'b', open: [] })}`);

    expect(lastVerdict(reports, 'ours')?.past).toEqual([
      expect.objectContaining({ verdict: 'passed', topics: { 'blackboard/create': [2, 0, 0, 12] } }),
      expect.not.objectContaining({ topics: expect.anything() as unknown }),
    ]);
  });

  it('say how many counted calls were made on a tenant since a moment', () => {
    const reports = join(folder, 'counted');
    const calls = (counted: number): Parameters<typeof aSummary>[0] => ({
      calls: { total: 500, counted, perEndpoint: {} },
    });
    addVerdict(reports, 'ours', aSummary({ ...calls(1), startedAt: '2026-10-31T15:59:59.000Z' }));
    addVerdict(reports, 'ours', aSummary({ ...calls(20), startedAt: '2026-10-31T16:00:00.000Z' }));
    addVerdict(reports, 'theirs', aSummary({ ...calls(300), startedAt: '2026-11-02T00:00:00.000Z' }));
    addVerdict(reports, 'ours', aSummary({ ...calls(4000), startedAt: '2026-11-03T00:00:00.000Z' }));

    expect(countedSince(reports, 'ours', Date.parse('2026-10-31T16:00:00Z'))).toBe(4020);
    expect(countedSince(join(folder, 'empty'), 'ours', 0)).toBe(0);
  });

  it('are read past a line that was cut short', () => {
    const reports = join(folder, 'cut');
    addVerdict(reports, 'ours', aSummary({ run: '000001', news }));
    mkdirSync(join(reports, 'history'), { recursive: true });
    appendFileSync(join(reports, 'history', 'verdicts.ndjson'), '\n{"tenant":"ours","run":"0000');
    addVerdict(reports, 'ours', aSummary({ run: '000002', news }));
    appendFileSync(join(reports, 'history', 'verdicts.ndjson'), '\n{"tenant":"ours","op');
    appendFileSync(join(reports, 'history', 'verdicts.ndjson'), '\n{"tenant":"ours","open":[]}\n');

    expect(lastVerdict(reports, 'ours')).toMatchObject({ run: '000002' });
  });
});
