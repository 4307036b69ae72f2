import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { aSummary } from './fixtures/sample';
import { temporaryFolder } from './fixtures/temporary-folder';
import { addVerdict, lastVerdict } from './verdicts';

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

  it('are read past a line that was cut short', () => {
    const reports = join(folder, 'cut');
    addVerdict(reports, 'ours', aSummary({ run: '000001', news }));
    mkdirSync(join(reports, 'history'), { recursive: true });
    appendFileSync(join(reports, 'history', 'verdicts.ndjson'), '\n{"tenant":"ours","run":"0000');
    addVerdict(reports, 'ours', aSummary({ run: '000002', news }));
    appendFileSync(join(reports, 'history', 'verdicts.ndjson'), '\n{"tenant":"ours","op');

    expect(lastVerdict(reports, 'ours')).toMatchObject({ run: '000002' });
  });
});
