import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCase, anExchange } from '../testing/sample';
import { aRun } from '../testing/run-jest';
import { temporaryFolder } from '../testing/temporary-folder';
import { readHtmlTotals, writeHtml } from './html';
import type { RunInfo } from '../records/run';

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

describe('The HTML report', () => {
  const folder = temporaryFolder();
  const { file } = aCase();
  const pageOf = async (run: RunInfo): Promise<string> => {
    const files = [{ file, startedAt: 1, endedAt: 2, cases: [aCase()] }];
    await writeHtml(folder, run, { startedAt: 1, endedAt: 9, workers: 3, files }, [aCase()]);
    return readFileSync(join(folder, 'html', 'index.html'), 'utf8');
  };
  const dataOf = (page: string): unknown => JSON.parse(/result-data">(.*)\n/.exec(page)?.[1] ?? '{}');

  it.each([
    { run: aRun(), target: 'the embedded tenant' },
    { run: aRun({ target: 'live' }), target: aRun().urls.oapi },
  ])('tells of a run on $target, and nothing of the machine', async ({ run, target }) => {
    const customInfos = [
      { title: 'Run', value: 'a1b2c3' },
      { title: 'Target', value: target },
      { title: 'Profile', value: 'full' },
    ];

    const page = await pageOf(run);

    expect(dataOf(page)).toMatchObject({
      endTime: 9,
      config: { rootDir: 'dingtalk-api-suite', maxWorkers: 3 },
      _reporterOptions: { customInfos, hideIcon: true },
      testResults: [{ testFilePath: file }],
    });
    expect(page).toContain('<html lang="en">');
    expect(page).toMatch(/<style>\.ant-modal-confirm-content\{.*\}<\/style><\/head>/);
  });

  it.each([
    { when: 'it is another page', text: '<html>\n  </textarea>' },
    { when: 'it was cut short', text: '<textarea id="jest-html-reports-result-data">{"testResults":[]}' },
  ])('cannot be read back when $when', ({ text }) => {
    writeFileSync(join(folder, 'html', 'index.html'), text);

    expect(() => readHtmlTotals(folder)).toThrow('html/index.html holds no data');
  });
});
