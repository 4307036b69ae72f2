import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aRun } from './testing/run-jest';
import { aCase } from './testing/sample';
import { temporaryFolder } from './testing/temporary-folder';
import { renderAll } from './render-all';

const root = temporaryFolder();
const printed = { total: 9, passed: 8, failed: 1, skipped: 0 };
const [run, cases] = [aRun(), [aCase()]];
const results = { startedAt: 1, endedAt: 2, files: [] };
const html = '<textarea id="jest-html-reports-result-data">{"testResults":[]}\n  </textarea>';
const allure = `d("widgets/statistic.json","${Buffer.from('{"total":1,"passed":1}').toString('base64')}")`;

let count = 0;
const folder = (): string => join(root, String((count += 1)));

function leaving(name: string, text: string) {
  return jest.fn((reportsDir: string) => {
    mkdirSync(dirname(join(reportsDir, name)), { recursive: true });
    writeFileSync(join(reportsDir, name), text);
    return Promise.resolve();
  });
}

const writers = () => ({
  writeHtml: leaving('html/index.html', html),
  writeAllure: leaving('allure/index.html', allure),
  writeJunit: leaving('junit.xml', '<testsuites><testcase><skipped/></testcase></testsuites>'),
});

describe('renderAll', () => {
  it('writes the three reports of a run, and reads their totals back', async () => {
    const [reportsDir, write] = [folder(), writers()];

    expect(await renderAll(reportsDir, run, { ...results, printed }, cases, write)).toEqual({
      agree: {
        jest: printed,
        html: { total: 0, passed: 0, failed: 0, skipped: 0 },
        allure: { total: 1, passed: 1, failed: 0, skipped: 0 },
        junit: { total: 1, passed: 0, failed: 0, skipped: 1 },
      },
      problems: [],
    });
    expect(Object.values(write).map(({ mock }) => mock.calls as unknown[])).toEqual([
      [[reportsDir, run, { ...results, printed }, cases]],
      [[reportsDir, run, cases]],
      [[reportsDir, { ...results, printed }, cases]],
    ]);
  });

  it('has no totals of a Jest that printed none', async () => {
    expect((await renderAll(folder(), run, results, cases, writers())).agree.jest).toBeNull();
  });

  it('tells which could not be written, and writes the others', async () => {
    const write = {
      writeHtml: () => Promise.reject(new Error('no space')),
      writeAllure: leaving('allure/index.html', 'nothing'),
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever a module throws
      writeJunit: () => Promise.reject('a text'),
    };

    const { agree, problems } = await renderAll(folder(), run, results, cases, write);

    expect(agree).toEqual({ jest: null, html: null, allure: null, junit: null });
    expect([...problems].sort()).toEqual([
      'allure/index.html could not be written: allure/index.html holds no statistic',
      'html/index.html could not be written: no space',
      'junit.xml could not be written: a text',
    ]);
  });
});
