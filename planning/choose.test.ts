import { choose } from './choose';
import { countedCalls, measured, plannedCases, totalCost, type PlannedCase } from './costs';
import { callsPerStory } from './story-cost';

const aCase = (title: string, counted = 10, file = 'specs/report/list.spec.ts'): PlannedCase => ({
  file,
  title,
  cost: { 'report/list': counted },
  counted,
});
const smoke = aCase('smoke', 20, 'specs/flows/smoke.spec.ts');
const others = Array.from({ length: 30 }, (_, index) => aCase(`case ${index}`));
const all = [smoke, ...others];
const week = Array.from({ length: 7 }, (_, index) => `2026-11-${22 + index}`);
const titles = (cases: readonly PlannedCase[]): string[] => cases.map(({ title }) => title);

describe('choose', () => {
  it('takes everything for a full run', () => {
    expect(choose(all, 'full', 120, '2026-11-22').cases).toEqual(all);
  });

  it('takes the lean chains only for smoke', () => {
    expect(titles(choose(all, 'smoke', 120, '2026-11-22').cases)).toEqual(['smoke']);
  });

  it.each(week)('stays within the budget on %s', (night) => {
    const { cases } = choose(all, 'nightly', 120, night);

    expect(cases.reduce((sum, { counted }) => sum + counted, 0)).toBeLessThanOrEqual(120);
    expect(titles(cases)).toContain('smoke');
  });

  it('gives every case its turn in as many nights as it says', () => {
    const { nights } = choose(all, 'nightly', 120, '2026-11-22');
    const seen = week.slice(0, nights).flatMap((night) => titles(choose(all, 'nightly', 120, night).cases));

    expect(nights).toBe(3);
    expect(new Set(seen)).toEqual(new Set(titles(all)));
  });

  it('gives the same slice for the same night', () => {
    const first = choose(all, 'nightly', 120, '2026-11-22');

    expect(choose([...all].reverse(), 'nightly', 120, '2026-11-22').cases).toEqual(first.cases);
  });

  it('gives a case that alone is over budget a night of its own', () => {
    const { nights } = choose([smoke, aCase('dear', 500), aCase('cheap', 1)], 'nightly', 120, '2026-11-22');

    expect(nights).toBe(2);
  });
});

describe('random stories', () => {
  const file = 'specs/flows/stories.spec.ts';
  const costs = measured([{ kind: 'case', file, title: 'b', exchanges: [{ endpoint: 'blackboard/get' }] }]);

  it('cost what the dearest of them may cost, times so many', () => {
    const [three] = plannedCases(costs, 3);

    expect(three?.counted).toBe(3 * callsPerStory);
  });

  it('are no case of a run that plays none', () => {
    expect(plannedCases(costs, 0)).toEqual([]);
  });

  it('are taken beside the lean chains where they are asked for', () => {
    const { cases } = choose([smoke, ...plannedCases(costs, 1), ...others], 'smoke', 120, '2026-11-22');

    expect(cases.map((each) => each.file)).toEqual([smoke.file, file]);
  });
});

describe('measured', () => {
  const line = {
    kind: 'case',
    file: 'a.spec.ts',
    title: 'b',
    exchanges: [{ endpoint: 'report/list' }, { endpoint: 'token/get' }],
  };
  const costs = measured([{ ...line, kind: 'start' }, { ...line, file: '' }, line]);

  it('counts the calls of each case by endpoint', () => {
    expect(costs).toEqual({ 'a.spec.ts': { b: { 'report/list': 1, 'token/get': 1 } } });
  });

  it('tells what the quota counts, and sums up', () => {
    const cases = plannedCases(costs, 0);

    expect(cases.map(({ counted }) => counted)).toEqual([1]);
    expect(totalCost([...cases, ...cases])).toEqual({ 'report/list': 2, 'token/get': 2 });
    expect(countedCalls({ 'token/get': 3, 'report/list': 2 })).toBe(2);
  });
});
