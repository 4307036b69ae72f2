import { monthLeft, monthText, startOfMonth } from './month';

describe('startOfMonth', () => {
  it.each([
    { at: '2026-11-24T08:00:00Z', start: '2026-10-31T16:00:00Z' },
    { at: '2026-10-31T16:00:00Z', start: '2026-10-31T16:00:00Z' },
    { at: '2026-10-31T15:59:59Z', start: '2026-09-30T16:00:00Z' },
    { at: '2026-12-31T16:00:00Z', start: '2026-12-31T16:00:00Z' },
  ])('of $at is $start: months are those of Beijing', ({ at, start }) => {
    expect(startOfMonth(Date.parse(at))).toBe(Date.parse(start));
  });
});

describe('what is left of the month', () => {
  const month = { quota: 5000, used: 1200, ours: 800 };

  it('is what neither others nor our own runs have made', () => {
    expect(monthLeft(month)).toBe(3000);
    expect(monthText(month).en).toMatch(
      /^Of the 5000 .* others have made 1200 .* this suite 800, so 3000 are left\.$/,
    );
  });
});
