import type { Planning } from '../../config/config';
import type { Cost, PlannedCase } from './costs';
import { forecast, readCosts, turnsOf } from './forecast';

const plan: Planning = {
  profile: 'full',
  stories: { count: 0 },
  budget: Number.MAX_SAFE_INTEGER,
  readOnly: false,
  asksFirst: false,
  edition: 'standard',
  month: { quota: 5000, used: 0 },
  night: '2026-11-22',
};
const aCase = (title: string, cost: Cost, file = 'specs/report/list.spec.ts'): PlannedCase => ({
  file,
  title,
  cost,
  shared: {},
  traits: [],
});
const listing = aCase('lists', { counted: { 'report/list': 2 }, free: {} });
const reading = aCase('reads', { counted: { 'report/list': 1 }, free: { 'token/get': 4 } });
const lean = aCase('lean', { counted: { 'report/create': 1 }, free: {} }, 'specs/flows/smoke.spec.ts');
const all = [listing, reading, lean];
const lines = (text: string): string[] => text.split('\n').map((line) => line.trim().replace(/ +/g, ' '));

describe('A forecast', () => {
  it('adds up what the cases call, counted and not', () => {
    const { cases, cost, counted } = forecast(plan, all);

    expect(cases).toEqual(all);
    expect(cost).toEqual({ counted: { 'report/list': 3, 'report/create': 1 }, free: { 'token/get': 4 } });
    expect(counted).toBe(4);
  });

  it('of a run that only reads leaves the writing calls out', () => {
    const { cost, counted } = forecast({ ...plan, readOnly: true }, all);

    expect(cost).toEqual({ counted: { 'report/list': 3 }, free: { 'token/get': 4 } });
    expect(counted).toBe(3);
  });

  it('shows a row for each endpoint that is called, and the sum', () => {
    const [head, columns, ...rows] = lines(forecast(plan, all).text.en);

    expect([head, columns]).toEqual(['full: 3 of 3 cases', 'counted free']);
    expect(rows.map((row) => row.replace(/ [^ ]*$/, '')).slice(0, 3)).toEqual([
      '1 0 report/create',
      '3 0 report/list',
      '0 4 token/get',
    ]);
    expect(rows.slice(3)).toEqual(['8 calls, 4 of them counted by the monthly quota; no budget is set']);
  });

  it('counts what it takes to ask a tenant first', () => {
    const asked = forecast({ ...plan, asksFirst: true }, all);
    const [asking] = lines(asked.text.en).slice(-2);
    const extra = asked.counted - 4;

    expect(extra).toBeGreaterThan(0);
    expect(asking).toBe(`${extra} once a day, to ask what the tenant grants`);
    expect(lines(asked.text.en).at(-1)).toMatch(`${8 + extra} calls, ${4 + extra} of them counted`);
  });

  it('says what it knows nothing of', () => {
    const [last] = lines(forecast(plan, all, [], ['specs/hrm/new.spec.ts']).text.en).slice(-1);

    expect(last).toMatch(/^No cost is known yet of specs\/hrm\/new\.spec\.ts/);
  });

  it('is for the lean chains only where the profile is smoke', () => {
    expect(lines(forecast({ ...plan, profile: 'smoke', budget: 40 }, all).text.en)).toEqual([
      'smoke: 1 of 3 cases',
      'counted free',
      expect.stringMatching(/^1 0 report\/create /),
      '1 calls, 1 of them counted by the monthly quota; the budget is 40',
    ]);
  });

  it('names the night, and in how many nights everything has its turn', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      aCase(`case ${index}`, { counted: { 'report/list': 5 }, free: {} }),
    );
    const { text, nights } = forecast({ ...plan, profile: 'nightly', budget: 60 }, [lean, ...many]);

    expect(text.en).toMatch(/^nightly, night of 2026-11-22: \d+ of 21 cases\n/);
    expect(nights).toBeGreaterThan(1);
    expect(text.en).toContain(`every case that was written by hand has its turn within ${nights} nights`);
  });
});

describe('The turns', () => {
  it('are not told where one run takes everything', () => {
    expect(turnsOf({ nights: 1, traitNights: 1, rowNights: 1 })).toEqual([]);
  });

  it('are told for cases and for rows', () => {
    expect(
      turnsOf({ nights: 6, traitNights: 12, rowNights: 24 })
        .map(({ en }) => en)
        .join(' '),
    ).toMatch(/within 6 nights,.*within 12, and every row within 24\.$/);
  });
});

describe('The measured costs', () => {
  it('are those of the suite', () => {
    expect(Object.keys(readCosts())).toContain('specs/flows/smoke.spec.ts');
  });
});
