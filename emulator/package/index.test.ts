import { startEmulator, variantList, type DingTalkEmulator } from './index';

async function ask({ url }: DingTalkEmulator, path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${url}${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  return (await answer.json()) as Record<string, unknown>;
}

describe('An embedded tenant in the tests of others', () => {
  const credentials = { appKey: 'dingmine', appSecret: 'mine' };
  const reports = [{ userid: 'manager4220', templateName: '周报', ageSeconds: 3600 }];
  let dingtalk: DingTalkEmulator;
  let token: unknown;

  beforeEach(async () => {
    dingtalk = await startEmulator({
      app: credentials,
      variants: ['talkative'],
      choices: { 'token/form': 'short' },
    });
    token = (await ask(dingtalk, '/gettoken?appkey=dingmine&appsecret=mine')).access_token;
  });
  afterEach(() => dingtalk.close());

  it('takes the credentials and the choices that it was given', () => {
    expect(dingtalk.app).toEqual(credentials);
    expect(token).toMatch(/^[a-z0-9]{20}$/);
  });

  it('remembers what it got and answered, without the token', async () => {
    dingtalk.clear();
    await ask(dingtalk, `/topapi/report/statistics?access_token=${String(token)}`, { report_id: 'none' });

    expect(dingtalk.requests).toMatchObject([
      { endpoint: 'report/statistics', method: 'POST', query: {}, body: { report_id: 'none' }, status: 200 },
    ]);
    expect(JSON.stringify(dingtalk.requests)).not.toContain(token);
  });

  it('holds what is seeded until it is reset', async () => {
    const [id] = dingtalk.seed({ reports }).reports;
    const read = () =>
      ask(dingtalk, `/topapi/report/statistics?access_token=${String(token)}`, { report_id: id });

    expect(await read()).toMatchObject({ errcode: 0 });
    dingtalk.reset();
    expect(dingtalk.requests).toEqual([]);
  });

  it('refuses a token whose time is over', async () => {
    dingtalk.advance(7201);
    const { errcode } = await ask(dingtalk, `/topapi/report/statistics?access_token=${String(token)}`, {});

    expect(errcode).not.toBe(0);
  });

  it('says which variants there are, and refuses others', async () => {
    expect(variantList).toContainEqual({ id: 'slow', what: expect.any(String) as unknown });
    await expect(startEmulator({ variants: ['nope'] })).rejects.toThrow('There is no variant');
  });
});
