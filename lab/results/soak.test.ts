import { planOf, summed, type SoakRun } from './soak';

const run: SoakRun = {
  state: 'fresh',
  workers: 1,
  seed: 7,
  cases: 10,
  skipped: 1,
  durationMs: 30_000,
  alarms: [],
};
const alarm = { title: 'report/list R3', message: 'expected …' };

describe('planOf', () => {
  it('lets every state meet every number of workers', () => {
    const plans = Array.from({ length: 12 }, (_, index) => planOf(index, ['a', 'b', 'c', 'd'], [1, 2, 4]));

    expect(new Set(plans.map(({ state, workers }) => `${state}${workers}`)).size).toBe(12);
  });

  it('meets them too where there are as many states as numbers of workers', () => {
    const plans = Array.from({ length: 9 }, (_, index) => planOf(index, ['a', 'b', 'c'], [1, 2, 4]));

    expect(new Set(plans.map(({ state, workers }) => `${state}${workers}`)).size).toBe(9);
  });
});

describe('summed', () => {
  it('counts runs and clean ones by state and by workers', () => {
    const soak = summed([run, { ...run, workers: 4, alarms: [alarm, alarm] }], '2026-11-24', 'abc');

    expect(soak).toMatchObject({
      runs: 2,
      cleanRuns: 1,
      cases: 20,
      skipped: 2,
      minutes: 1,
      byWorkers: { 1: { runs: 1, clean: 1 }, 4: { runs: 1, clean: 0 } },
      byState: { fresh: { runs: 2, clean: 1 } },
    });
  });

  it('says of each alarm in which run it was', () => {
    const soak = summed([{ ...run, alarms: [alarm] }], '2026-11-24', 'abc');

    expect(soak.alarms).toEqual([{ ...alarm, state: 'fresh', workers: 1, seed: 7 }]);
  });
});
