import { TokenCache } from './tokens';

describe('TokenCache', () => {
  it('fetches once for everybody who asks at the same time', async () => {
    const fetch = numbered();
    const tokens = new TokenCache(fetch);

    const given = await Promise.all(Array.from({ length: 50 }, () => tokens.current()));

    expect(new Set(given)).toEqual(new Set(['token 1']));
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('keeps the token for those who ask later', async () => {
    const fetch = numbered();
    const tokens = new TokenCache(fetch);
    await tokens.current();

    await expect(tokens.current()).resolves.toBe('token 1');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('renews once for everybody whose token was refused', async () => {
    const fetch = numbered();
    const tokens = new TokenCache(fetch);
    const refused = await tokens.current();

    const given = await Promise.all(Array.from({ length: 50 }, () => tokens.renew(refused)));

    expect(new Set(given)).toEqual(new Set(['token 2']));
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('does not renew for a token that it no longer holds', async () => {
    const fetch = numbered();
    const tokens = new TokenCache(fetch);
    await tokens.renew(await tokens.current());

    await expect(tokens.renew('token 1')).resolves.toBe('token 2');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('fetches where it is asked to renew before it holds any', async () => {
    await expect(new TokenCache(numbered()).renew('another')).resolves.toBe('token 1');
  });

  it('does not keep a fetch that failed', async () => {
    const fetch = numbered().mockRejectedValueOnce(new Error('busy'));
    const tokens = new TokenCache(fetch);

    const both = await Promise.allSettled([tokens.current(), tokens.current()]);

    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(tokens.current()).resolves.toBe('token 1');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('does not keep a renewal that failed', async () => {
    const fetch = numbered();
    const tokens = new TokenCache(fetch);
    await tokens.current();
    fetch.mockRejectedValueOnce(new Error('busy'));

    await expect(tokens.renew('token 1')).rejects.toThrow('busy');
    await expect(tokens.renew('token 1')).resolves.toBe('token 2');
  });
});

// Helpers

/** A fetch that takes a while and gives `token 1`, `token 2`, and so on. */
function numbered(): jest.Mock<Promise<string>, []> {
  let count = 0;
  return jest.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    count += 1;
    return `token ${count}`;
  });
}
