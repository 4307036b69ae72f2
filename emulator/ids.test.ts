import { Dice } from './dice';
import { appKey, objectId, requestId, secretHex, upperUuid } from './ids';

describe('ids', () => {
  it.each([
    { what: 'a report id', id: objectId(1_774_870_232_318), pattern: /^19d3e827cfe[0-9a-f]{21}$/ },
    { what: 'a request id', id: requestId(), pattern: /^[a-z0-9]{11,13}$/ },
    { what: 'a token', id: secretHex(), pattern: /^[0-9a-f]{32}$/ },
    { what: 'an app key', id: appKey(), pattern: /^ding[a-z0-9]{16}$/ },
    { what: 'a v1.0 request id', id: upperUuid(), pattern: /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/ },
  ])('$what looks like a recorded one', ({ id, pattern }) => {
    expect(id).toMatch(pattern);
  });
});

describe('A request id', () => {
  it.each([
    { chance: 0.49, length: 12 },
    { chance: 0.5, length: 13 },
  ])('has $length characters where the chance is $chance', ({ chance, length }) => {
    expect(requestId(() => chance)).toHaveLength(length);
  });
});

describe('Dice', () => {
  it('throws the same numbers for the same seed', () => {
    const [one, other] = [new Dice(7), new Dice(7)];

    expect([one.next(), one.int(1, 6), one.pick('abc'.split(''))]).toEqual([
      other.next(),
      other.int(1, 6),
      other.pick('abc'.split('')),
    ]);
  });

  it('never picks an item twice', () => {
    const picked = new Dice(7).some([1, 2, 3, 4], 9);

    expect([...picked].sort()).toEqual([1, 2, 3, 4]);
  });
});
