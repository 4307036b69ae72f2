import {
  getAccessToken,
  getBlackboard,
  getToken,
  listAnnouncementIds,
  listDismissedEmployees,
  listTemplatesByUser,
  listTopTen,
} from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { nearMisses } from '../../fixtures/near-misses';
import { nobodysId } from '../../fixtures/requests';
import { tokenOf } from '../support/app-tokens';
import { fact, inferred } from '../support/evidence';
import { expectLast, expectMediaType, expectNames, headersOf } from '../support/envelopes';
import { plainAnswer } from '../support/generated';
import { api, app, operator, user } from '../support/tenant';
import { expectSameAgain } from '../support/token-use';

const wrongSecret = { appkey: app.key, appsecret: 'not-the-secret-of-this-app' };
const reading = { blackboardId: nobodysId, operationUserId: operator };
const nobodysToken = '0123456789abcdef0123456789abcdef';

const topTen = plainAnswer(listTopTen, { userid: user });

describe('gateways: what holds for every endpoint of a family', () => {
  it('G1: the gateway oapi refuses with HTTP status 200', async () => {
    const classic = await api.send(getToken, wrongSecret);
    const topapi = await api.send(listTopTen, { userid: user }, { token: nobodysToken });

    expect([classic, topapi].map(({ refused, status }) => ({ refused, status }))).toEqual([
      { refused: true, status: 200 },
      { refused: true, status: 200 },
    ]);
  });

  it('G2: a classic success is JSON without request_id and sub_code', async () => {
    const reply = await api.send(getToken, { appkey: app.key, appsecret: app.secret });

    expectMediaType(reply, 'application/json');
    expectNames(reply, { has: ['errcode'], lacks: ['request_id', 'sub_code'] });
  });

  it('G3: a classic refusal has the code itself in errcode', async () => {
    const reply = await api.send(getToken, wrongSecret);

    expect(reply).toBeRefused('40096');
    expectNames(reply, { has: ['errcode', 'errmsg'], lacks: ['request_id', 'sub_code'] });
  });

  it('G4: an answer of topapi is JSON in UTF-8', async () => {
    expectMediaType((await topTen()).reply, 'application/json;charset=utf-8');
  });

  it.each([
    { what: 'a success', ask: async () => (await topTen()).reply },
    {
      what: 'a refusal',
      ask: () => api.send(listTopTen, { userid: user }, { token: nobodysToken }),
    },
  ])('G5: request_id is the last key of $what of topapi', async ({ ask }) => {
    expectLast(await ask(), 'request_id');
  });

  it('G6: a refusal of the token is errcode 88, with the code as a text in sub_code', async () => {
    const reply = await api.send(listTopTen, { userid: user }, { token: nobodysToken });

    expect(reply.body).toMatchObject({ errcode: 88, sub_code: '40014' });
    fact(inferred(listTopTen.id, 'errmsg holds the code of sub_code'), () => {
      expect(reply.body).toMatchObject({ errmsg: expect.stringContaining('40014') as string });
    });
  });

  it('G9 and G12: topapi takes the token in the query, and a JSON body', async () => {
    const { reply } = await topTen();

    expect(reply).not.toBeRefused();
  });

  it.each([
    { rule: 'G10 and G13', what: 'a form body, and the token in it', sent: { as: 'form', tokenIn: 'form' } },
    { rule: 'G14', what: 'numbers as texts', sent: { as: 'strings' } },
  ] as const)('$rule: topapi takes $what', async ({ sent }) => {
    const reply = await api.send(listTemplatesByUser, { userid: user, offset: 0, size: 1 }, sent);

    expect(reply).not.toBeRefused();
  });

  it('G16: bracket fields of a form are no object', async () => {
    const inBrackets = { 'query_request[operation_userid]': operator, 'query_request[page]': 1 };
    const endpoint: Endpoint = listAnnouncementIds;

    const reply = await api.send(endpoint, { ...inBrackets, 'query_request[page_size]': 1 }, { as: 'form' });

    expect(reply).toBeRefused('40');
  });

  it('G11: topapi ignores a token in the header of v1.0', async () => {
    expect(await api.send(listTopTen, { userid: user }, { tokenIn: 'header' })).toBeRefused('88/40000');
  });

  it.each(nearMisses)('G6: topapi and v1.0 refuse a valid token $when', async ({ spoil }) => {
    const token = spoil(await tokenOf('token/access-token'));

    expect(await api.send(listTopTen, { userid: user }, { token })).toBeRefused('88/40014');
    expect(await api.send(getBlackboard, reading, { token })).toBeRefused('InvalidAuthentication');
  });

  it('G20: the token is checked before the service sees the call', async () => {
    expect(await api.send(listTopTen, { userid: nobodysId }, { token: nobodysToken })).toBeRefused(
      '88/40014',
    );
  });

  it.each([
    { when: 'with a good token', sent: {} },
    { when: 'without a token', sent: { token: null } },
  ])('G19: a path of topapi that is no API is refused with 22 $when', async ({ sent }) => {
    const nowhere = { ...listTopTen, path: '/topapi/blackboard/nosuchapi' };

    expect(await api.send(nowhere, { userid: user }, sent)).toBeRefused('22');
  });

  it('G21: a path of topapi that is no API is refused alike when it is got', async () => {
    const nowhere = { ...listTopTen, path: '/topapi/blackboard/nosuchapi', method: 'GET' } as const;

    expect(await api.send(nowhere, { userid: user })).toBeRefused('22');
  });

  it('G23: a success of v1.0 holds business fields only, as JSON in UTF-8', async () => {
    const reply = await api.send(getAccessToken, { appKey: app.key, appSecret: app.secret });

    expect(reply.status).toBe(200);
    expectMediaType(reply, 'application/json;charset=utf-8');
    expectNames(reply, { has: ['accessToken', 'expireIn'], lacks: ['errcode', 'errmsg', 'requestid'] });
  });

  it('G24: a refusal of v1.0 has a status of 400 or more, with code, message and requestid', async () => {
    const reply = await api.send(getBlackboard, reading, { token: nobodysToken });

    expect(reply.status).toBeGreaterThanOrEqual(400);
    expectNames(reply, { has: ['code', 'message', 'requestid'], lacks: ['errcode'] });
  });

  it('G25: requestid is an upper-case UUID', async () => {
    const reply = await api.send(getBlackboard, reading, { token: nobodysToken });

    expect(reply.body).toMatchObject({ requestid: expect.stringMatching(/^[0-9A-F-]{36}$/) as string });
  });

  it('G26: an answer of v1.0 carries the ids of its request and of its trace', async () => {
    const reply = await api.send(getBlackboard, reading, { token: nobodysToken });

    expect(headersOf(reply)).toEqual(expect.arrayContaining(['x-acs-request-id', 'x-acs-trace-id']));
  });

  it.each([
    { endpoint: getBlackboard, request: reading, tokenIn: 'query' },
    { endpoint: getBlackboard, request: reading, tokenIn: 'bearer' },
    { endpoint: listDismissedEmployees, request: {}, tokenIn: 'query' },
    { endpoint: listDismissedEmployees, request: {}, tokenIn: 'bearer' },
  ] as const)('G27: v1.0 takes a token as $tokenIn for a missing one, at $endpoint.id', async (row) => {
    const endpoint: Endpoint = row.endpoint;

    const reply = await api.send(endpoint, row.request, { tokenIn: row.tokenIn });

    expect(reply).toBeRefused('AuthenticationFailed.MissingParameter');
  });

  it('G28: a token in quotes is invalid on v1.0, not missing', async () => {
    const reply = await api.send(getBlackboard, reading, { token: `"${nobodysToken}"` });

    expect(reply).toBeRefused('InvalidAuthentication');
    // Both speak of the token; this rule tells the one from the other.
    expect(reply.body).toMatchObject({ code: 'InvalidAuthentication' });
  });

  it('G30 and G31: gettoken gives the same token again, and says that it lives 7200 seconds at most', async () => {
    const credentials = { appkey: app.key, appsecret: app.secret };

    const { expires_in: seconds } = await expectSameAgain(
      () => api.must(getToken, credentials),
      ({ access_token: token }) => token,
    );

    expect(seconds).toBeLessThanOrEqual(7200);
    fact('gateway/G32', () => {
      expect(seconds).toBe(7200);
    });
  });

  it('G39: a token is 32 lowercase hex characters', async () => {
    const { access_token: token } = await api.must(getToken, { appkey: app.key, appsecret: app.secret });

    expect({ 'is 32 lowercase hex characters': /^[0-9a-f]{32}$/.test(token) }).toEqual({
      'is 32 lowercase hex characters': true,
    });
  });
});
