import { deleteAnnouncement, getAnnouncement, getBlackboard, getToken } from '../schemas';
import { CallFailure } from './failure';
import {
  deleted,
  deletion as request,
  firstToken,
  refusedAs,
  secondToken,
  useClient,
} from './testing/use-client';
import { answerJson, json } from './testing/use-server';

const invalidToken = refusedAs('40014', '不合法的access_token');
const noPermission = refusedAs('60011');
const [anAnnouncement = {}] = getBlackboard.examples;

describe('A call', () => {
  const { api, play, server, exchanges } = useClient();

  it('is recorded with what was sent, what came back and how to repeat it', async () => {
    play(json(deleted));

    const { exchange } = await api().send(deleteAnnouncement, request);

    expect(exchanges).toEqual([exchange]);
    expect(exchange).toEqual({
      endpoint: 'blackboard/delete',
      method: 'POST',
      url: `${server().url}/topapi/blackboard/delete?access_token=<DINGTALK_ACCESS_TOKEN>`,
      requestHeaders: { accept: 'application/json', 'content-type': 'application/json;charset=UTF-8' },
      requestBody: JSON.stringify(request),
      status: 200,
      responseHeaders: expect.objectContaining({
        'content-type': 'application/json;charset=UTF-8',
      }) as object,
      responseBody: JSON.stringify(deleted),
      startedAt: expect.any(Number) as number,
      durationMs: expect.any(Number) as number,
      attempt: 1,
      outcome: 'ok',
      counted: true,
      curl: expect.stringContaining('$DINGTALK_ACCESS_TOKEN') as string,
      docs: deleteAnnouncement.docs.url,
    });
  });

  it('is timed from its start to the end of its answer', async () => {
    let arrived = 0;
    play((_, response) => {
      arrived = Date.now();
      setTimeout(() => {
        answerJson(response, deleted);
      }, 100);
    });

    const { exchange } = await api().send(deleteAnnouncement, request);

    expect(exchange.startedAt).toBeLessThanOrEqual(arrived);
    expect(exchange.durationMs).toBeGreaterThanOrEqual(95);
    expect(exchange.startedAt + exchange.durationMs).toBeLessThanOrEqual(Date.now());
  });

  it('may be refused, which is an answer like any other', async () => {
    play(json(noPermission));

    const reply = await api().send(deleteAnnouncement, request);

    expect(reply).toMatchObject({ refused: true, status: 200, code: '88/60011', body: noPermission });
    expect(exchanges).toMatchObject([{ outcome: 'refused 88/60011', attempt: 1 }]);
  });

  it('of a token endpoint carries no token, and keeps the one that it gets secret', async () => {
    const issued = 'abcdef0123456789abcdef0123456789';
    play(json({ errcode: 0, access_token: issued, expires_in: 7200 }));

    const body = await api().must(getToken, { appkey: 'ding1', appsecret: 's' });

    expect(body.access_token).toBe(issued);
    expect(server().received).toMatchObject([{ target: '/gettoken?appkey=ding1&appsecret=s' }]);
    expect(exchanges[0]?.responseBody).toContain('"access_token":"<DINGTALK_ACCESS_TOKEN>"');
  });

  it('of v1.0 is recorded without its token too', async () => {
    play(json(anAnnouncement));

    await api().send(getBlackboard, { blackboardId: 'a', operationUserId: 'b' });

    expect(server().received).toMatchObject([{ headers: { 'x-acs-dingtalk-access-token': firstToken } }]);
    expect(exchanges[0]?.requestHeaders['x-acs-dingtalk-access-token']).toBe('<DINGTALK_ACCESS_TOKEN>');
    expect(JSON.stringify(exchanges)).not.toContain(firstToken);
  });
});

