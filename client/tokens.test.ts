import { TokenCache } from './tokens';

describe('TokenCache', () => {
  it('fetches once for everybody who asks at the same time', async () => {
    const fetch = numbered();
    const tokens = new TokenCache(fetch);

    const given = await Promise.all(Array.from({ length: 50 }, () => tokens.current('oapi')));

    expect(new Set(given)).toEqual(new Set(['token 1']));
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('renews once for everybody whose token was refused', async () => {
    const fetch = numbered();
    const tokens = new TokenCache(fetch);
    const refused = await tokens.current('oapi');

    const given = await Promise.all(Array.from({ length: 50 }, () => tokens.renew('oapi', refused)));

    expect(new Set(given)).toEqual(new Set(['token 2']));
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('does not renew for a token that it no longer holds', async () => {
    const fetch = numbered();
    const tokens = new TokenCache(fetch);
    await tokens.renew('oapi', await tokens.current('oapi'));

    await expect(tokens.renew('oapi', 'token 1')).resolves.toBe('token 2');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('fetches where it is asked to renew before it holds any', async () => {
    await expect(new TokenCache(numbered()).renew('oapi', 'another')).resolves.toBe('token 1');
  });

  it('does not keep a fetch that failed', async () => {
    const fetch = numbered().mockRejectedValueOnce(new Error('busy'));
    const tokens = new TokenCache(fetch);

    const both = await Promise.allSettled([tokens.current('oapi'), tokens.current('oapi')]);

    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(tokens.current('oapi')).resolves.toBe('token 1');
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

describe('The tokens of two gateways', () => {
  it('are fetched and renewed each for itself where they differ', async () => {
    const fetch = jest.fn((gateway: string, refused?: string) =>
      Promise.resolve([gateway, refused].join(' ').trim()),
    );
    const tokens = new TokenCache(fetch);

    const first = [await tokens.current('oapi'), await tokens.current('api')];
    const renewed = await tokens.renew('oapi', 'oapi');

    expect(first).toEqual(['oapi', 'api']);
    expect([renewed, await tokens.current('api')]).toEqual(['oapi oapi', 'api']);
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('are one where they are seen to be equal: refused by one gateway, it is renewed for both', async () => {
    const fetch = jest
      .fn<Promise<string>, [string]>()
      .mockResolvedValueOnce('old')
      .mockResolvedValueOnce('old')
      .mockResolvedValue('new');
    const tokens = new TokenCache(fetch);
    await Promise.all([tokens.current('oapi'), tokens.current('api')]);

    await expect(tokens.renew('oapi', 'old')).resolves.toBe('new');
    await expect(tokens.current('api')).resolves.toBe('new');
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
