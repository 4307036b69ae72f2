import { plannedCases } from './costs';
import { readCosts } from './forecast';
import { planWeek } from './week-text';

const all = plannedCases(readCosts(), 0);

describe('a week of nights of this suite', () => {
  const { text, problems } = planWeek(all, 115, '2026-11-22');

  it('stays within 115 counted calls a night, and every row has its turn in the end', () => {
    expect(problems).toEqual([]);
    expect(text).toMatch(/every case that was written by hand has its turn within \d+ nights/);
  });

  it('says how many cases run in it, and of which files later weeks take some', () => {
    expect(text).toMatch(
      /In it \d+ of \d+ cases run: \d+ of \d+ that were written by hand, and \d+ of \d+ rows/,
    );
    expect(text).toMatch(/Later weeks take cases of .*\.\n/);
  });

  it('names a night that is over budget, for one case alone is', () => {
    const dear = { counted: { 'report/list': 200 }, free: {} };
    const tooDear = { file: 'specs/a.spec.ts', title: 'dear', cost: dear, shared: {}, traits: [] };

    expect(planWeek([tooDear], 115, '2026-11-22').problems).toEqual([
      expect.stringMatching(/^the night of [-\d]+ makes 200 counted calls$/),
    ]);
  });
});
