import { readCosts } from './forecast';
import { unmeasuredIn, unmeasuredText } from './unmeasured';

const file = 'specs/report/list.spec.ts';
const all = readCosts();
const others = Object.fromEntries(Object.entries(all).filter(([name]) => name !== file));

describe('What has no measured cost', () => {
  it('is a spec file that was never measured', () => {
    expect(unmeasuredIn(others)).toEqual([file]);
  });

  it('is a case that the last run knows, but none of a file that is named already', () => {
    const ran = { [file]: { cases: { 'lists more': {} } } };

    expect(unmeasuredIn({ ...others, [file]: { cases: {} } }, ran)).toEqual([`${file} lists more`]);
    expect(unmeasuredIn(others, ran)).toEqual([file]);
  });

  it('is nothing where all was measured', () => {
    expect(unmeasuredIn(all, all)).toEqual([]);
  });
});

describe('The line about it', () => {
  it('is none where there is nothing to tell', () => {
    expect(unmeasuredText([])).toEqual([]);
  });

  it.each([
    { what: [file], en: `${file}: this`, zh: `${file}还没有` },
    { what: [file, 'b', 'c'], en: `${file} and 2 more: this`, zh: `${file} 等 3 项还没有` },
  ])('names the first of $what, and what to run', ({ what, en, zh }) => {
    const [text] = unmeasuredText(what);

    expect(text?.en).toMatch(`No cost is known yet of ${en} forecast leaves that out`);
    expect(text?.zh).toContain(zh);
    expect(text?.zh).toContain('npm run plan -- --measure');
  });
});
