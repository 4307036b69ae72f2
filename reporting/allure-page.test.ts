import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allureTexts, readAllureTotals } from './formats/allure-page';
import { temporaryFolder } from './testing/temporary-folder';

const root = temporaryFolder();
const base64 = (text: string): string => Buffer.from(text).toString('base64');

let count = 0;

/** A folder whose Allure page carries these data files. */
function pageWith(data: Readonly<Record<string, string>>): string {
  const folder = join(root, String((count += 1)));
  mkdirSync(join(folder, 'allure'), { recursive: true });
  const entries = Object.entries(data).map(([name, text]) => `d("${name}","${base64(text)}")`);
  writeFileSync(join(folder, 'allure', 'index.html'), `<html><script>${entries.join(';')}</script></html>`);
  return folder;
}

describe('The page of Allure', () => {
  it.each([
    {
      counts: { total: 9, passed: 2, failed: 1, broken: 1, unknown: 1, skipped: 4 },
      want: { total: 9, passed: 2, failed: 3, skipped: 4 },
    },
    { counts: { total: 1, passed: 1 }, want: { total: 1, passed: 1, failed: 0, skipped: 0 } },
  ])('shows $want', ({ counts, want }) => {
    const folder = pageWith({
      'widgets/other.json': '{"total":7}',
      'widgets/statistic.json': JSON.stringify(counts),
    });

    expect(readAllureTotals(folder)).toEqual(want);
  });

  it('has to hold a statistic', () => {
    expect(() => readAllureTotals(pageWith({ 'widgets/other.json': '{}' }))).toThrow('holds no statistic');
  });

  it('says what its data say, which it carries inside, and what stands around them', () => {
    const page = join(root, 'page.html');
    writeFileSync(
      page,
      `d("a.json","${base64('{"标题":1}')}");find("b.json","${base64('no')}");d("c.json","")</script>`,
    );

    const around = `;find("b.json","${base64('no')}`;
    expect([...allureTexts(page)]).toEqual(['a.json', '{"标题":1}', around, ';c.json', '', '</script>']);
  });
});
