import { costOf, countedIn, type PlannedCase } from './costs';
import { casesOn, nightsOf } from './rotation';

const budget = 10;
const aCase = (title: string, calls: number, file: string): PlannedCase => ({
  file: `specs/${file}.spec.ts`,
  title,
  cost: { counted: { 'report/list': calls }, free: {} },
  shared: {},
  traits: [],
});
const files = (...calls: number[]): PlannedCase[] =>
  calls.map((each, index) => aCase('a case', each, `${index}`));
const oneFile = (...calls: number[]): PlannedCase[] =>
  calls.map((each, index) => aCase(`case ${index}`, each, 'one'));
const sharing = (file: string, calls: number): PlannedCase => ({
  ...aCase('sharing', 1, file),
  shared: { window: { counted: { 'report/list': calls }, free: {} } },
});
const nights = (cases: readonly PlannedCase[]) => nightsOf(cases, budget).map((night) => casesOn(night, 0));
const counted = (cases: readonly PlannedCase[]) => nights(cases).map((night) => countedIn(costOf(night)));
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => b - a);
const sevenTimes = (calls: number): number[] => Array.from({ length: 7 }, () => calls);

describe('The nights', () => {
  it.each([
    { what: 'small files that stand before great ones', cases: files(...sevenTimes(4), ...sevenTimes(6)) },
    {
      what: 'small cases of a file that stand before great ones',
      cases: oneFile(...sevenTimes(4), ...sevenTimes(6)),
    },
    {
      what: 'files that fit only where the fullest nights take them',
      cases: files(10, 10, 10, 10, 10, 6, 4, 4, 3, 3),
    },
  ])('are no more than seven for $what', ({ cases }) => {
    expect(nights(cases)).toHaveLength(7);
    expect(Math.max(...counted(cases))).toBe(budget);
    expect(nights(cases).flat()).toHaveLength(cases.length);
  });

  it.each([
    { what: 'files', cases: files(...sevenTimes(6), 6, 5) },
    { what: 'cases of one file', cases: oneFile(...sevenTimes(6), 6, 5, 5) },
    { what: 'a file beside others', cases: [...files(...sevenTimes(7)), ...oneFile(2, 2)] },
    { what: 'what a case shares', cases: [sharing('a', 6), sharing('b', 6)] },
  ])('are never over budget for $what', ({ cases }) => {
    expect(Math.max(...counted(cases))).toBeLessThanOrEqual(budget);
    expect(nights(cases).flat()).toHaveLength(cases.length);
  });

  it('take as much of a file as they can', () => {
    expect(sorted(counted([...files(2, 2), ...oneFile(3, 3, 3)]))).toEqual([9, 4, 0, 0, 0]);
  });
});

describe('Derived groups of one file', () => {
  const rowsOf = (group: string): PlannedCase[] =>
    ['null', 'blank'].map((trait) => ({ ...aCase(`${group} ${trait}`, 1, 'a'), group, traits: [trait] }));

  it('have each a turn of its own in the same night', () => {
    const [night = []] = nights([...rowsOf('refused'), ...rowsOf('languages')]).filter(
      (cases) => cases.length > 0,
    );

    expect(new Set(night.map(({ group }) => group))).toEqual(new Set(['refused', 'languages']));
  });

  it('have rows that vary the same one after the other, from the first week on', () => {
    const rows = rowsOf('refused').map((row) => ({ ...row, traits: ['null'] }));
    const [night = []] = nightsOf(rows, budget).filter((units) => units.length > 0);
    const titles = [0, 1].flatMap((week) => casesOn(night, week).map(({ title }) => title));

    expect(titles.sort()).toEqual(['refused blank', 'refused null']);
  });
});
