import { Meter, reserveOf } from './meter';

const counted = { counted: true };
const cleaning = { counted: true, cleaning: true };
const usedUp = 'quota: the budget of 50 counted calls is used up';
const granted = (meter: Meter, calls: number, asking: object): boolean[] =>
  Array.from({ length: calls }, () => meter.take(asking) === undefined);

describe('Meter', () => {
  it('lets as many counted calls through as the budget has, but for what is kept back', () => {
    const meter = new Meter(50);

    expect(granted(meter, 48, counted)).not.toContain(false);
    expect(meter.take(counted)).toBe(usedUp);
  });

  it('lets clean-up calls use what is kept back, and no more', () => {
    const meter = new Meter(50);
    granted(meter, 48, counted);

    expect(granted(meter, 2, cleaning)).toEqual([true, true]);
    expect(meter.take(cleaning)).toBe(usedUp);
  });

  it('begins with what was used before', () => {
    expect(new Meter(50, 48).take(counted)).toBe(usedUp);
  });

  it('lets free calls through always, and everything where there is no budget', () => {
    expect(new Meter(50, 50).take({})).toBeUndefined();
    expect(granted(new Meter(), 1000, counted)).not.toContain(false);
  });

  it.each([
    [40, 2],
    [120, 5],
    [5000, 10],
  ])('keeps back of %i calls %i', (budget, kept) => {
    expect(reserveOf(budget)).toBe(kept);
  });
});