describe('The token of the run', () => {
  const { api, play, server, exchanges, findings, renewed } = useClient();

  it('is renewed once when it is refused, which is a finding, and the call repeated', async () => {
    play(json(invalidToken), json(deleted));

    const reply = await api().send(deleteAnnouncement, request);

    const message = "88/40014 for the run's own token";
    expect({ refused: reply.refused, renewed, findings }).toEqual({
      refused: false,
      renewed: [firstToken],
      findings: [{ kind: 'passing trouble', endpoint: 'blackboard/delete', message }],
    });
    expect(server().received.map(({ target }) => target.split('=')[1])).toEqual([firstToken, secondToken]);
    expect(exchanges).toMatchObject([
      { attempt: 1, outcome: 'refused 88/40014' },
      { attempt: 2, outcome: 'ok' },
    ]);
  });

  it.each([
    { token: 'deadbeefdeadbeefdeadbeefdeadbeef', target: '?access_token=deadbeefdeadbeefdeadbeefdeadbeef' },
    { token: '', target: '?access_token=' },
    { token: null, target: '' },
  ])('is not used where a caller chooses $token', async ({ token, target }) => {
    play(json(invalidToken));

    const reply = await api().send(deleteAnnouncement, request, { token });

    expect({ refused: reply.refused, renewed, findings }).toEqual({
      refused: true,
      renewed: [],
      findings: [],
    });
    expect(server().received).toMatchObject([{ target: `/topapi/blackboard/delete${target}` }]);
  });

  it('stands where a caller wants it', async () => {
    play(json(deleted));

    await api().send(deleteAnnouncement, request, { as: 'form' });

    expect(server().received[0]?.body).toBe(
      `access_token=${firstToken}&operation_userid=manager01&blackboard_id=${request.blackboard_id}`,
    );
  });
});

describe('A call that has to succeed', () => {
  const { api, play } = useClient();

  it('tells the whole story when it is refused', async () => {
    play(json(noPermission));

    const failure = await failureOf(api().must(deleteAnnouncement, request));

    expect(failure.message).toBe(
      [
        'POST /topapi/blackboard/delete (blackboard/delete 删除公告) was refused: 88/60011',
        `  reply: HTTP 200 ${JSON.stringify(noPermission)}`,
        `  docs:  ${deleteAnnouncement.docs.url}`,
      ].join('\n'),
    );
  });
});

describe('A call without an answer', () => {
  const { api, play, server, exchanges } = useClient();

  it('fails, is recorded, and says how far it got', async () => {
    play(() => undefined);

    const failure = await failureOf(api({ timeoutMs: 100 }).send(deleteAnnouncement, request));

    const { host } = new URL(server().url);
    expect(failure.message.split('\n')[0]).toBe(
      `POST /topapi/blackboard/delete (blackboard/delete 删除公告) got no answer from ${host}: no answer within 100 ms`,
    );
    expect(exchanges).toMatchObject([{ outcome: 'no answer: no answer within 100 ms', attempt: 1 }]);
    expect(exchanges[0]).not.toHaveProperty('status');
  });
});

describe('An answer that breaks its contract', () => {
  const { api, play, exchanges, findings } = useClient();

  it('fails and is recorded as it came', async () => {
    play((_, response) => {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>busy</html>');
    });

    const failure = await failureOf(api().send(getAnnouncement, request));

    expect(failure.message).toContain(
      "(blackboard/get 获取公告详情) broke its contract: the content type is 'text/html'",
    );
    expect(failure.message).toContain('reply: HTTP 502 <html>busy</html>');
    expect(exchanges).toMatchObject([
      { outcome: expect.stringMatching(/^broken: the content type/) as string },
    ]);
  });

  it('has a field that the docs do not know, where that breaks it', async () => {
    play(json({ ...deleted, trace: 1 }));

    const failure = await failureOf(api({ strict: true }).send(deleteAnnouncement, request));

    expect(failure.message).toContain('broke its contract: /trace is not documented');
    expect(findings).toEqual([]);
  });

  it('has not, where such a field is only noticed', async () => {
    play(json({ ...deleted, trace: 1 }));

    const reply = await api({ strict: false }).send(deleteAnnouncement, request);

    expect(reply).toMatchObject({ refused: false, exchange: { outcome: 'ok' } });
    expect(findings).toEqual([
      { kind: 'undocumented field', endpoint: 'blackboard/delete', message: '/trace is not documented' },
    ]);
  });
});

// Helpers

async function failureOf(call: Promise<unknown>): Promise<CallFailure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof CallFailure) return error;
    throw error;
  }
  throw new Error('The call did not fail.');
}
