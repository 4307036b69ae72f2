import { deleteAnnouncement } from '../schemas';
import { CallFailure } from './failure';
import { deleted, deletion as request, useClient } from './testing/use-client';
import { json, type Answering } from './testing/use-server';

const { api, play, server, findings } = useClient();
const busy = { errcode: -1, errmsg: '系统繁忙', request_id: deleted.request_id };
const lose: Answering = (_request, response) => response.destroy();
const happened = jest.fn(() => Promise.resolve(deleted));
const nothing = jest.fn(() => Promise.resolve(undefined));

describe('A write whose answer is lost', () => {
  it('is not sent again when it had happened', async () => {
    play(lose);

    const reply = await api({ retries: true, look: happened }).send(deleteAnnouncement, request);

    expect(reply).toMatchObject({ refused: false, status: 200, body: deleted });
    expect(server().received).toHaveLength(1);
    expect(findings.map(({ kind, endpoint, message }) => [kind, endpoint, message])).toEqual([
      ['passing trouble', 'blackboard/delete', expect.stringContaining('lost a write: no answer')],
      ['passing trouble', 'blackboard/delete', 'its answer was lost, but it had happened'],
    ]);
  });

  it('is sent again when it had not happened', async () => {
    play(lose, json(deleted));

    const reply = await api({ retries: true, look: nothing }).send(deleteAnnouncement, request);

    expect(reply).toMatchObject({ refused: false, exchange: { attempt: 2 } });
    expect(findings.at(-1)).toMatchObject({ message: 'it had not happened' });
    expect(nothing).toHaveBeenCalledWith(deleteAnnouncement, request);
  });

  it.each([
    { when: 'three times at most where it had not happened', options: { look: nothing }, times: 3 },
    { when: 'once where nobody can look', options: {}, times: 1 },
  ])('is sent $when', async ({ options, times }) => {
    play(lose, lose, lose);

    const sending = api({ retries: true, ...options }).send(deleteAnnouncement, request);

    await expect(sending).rejects.toThrow(CallFailure);
    expect(server().received).toHaveLength(times);
  });
});

describe('A busy service', () => {
  it('may have done what was asked, so that is looked at too', async () => {
    play(json(busy));

    const reply = await api({ retries: true, look: happened }).send(deleteAnnouncement, request);

    expect(reply).toMatchObject({ refused: false, body: deleted });
    expect(findings[0]).toMatchObject({ message: 'lost a write: -1' });
  });
});
