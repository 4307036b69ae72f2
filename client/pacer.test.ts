import { Pacer } from './pacer';

describe('Pacer', () => {
  it('never lets more than its rate through in any second, however many ask at once', () => {
    const pacer = new Pacer(20, () => 0);

    const at = Array.from({ length: 100 }, () => pacer.reserve('report/list')).sort((a, b) => a - b);
    expect(Math.max(...at.map((from) => countIn(at, from, from + 1000)))).toBe(20);
    expect(at.at(-1)).toBe(4 * 1050);
  });

  it('lets every API have a rate of its own', () => {
    const pacer = new Pacer(1, () => 0);

    expect([pacer.reserve('report/list'), pacer.reserve('report/create')]).toEqual([0, 0]);
    expect([pacer.reserve('report/list'), pacer.reserve('report/list')]).toEqual([1050, 2100]);
  });

  it('does not hold up calls that come slowly', () => {
    let now = 0;
    const pacer = new Pacer(2, () => now);
    const waits = [0, 600, 1200, 1800].map((at) => {
      now = at;
      return pacer.reserve('report/list');
    });

    expect(waits).toEqual([0, 0, 0, 0]);
  });
});

function countIn(times: readonly number[], from: number, to: number): number {
  return times.filter((time) => time >= from && time < to).length;
}
