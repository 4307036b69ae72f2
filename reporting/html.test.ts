import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCase, anExchange } from './fixtures/sample';
import { aRun } from './fixtures/run-jest';
import { temporaryFolder } from './fixtures/temporary-folder';
import { readHtmlTotals, writeHtml } from './html';

describe('writeHtml', () => {
  const folder = temporaryFolder();

  it('shows the calls of a failed case, and lets no reply out of its place', async () => {
    const reply = '<html></textarea><script>alert(1)</script>&lt;公告';
    const exchanges = [anExchange(), anExchange({ responseBody: reply, outcome: 'broken: no JSON' })];
    const failed = aCase({ status: 'failed', messages: ['broke its contract'], exchanges });
    const cases = [failed, aCase({ title: 'another' })];
    const files = [{ file: failed.file, startedAt: 1, endedAt: 2, cases }];

    await writeHtml(folder, aRun(), { startedAt: 1, endedAt: 2, files }, cases);

    expect(readHtmlTotals(folder)).toEqual({ total: 2, passed: 1, failed: 1, skipped: 0 });
    const page = readFileSync(join(folder, 'html', 'index.html'), 'utf8');
    expect(page).toContain(
      '\\u003chtml>\\u003c/textarea>\\u003cscript>alert(1)\\u003c/script>\\u0026lt;公告',
    );
    expect(page.indexOf('call 2 of 2: broken: no JSON')).toBeLessThan(page.indexOf('call 1 of 2: ok'));
  });
});
