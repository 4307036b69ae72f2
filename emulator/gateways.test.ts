import { createReport, getBlackboard, listReportSummaries, listTopTen } from '../schemas/index';
import { useEmulator } from './testing/use-emulator';

const requestId = expect.stringMatching(/^[a-z0-9]{11,13}$/) as string;
const requestid = expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/) as string;
const header = 'x-acs-dingtalk-access-token';
const notFound = {
  code: 'InvalidAction.NotFound',
  requestid,
  message: 'Specified api is not found, please check your url and method.',
};
const unknownApi = '不合法ApiName，ApiName = dingtalk.oapi.v2.user.notexist';

describe('A path that nobody serves', () => {
  const visitor = useEmulator();

  it.each([
    {
      method: 'GET',
      path: '/topapi/v2/user/notexist',
      status: 200,
      body: {
        errcode: 22,
        sub_msg: unknownApi,
        errmsg: `Invalid method[submsg=${unknownApi}]`,
        request_id: requestId,
      },
    },
    {
      method: 'POST',
      path: '/user/none?access_token=x',
      status: 200,
      body: { errcode: 404, errmsg: '请求的URI地址不存在' },
    },
    { method: 'GET', path: '/', status: 200, body: { errcode: 404, errmsg: '请求的URI地址不存在' } },
    { method: 'GET', path: '/v1.0/none', status: 404, body: notFound },
    { method: 'DELETE', path: '/v1.0/blackboard/get_blackboard', status: 404, body: notFound },
    { method: 'GET', path: '/v1.0/oauth2/accessToken', status: 404, body: notFound },
    { method: 'POST', path: '/gettoken', status: 200, body: { errcode: 43001, errmsg: '需要GET请求' } },
  ])('$method $path is refused', async ({ method, path, status, body }) => {
    const answer = await visitor().raw(method, path);

    expect(answer.status).toBe(status);
    expect(answer.body).toEqual(body);
  });

  it('is refused before the token is looked at', async () => {
    const answer = await visitor().raw('POST', '/topapi/blackboard/creat?access_token=wrong');

    expect(answer.body).toMatchObject({ errcode: 22 });
  });
});

describe('A token', () => {
  const visitor = useEmulator();
  const blank = 'ding talk error[subcode=40000,submsg=access_token is blank]';
  const wrong = 'ding talk error[subcode=40014,submsg=不合法的access_token]';

  it.each([
    { when: 'is absent', query: '', sub_code: '40000', errmsg: blank },
    { when: 'is empty', query: '?access_token=', sub_code: '40000', errmsg: blank },
    { when: 'is blank', query: '?access_token=%20', sub_code: '40000', errmsg: blank },
    { when: 'is malformed', query: '?access_token=%22x%22', sub_code: '40014', errmsg: wrong },
    { when: 'is unknown', query: `?access_token=${'0'.repeat(32)}`, sub_code: '40014', errmsg: wrong },
  ])('is refused by topapi when it $when', async ({ query, sub_code, errmsg }) => {
    const answer = await visitor().raw('POST', `/topapi/report/list${query}`);

    expect(answer.body).toMatchObject({ errcode: 88, sub_code, errmsg });
    expect(Object.keys(answer.body)).toEqual(['errcode', 'sub_code', 'sub_msg', 'errmsg', 'request_id']);
  });

  it.each([
    { place: 'the header', asked: (token: string) => ({ headers: { [header]: token } }) },
    {
      place: 'a JSON body',
      asked: (access_token: string) => ({
        body: JSON.stringify({ access_token }),
        headers: { 'content-type': 'application/json' },
      }),
    },
  ])('in $place is not seen by topapi', async ({ asked }) => {
    const answer = await visitor().raw('POST', '/topapi/report/list', asked(await visitor().fetchToken()));

    expect(answer.body).toMatchObject({ errcode: 88, sub_code: '40000' });
  });

  it('in a form body is seen by topapi', async () => {
    const body = new URLSearchParams({ access_token: await visitor().fetchToken() });

    const answer = await visitor().raw('POST', '/topapi/report/template/listbyuserid', { body });

    expect(answer.body).toMatchObject({ errcode: 0 });
  });

  it.each([
    { when: 'is absent', headers: {}, code: 'AuthenticationFailed.MissingParameter' },
    { when: 'is unknown', headers: { [header]: 'x' }, code: 'InvalidAuthentication' },
    {
      when: 'is a bearer',
      headers: { authorization: 'Bearer x' },
      code: 'AuthenticationFailed.MissingParameter',
    },
  ])('is refused by the v1.0 gateway when it $when', async ({ headers, code }) => {
    const answer = await visitor().raw('GET', '/v1.0/hrm/employees/dismissions?access_token=x', { headers });

    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ code, requestid, message: expect.any(String) as string });
    expect(Object.keys(answer.body)).toEqual(['code', 'requestid', 'message']);
  });

  it('that has expired is refused like an unknown one', async () => {
    const token = await visitor().fetchToken();
    visitor().emulator.tenant.clock.advance(7200);

    const oapi = await visitor().raw('POST', `/topapi/report/list?access_token=${token}`);
    const api = await visitor().raw('GET', '/v1.0/hrm/employees/dismissions', {
      headers: { [header]: token },
    });

    expect(oapi.body).toMatchObject({ errcode: 88, sub_code: '40014' });
    expect(api.body).toMatchObject({ code: 'InvalidAuthentication' });
  });
});

