import { deleteAnnouncement, getToken } from '../schemas';
import { deleted, deletion as request, refusedAs, useClient } from './testing/use-client';
import { json } from './testing/use-server';

const noPermission = refusedAs('60011');

describe('The quota', () => {
  const { api, play, exchanges, renewed } = useClient();
  const issued = 'abcdef0123456789abcdef0123456789';
  const counted = () => exchanges.map((exchange) => exchange.counted);

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('counts a call with a token that the client has fetched, and with no other text of an answer', async () => {
    play(json({ errcode: 0, access_token: issued, expires_in: 7200 }), json(deleted), json(deleted));
    const client = api();

    await client.must(getToken, { appkey: 'ding1', appsecret: 's' });
    await client.must(deleteAnnouncement, request, { token: issued });
    await client.must(deleteAnnouncement, request, { token: deleted.request_id });

    expect(counted()).toEqual([false, true, false]);
  });

  it('counts a refusal, but not one for coming too fast, over which no token is renewed', async () => {
    play(json(refusedAs('90018')), json(noPermission));
    hurry();

    await api({ timeoutMs: 100_000 }).send(deleteAnnouncement, request);

    expect({ counted: counted(), renewed }).toEqual({ counted: [false, true], renewed: [] });
  });
});

describe('A fault of the suite', () => {
  const { api, play, server } = useClient();
  const fault = new Error('a fault');

  it('goes up as it is, and is no failure of the call', async () => {
    play(json(deleted));
    const saw = () => {
      throw fault;
    };

    await expect(api({ saw }).send(deleteAnnouncement, request)).rejects.toBe(fault);
  });

  it('over the token gives the slot back and sends nothing', async () => {
    const tokens = { current: () => Promise.reject(fault), renew: () => Promise.reject(fault) };
    const release = jest.fn();
    const client = api({ tokens, pace: () => Promise.resolve(release) });

    await expect(client.send(deleteAnnouncement, request)).rejects.toBe(fault);
    expect(release).toHaveBeenCalledTimes(1);
    expect(server().received).toEqual([]);
  });
});

describe('The guard', () => {
  const { api, play } = useClient();

  it.each([
    { whose: "the run's own", options: {}, own: true },
    { whose: 'one that the caller chose', options: { token: 'another' }, own: false },
    { whose: 'none', options: { token: null }, own: false },
  ])('is shown each request, and told whose token goes with it: $whose', async ({ options, own }) => {
    const guard = jest.fn();
    play(json(deleted));

    await api({ guard }).must(deleteAnnouncement, request, options);

    expect(guard.mock.calls).toEqual([[deleteAnnouncement, request, own]]);
  });
});

// Helpers

/** Lets every wait take a hundredth of its time. */
function hurry(): void {
  const { setTimeout: wait } = globalThis;
  const soon = (act: () => void, ms = 0) => wait(act, ms / 100);
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(soon);
}
