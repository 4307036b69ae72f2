import { plannedCases } from './costs';
import { readCosts } from './forecast';
import { planWeek } from './week-text';

const all = plannedCases(readCosts(), 0);

describe('a week of nights of this suite', () => {
  it('is not enough within 60 counted calls a night, and says so', () => {
    expect(planWeek(all, 60, '2026-11-22').problems).not.toEqual([]);
  });
});
