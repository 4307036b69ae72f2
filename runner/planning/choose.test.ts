import { choose, leftOutOf, nightsFrom, scheduleOf } from './choose';
import { costOf, countedIn, plannedCases, total, type Cost, type Costs, type PlannedCase } from './costs';
import { callsPerStory, storyCost } from './story-cost';

const costing = (calls: number): Cost => ({ counted: { 'report/list': calls }, free: {} });
const aCase = (title: string, calls = 10, file = 'specs/report/list.spec.ts'): PlannedCase => ({
  file,
  title,
  cost: costing(calls),
  shared: {},
  traits: [],
});
const smoke = aCase('smoke', 20, 'specs/flows/smoke.spec.ts');
const others = Array.from({ length: 30 }, (_, index) => aCase(`case ${index}`));
const free = aCase('free', 0);
const all = [smoke, free, ...others];
const first = '2026-11-22';
const week = Array.from({ length: 7 }, (_, index) => `2026-11-${22 + index}`);
const titles = (cases: readonly PlannedCase[]): string[] => cases.map(({ title }) => title);
const counted = (cases: readonly PlannedCase[]): number => countedIn(costOf(cases));

const inOneRound = (on: (night: string) => readonly PlannedCase[]): number[] =>
  nightsFrom(first, 5)
    .map((night) => counted(on(night)))
    .sort((a, b) => a - b);

describe('choose', () => {
  it('takes everything for a full run', () => {
    expect(choose(all, 'full', 120, first).cases).toEqual(all);
  });

  it('takes the lean chains only for smoke', () => {
    expect(titles(choose(all, 'smoke', 120, first).cases)).toEqual(['smoke']);
  });

  it.each(week)(
    'stays within the budget on %s, with the chains and what is free, each case once',
    (night) => {
      const { cases } = choose(all, 'nightly', 100, night);

      // Four calls are kept back for removing what is left, and one asks first whether report/list is granted.
      expect(counted(cases)).toBeLessThanOrEqual(100 - 4 - 1);
      expect(titles(cases)).toEqual(expect.arrayContaining(['smoke', 'free']));
      expect(new Set(titles(cases)).size).toBe(cases.length);
    },
  );

  it.each(week)('gives the same slice on %s, in whatever order the cases stand', (night) => {
    const { cases } = choose([...all].reverse(), 'nightly', 120, night);

    expect(titles(cases).sort()).toEqual(titles(choose(all, 'nightly', 120, night).cases).sort());
  });
});

describe('scheduleOf', () => {
  it.each(week)(
    'gives every case its turn within a working week from %s on, and asks not everything every night',
    (night) => {
      const schedule = scheduleOf(all, 120);

      expect([schedule, scheduleOf(all, 1000)].map(({ nights }) => nights)).toEqual([5, 5]);
      expect(leftOutOf(all, schedule, { first: night, count: 5 })).toEqual([]);
      expect(leftOutOf(all, schedule, { first: night, count: 2 })).not.toEqual([]);
    },
  );

  it('takes more nights where that is too short', () => {
    // Of 50 calls the chain takes 20, and one asks first whether report/list is granted: that leaves two cases of 10.
    expect(scheduleOf(all, 51).nights).toBe(10);
    expect(scheduleOf(all, 50).nights).toBe(15);
  });

  it('gives a case that alone is over budget a night of its own', () => {
    const { on } = scheduleOf([smoke, aCase('dear', 500), aCase('cheap', 1)], 120);

    expect(inOneRound(on)).toEqual([20, 20, 20, 21, 520]);
  });

  it('pays once a night for what cases of a file share', () => {
    const sharing = others.map((each) => ({ ...each, cost: costing(1), shared: { target: costing(60) } }));
    const { on } = scheduleOf(sharing, 91);

    expect(inOneRound(on)).toEqual([0, 0, 0, 0, 90]);
  });
});

describe('nightsFrom', () => {
  it('names the dates of nights, also over the end of a month', () => {
    expect(nightsFrom('2026-11-29', 3)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01']);
  });
});

describe('leftOutOf', () => {
  const row = { ...aCase('a is null'), group: 'refused', traits: ['parameter a', 'null'] };
  const schedule = { nights: 7, traitNights: 7, rowNights: 7, on: () => [] };

  it.each([
    {
      rows: false,
      names: [
        'specs/report/list.spec.ts (refused): parameter a',
        'specs/report/list.spec.ts (refused): null',
      ],
    },
    { rows: true, names: ['specs/report/list.spec.ts a is null'] },
  ])('names what nobody takes, of rows as rows ($rows) $names', ({ rows, names }) => {
    expect(leftOutOf([row, aCase('lists')], schedule, { first, count: 7, rows })).toEqual([
      ...names,
      'specs/report/list.spec.ts lists',
    ]);
  });
});

describe('random stories', () => {
  const file = 'specs/flows/stories.spec.ts';
  const costs: Costs = { [file]: { cases: { b: { counted: storyCost } } } };

  it('cost what the dearest of them may cost, times so many', () => {
    const { counted: calls } = costOf(plannedCases(costs, 3));

    expect(total(calls)).toBe(3 * callsPerStory);
  });

  it('are no case of a run that plays none', () => {
    expect(plannedCases(costs, 0)).toEqual([]);
  });

  it('are taken beside the lean chains where they are asked for', () => {
    const { cases } = choose([smoke, ...plannedCases(costs, 1), ...others], 'smoke', 120, first);

    expect(cases.map((each) => each.file)).toEqual([smoke.file, file]);
  });
});

describe('a derived group', () => {
  const rows = ['a', 'b', 'c'].flatMap((parameter) =>
    ['null', 'blank'].map((wrong) => ({
      ...aCase(`${parameter} ${wrong}`),
      group: 'refused',
      traits: [parameter, wrong],
    })),
  );

  it.each(week)('has everything that it varies in five nights from %s on, and not every row', (night) => {
    const schedule = scheduleOf(rows, 120);

    expect(leftOutOf(rows, schedule, { first: night, count: 5 })).toEqual([]);
    expect(leftOutOf(rows, schedule, { first: night, count: 5, rows: true })).not.toEqual([]);
  });

  it('gives way to what was written by hand: its rounds take several weeks, and it says how many', () => {
    const more = [...others, ...['x', 'y', 'z'].map((title) => aCase(title))];
    const tight = scheduleOf([...more, ...rows], 52);

    expect(tight).toMatchObject({ nights: 7, traitNights: 14, rowNights: 28 });
    expect(leftOutOf(more, tight, { first, count: 7 })).toEqual([]);
    expect(leftOutOf(rows, tight, { first, count: 14 })).toEqual([]);
  });

  it('has every row in as many nights as it says', () => {
    const many = week.map((title) => ({ ...aCase(title), group: 'languages', traits: ['language'] }));
    const schedule = scheduleOf(many, 120);

    expect(schedule).toMatchObject({ nights: 5, traitNights: 5, rowNights: 35 });
    expect(leftOutOf(many, schedule, { first, count: 35, rows: true })).toEqual([]);
  });
});
