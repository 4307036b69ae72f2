import { Rates } from './rate';

/** The most of these moments that lie within one second. */
function fastestOf(moments: readonly number[]): object {
  const rates = new Rates();
  for (const [index, at] of moments.entries()) rates.add(at, `call ${index}`);
  return rates.fastest;
}

describe('The rate of calls', () => {
  it.each([
    { of: 'none', moments: [], fastest: { calls: 0, place: '' } },
    { of: 'a second to the next one', moments: [0, 1000], fastest: { calls: 1, place: 'call 0' } },
    { of: 'less than that', moments: [0, 999, 1000, 1998], fastest: { calls: 3, place: 'call 1' } },
    { of: 'the same moment', moments: [0, 5000, 5000, 5000], fastest: { calls: 3, place: 'call 1' } },
  ])('of $of', ({ moments, fastest }) => {
    expect(fastestOf(moments)).toEqual(fastest);
  });
});
