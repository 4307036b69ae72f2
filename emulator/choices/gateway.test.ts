import {
  getAccessToken,
  getBlackboard,
  getToken,
  listCategories,
  listPreEntryEmployees,
  listTopTen,
} from '../../schemas/index';
import { useEmulator } from '../testing/use-emulator';
import type { Chosen } from '.';

const operation_userid = 'manager4220';
const user = '014722583940217741';
const now = Date.now();
const useChoices = (choices: Chosen) => useEmulator({ choices });

describe('Tokens of two generations', () => {
  const visitor = useChoices({ 'token/generations': 'own' });

  it('differ, and are good at their own gateway alone', async () => {
    const { appKey, appSecret } = visitor().emulator.app;
    const { access_token: older } = await visitor().must(getToken, { appkey: appKey, appsecret: appSecret });
    const { accessToken: newer } = await visitor().must(getAccessToken, { appKey, appSecret });
    const headers = { 'x-acs-dingtalk-access-token': older };

    expect(newer).not.toBe(older);
    expect((await visitor().raw('POST', `${listTopTen.path}?access_token=${newer}`)).body).toMatchObject({
      sub_code: '40014',
    });
    expect((await visitor().raw('GET', getBlackboard.path, { headers })).body).toMatchObject({
      code: 'InvalidAuthentication',
    });
  });
});

describe('A lifetime that counts down', () => {
  let moment = now;
  const visitor = useEmulator({ choices: { 'token/expires-in': 'remaining' }, now: () => moment });

  it('is shorter at the second request', async () => {
    const { appKey, appSecret } = visitor().emulator.app;
    const ask = () => visitor().must(getToken, { appkey: appKey, appsecret: appSecret });
    const first = await ask();
    moment += 60_000;
    const second = await ask();

    expect(second).toMatchObject({ access_token: first.access_token, expires_in: 7140 });
  });
});

describe('gettoken', () => {
  const visitor = useChoices({
    'token/post': 'form',
    'token/missing-secret': '41004',
    'token/blank': 'wrong',
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };

  it.each([
    { of: 'a POST with a form', method: 'POST', query: '', form: 'appkey=a&appsecret=b', errcode: 40096 },
    { of: 'no secret', method: 'GET', query: '?appkey=a', form: null, errcode: 41004 },
    { of: 'a blank secret', method: 'GET', query: '?appkey=a&appsecret=', form: null, errcode: 40096 },
  ])('answers $errcode to $of', async ({ method, query, form, errcode }) => {
    const { body } = await visitor().raw(method, `/gettoken${query}`, { headers, body: form });

    expect(body).toMatchObject({ errcode });
  });
});

describe('What topapi reads', () => {
  const visitor = useChoices({
    'topapi/json-token': 'read',
    'topapi/query-of-post': 'read',
    'topapi/get': 'refused',
  });
  const send = async (method: string, query: object, body: object | null, type = 'text/plain') => {
    const address = `${listTopTen.path}?${new URLSearchParams(Object.entries(query)).toString()}`;
    const init = { headers: { 'content-type': type }, body: body && JSON.stringify(body) };
    return (await visitor().raw(method, address, init)).body;
  };

  it('is JSON sent as a plain text, with the token in it, and the query of a POST', async () => {
    const access_token = await visitor().fetchToken();

    expect(await send('POST', {}, { access_token, userid: user })).toMatchObject({ errcode: 0 });
    expect(await send('POST', { access_token, userid: user }, {}, 'application/json')).toMatchObject({
      errcode: 0,
    });
    expect(await send('GET', { access_token, userid: user }, null)).toMatchObject({ errcode: 43002 });
  });
});

describe('JSON sent as a plain text', () => {
  const visitor = useChoices({ 'topapi/plain-text': 'empty' });

  it('counts as no body where the tenant does not read it', async () => {
    const address = `${listTopTen.path}?access_token=${await visitor().fetchToken()}`;
    const init = { headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ userid: user }) };

    const { body } = await visitor().raw('POST', address, init);

    expect(body).toMatchObject({ errcode: 40, errmsg: 'Missing required arguments:userid' });
  });
});

describe('Lists of nothing', () => {
  const visitor = useChoices({
    'blackboard/empty-list': 'null',
    'hrm/empty-list': 'left-out',
    'topapi/empty-result': 'left-out',
  });

  it('are null, or take their result with them', async () => {
    Object.assign(visitor().emulator.tenant, { categories: [], preEntry: [] });

    expect(await visitor().must(listCategories, { operation_userid })).toMatchObject({ result: null });
    expect(await visitor().must(listPreEntryEmployees, { offset: 0, size: 5 })).not.toHaveProperty('result');
  });
});
