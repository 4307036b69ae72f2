import { tallied, type VariantRun } from './variants';

const aRun: VariantRun = {
  cases: 800,
  failed: 0,
  skipped: 3,
  seconds: 20,
  calls: 2000,
  highestRate: 12,
  leftovers: 0,
  disturbances: 0,
  strangers: 0,
  clean: true,
};

describe('The runs in one state', () => {
  it('are summed, but for the highest rate', () => {
    const left = { ...aRun, highestRate: 20, failed: 1, leftovers: 2, clean: false };

    expect(tallied([aRun, left], '2026-11-29', 'full')).toEqual({
      date: '2026-11-29',
      profile: 'full',
      runs: 2,
      clean: 1,
      cases: 1600,
      failed: 1,
      skipped: 6,
      seconds: 40,
      calls: 4000,
      highestRate: 20,
      leftovers: 2,
      disturbances: 0,
      strangers: 0,
    });
  });

  it('may be none', () => {
    expect(tallied([], '2026-11-29', 'full')).toMatchObject({ runs: 0, highestRate: 0 });
  });
});
