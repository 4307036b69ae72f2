import { Clock, fromGmt8, toGmt8 } from './clock';

describe('GMT+8', () => {
  it.each([
    { at: 1_599_495_997_000, text: '2020-09-08 00:26:37' },
    { at: 1_599_495_997_999, text: '2020-09-08 00:26:37' },
    { at: Date.UTC(2025, 11, 31, 16, 0, 0), text: '2026-01-01 00:00:00' },
  ])('writes $at as $text', ({ at, text }) => {
    expect(toGmt8(at)).toBe(text);
  });

  it('reads what it wrote', () => {
    expect(fromGmt8('2020-09-08 00:26:37')).toBe(1_599_495_997_000);
  });

  it.each([
    '2020-09-08',
    '2020-09-08T00:26:37',
    '2020-9-8 00:26:37',
    '2020-02-30 00:00:00',
    '2020-01-01 25:00:00',
    ' 2020-09-08 00:26:37',
    '',
  ])('does not read %j', (text) => {
    expect(fromGmt8(text)).toBeUndefined();
  });
});

describe('Clock', () => {
  it('moves only on request', () => {
    const clock = new Clock(() => 1000);

    clock.advance(5);

    expect(clock.now()).toBe(6000);
  });

  it('takes back every move', () => {
    const clock = new Clock(() => 1000);
    clock.advance(5);

    clock.reset();

    expect(clock.now()).toBe(1000);
  });
});
