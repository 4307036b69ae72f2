import { same } from './language';
import { shardIn, shareOf } from './shard';

describe('shardIn', () => {
  it.each([
    { parameters: ['--shard=2/3'], shard: { index: 2, count: 3 } },
    { parameters: ['-t', 'x', '--shard', '1/4'], shard: { index: 1, count: 4 } },
    { parameters: ['--shard=12/20'], shard: { index: 12, count: 20 } },
  ])('reads $parameters', ({ parameters, shard }) => {
    expect(shardIn(parameters)).toEqual(shard);
  });

  it.each([['specs/ai'], ['--shard'], ['--shard=1/0'], ['--shard=1/3x'], ['--shard=--shard=1/3']])(
    'has the whole run in %s',
    (...parameters) => {
      expect(shardIn(parameters)).toEqual({ index: 1, count: 1 });
    },
  );
});

describe('shareOf', () => {
  it.each([
    { whole: 20, count: 3, share: 6 },
    { whole: 120, count: 7, share: 17 },
    { whole: 20, count: 1, share: 20 },
  ])('$count shards of $whole have $share each, and together no more', ({ whole, count, share }) => {
    expect(shareOf(whole, { index: 1, count }, same('calls'))).toBe(share);
    expect(share * count).toBeLessThanOrEqual(whole);
  });

  it('refuses more shards than there is to share', () => {
    expect(() => shareOf(20, { index: 1, count: 21 }, same('calls a second'))).toThrow(
      '21 shards cannot share 20 calls a second',
    );
  });
});
