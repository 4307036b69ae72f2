import { plannedCases, type PlannedCase } from './costs';
import { readCosts } from './forecast';
import { planWeek } from './rotation-text';

const first = '2026-11-22';
const aCase = (title: string, calls: number, file = 'specs/report/list.spec.ts'): PlannedCase => ({
  file,
  title,
  cost: { counted: { 'report/list': calls }, free: {} },
  shared: {},
  traits: [],
});
const free = aCase('free', 0, 'specs/token/get.spec.ts');
const smoke = aCase('smoke', 3, 'specs/flows/smoke.spec.ts');
const lists = aCase('lists', 10);
const sevenTimes = (title: string, file?: string): PlannedCase[] =>
  Array.from({ length: 7 }, (_, index) => aCase(`${title} ${index}`, 10, file));
const rows = ['null', 'blank'].map((trait) => ({ ...aCase(trait, 2), group: 'refused', traits: [trait] }));

describe('a week of nights of this suite', () => {
  const { text, problems, nights } = planWeek(plannedCases(readCosts(), 0), 115, first);

  it('stays within 115 counted calls a night, and takes all that was written by hand within a week', () => {
    expect(problems).toEqual([]);
    expect(nights).toBeLessThanOrEqual(7);
    expect(text.en).toMatch(
      /every case that was written by hand has its turn within|cases run: (\d+) of \1 that/,
    );
  });
});

describe('A week of nights', () => {
  it('shows what each night takes: calls, cases, and the files whose cases cost some', () => {
    const { text } = planWeek([smoke, free, lists], 20, first);
    const nights = text.en.split('\n').slice(0, 7);

    expect(nights.filter((night) => night.includes('report'))).toHaveLength(2);
    expect(nights.sort((a, b) => a.length - b.length).map((night) => night.slice(10))).toEqual([
      ...Array.from({ length: 5 }, () => '     3 counted calls     2 cases  flows/smoke'),
      ...Array.from({ length: 2 }, () => '    13 counted calls     3 cases  flows/smoke, report/list'),
    ]);
  });

  it('begins with the night that is named', () => {
    const dates = planWeek([smoke], 20, '2026-11-28')
      .text.en.split('\n')
      .map((line) => line.split(' ')[0]);

    expect(dates.slice(0, 4)).toEqual(['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01']);
  });

  it('tells its calls and the budget of a night', () => {
    expect(planWeek([smoke, lists], 20, first).text.en).toContain(
      '\nSeven nights make 41 counted calls, at most 20 a night.\n',
    );
  });

  it.each([
    {
      what: 'everything where all fits',
      all: [smoke, lists, ...rows.map((row) => ({ ...row, traits: ['language'] }))],
      budget: 20,
      told: [/ 4 of 4 cases .* 2 of 2 .* by hand, and 2 of 2 rows/, /^with everything/, /^At this budget/],
    },
    {
      what: 'not all that rows vary where these take turns',
      all: [smoke, ...sevenTimes('lists'), ...rows],
      budget: 16,
      told: [/ 9 of 10 cases .* 8 of 8 .* by hand, and 1 of 2 rows/, /^without 1 of/, /^At this budget/],
    },
    {
      what: 'not all that was written by hand where a week is too short, and names the files of the rest',
      all: [smoke, lists, ...sevenTimes('lists')],
      budget: 14,
      told: [
        / 8 of 9 cases .* 8 of 9 .* by hand, and 0 of 0 rows/,
        /^with everything/,
        /^Later weeks take cases of report\/list\.$/,
      ],
    },
    {
      what: 'that of two files something waits',
      all: [smoke, ...sevenTimes('lists'), ...sevenTimes('creates', 'specs/report/create.spec.ts')],
      budget: 14,
      told: [
        / 8 of 15 cases /,
        /^with everything/,
        /^Later weeks take cases of report\/(list, report\/create|create, report\/list)\.$/,
      ],
    },
  ])('says that it has $what', ({ all, budget, told }) => {
    const { text } = planWeek(all, budget, first);

    expect(text.en.split('\n').slice(8, 11)).toEqual(
      told.map((line) => expect.stringMatching(line) as string),
    );
  });
});

describe('A problem of a week', () => {
  it('is a night that is over budget, for one case alone is', () => {
    const [problem] = planWeek([aCase('dear', 200)], 115, first).problems;

    expect(problem?.en).toMatch(/^the night of [-\d]+ makes 200 counted calls$/);
  });

  it('is no night that spends all it may', () => {
    // No endpoint of this name is asked for first.
    const exact = { ...aCase('exact', 0), cost: { counted: { 'token/get': 20 }, free: {} } };

    expect(planWeek([exact], 20, first).problems).toEqual([]);
  });
});