describe('A permission', () => {
  const visitor = useEmulator();

  beforeEach(() => {
    const { tenant, app } = visitor().emulator;
    tenant.apps.get(app.appKey)?.scopes.clear();
  });

  it('that the app lacks is named by topapi', async () => {
    const { appKey } = visitor().emulator.app;
    const link = `https://open-dev.dingtalk.com/appscope/apply?content=${appKey}%23qyapi_report_manage`;
    const sub_msg = `应用尚未开通所需的权限：[qyapi_report_manage]，点击链接申请并开通即可：${link}`;

    const answer = await visitor().send(createReport, {});

    expect(answer.body).toEqual({
      errcode: 88,
      sub_code: '60011',
      sub_msg,
      errmsg: `ding talk error[subcode=60011,submsg=${sub_msg}, {requiredScopes=[qyapi_report_manage]}]`,
      request_id: requestId,
    });
  });

  it('that may be one of two is named with the other', async () => {
    const answer = await visitor().send(listReportSummaries, {});

    const scopes = listReportSummaries.permission.anyOf.join(',');
    expect(scopes).toContain(',');
    expect(answer.body.errmsg).toContain(`{requiredScopes=[${scopes}]}`);
  });

  it('that the app lacks is named by the v1.0 gateway', async () => {
    const answer = await visitor().send(getBlackboard, {});

    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
      accessdenieddetail: { requiredScopes: ['qyapi_blackboard_manage'] },
    });
  });

  it.each(['qyapi_report_statistics', 'qyapi_report_query'])(
    '%s alone opens an endpoint of both',
    async (scope) => {
      const { tenant, app } = visitor().emulator;
      tenant.apps.get(app.appKey)?.scopes.add(scope);

      const answer = await visitor().send(listReportSummaries, {});

      expect(answer.body).toMatchObject({ errcode: 40 });
    },
  );
});

describe('A success', () => {
  const visitor = useEmulator();

  it('of topapi begins with errcode and ends with request_id', async () => {
    const answer = await visitor().send(listTopTen, { userid: visitor().emulator.people.user });

    expect(Object.keys(answer.body)).toEqual(['errcode', 'blackboard_list', 'request_id']);
    expect(answer.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(answer.headers.get('server')).toBe('DingTalk/1.0.0');
  });

  it('says so only where the docs do, and so does a refusal', async () => {
    const answer = await visitor().send(listTopTen, { userid: 'nobody' });

    expect(Object.keys(answer.body)).toEqual(['errcode', 'errmsg', 'request_id']);
  });

  it('of gettoken has the recorded order and content type', async () => {
    const { appKey, appSecret } = visitor().emulator.app;

    const answer = await visitor().raw('GET', `/gettoken?appkey=${appKey}&appsecret=${appSecret}`);

    expect(Object.keys(answer.body)).toEqual(['errcode', 'access_token', 'errmsg', 'expires_in']);
    expect(answer.headers.get('content-type')).toBe('application/json');
  });

  it('of the v1.0 gateway has no envelope and its own headers', async () => {
    const { appKey, appSecret } = visitor().emulator.app;
    const body = JSON.stringify({ appKey, appSecret });
    const headers = { 'content-type': 'application/json' };

    const answer = await visitor().raw('POST', '/v1.0/oauth2/accessToken', { body, headers });

    expect(Object.keys(answer.body)).toEqual(['expireIn', 'accessToken']);
    expect(answer.headers.get('content-type')).toBe('application/json;charset=utf-8');
    expect(answer.headers.get('x-acs-request-id')).toEqual(requestid);
  });
});
