import { CallFailure } from './failure';
import { fetchToken } from './fetch-token';
import { useClient } from './testing/use-client';
import { json, type Answering } from './testing/use-server';

const app = { key: 'ding0123456789abcdef', secret: 'GT-lsu_taDAsTs0123456789' };
const token = '96fc7a7a0123456789abcdef01234567';
const requestid = '0C3B5A9D-1F2E-7A6B-8C4D-123456789ABC';
const issued = json({ accessToken: token, expireIn: 7200 });
const refused = json(
  { code: 'invalidClientIdOrSecret', message: '无效的clientId或者clientSecret', requestid },
  400,
);

const { api, play, server, exchanges } = useClient();

describe('fetchToken', () => {
  it('asks the current endpoint', async () => {
    play(issued);

    await expect(fetchToken(api(), app, 'api')).resolves.toBe(token);

    expect(server().received).toMatchObject([
      {
        target: '/v1.0/oauth2/accessToken',
        body: JSON.stringify({ appKey: app.key, appSecret: app.secret }),
      },
    ]);
  });

  it('asks the archived endpoint where the current one refuses', async () => {
    play(refused, json({ errcode: 0, access_token: token, expires_in: 7200 }));

    await expect(fetchToken(api(), app, 'api')).resolves.toBe(token);

    expect(exchanges.map(({ endpoint }) => endpoint)).toEqual(['token/access-token', 'token/get']);
    expect(server().received.at(-1)?.target).toBe(`/gettoken?appkey=${app.key}&appsecret=${app.secret}`);
  });

  it('says what to check when both refuse', async () => {
    play(refused, json({ errcode: 40_096, errmsg: '不合法的appKey或appSecret' }));

    await expect(fetchToken(api(), app, 'api')).rejects.toThrow(
      /^The app's credentials were refused: invalidClientIdOrSecret by .*, 40096 by .*DINGTALK_APP_SECRET/,
    );
  });

  it('leaves neither secret nor token in what is recorded', async () => {
    play(refused, json({ errcode: 0, access_token: token, expires_in: 7200 }));

    await fetchToken(api(), app, 'api');

    expect(JSON.stringify(exchanges)).not.toContain(token);
    expect(JSON.stringify(exchanges)).not.toContain(app.secret);
  });
});

describe('fetchToken, for the gateway of the older generation', () => {
  const archived = json({ errcode: 0, access_token: token, expires_in: 7200 });
  const lost: Answering = (_, response) => response.destroy();

  it('asks the archived endpoint', async () => {
    play(archived);

    await expect(fetchToken(api(), app, 'oapi')).resolves.toBe(token);
    expect(exchanges.map(({ endpoint }) => endpoint)).toEqual(['token/get']);
  });

  it.each([
    { when: 'is refused to new apps', answer: json({ errcode: 60011, errmsg: '没有权限' }) },
    { when: 'is gone', answer: lost },
  ])('takes the token of v1.0 where the archived endpoint $when', async ({ answer }) => {
    play(answer, issued);

    await expect(fetchToken(api(), app, 'oapi')).resolves.toBe(token);
  });

  it('takes the token of v1.0 where the archived endpoint gives the one that was refused once more', async () => {
    const other = 'f'.repeat(32);
    play(archived, json({ accessToken: other, expireIn: 7200 }));

    await expect(fetchToken(api(), app, 'oapi', token)).resolves.toBe(other);
  });

  it('says that no answer came where that is why there is no token', async () => {
    play(lost, refused);

    await expect(fetchToken(api(), app, 'oapi')).rejects.toThrow(CallFailure);
  });
});

describe('An app that gets a token only with the id of its company', () => {
  const needing: Answering = ({ body }, response) => {
    const isNamed = body.includes('"corpId":"dingcorp"');
    (isNamed ? issued : refused)({ body } as never, response);
  };

  it('gets it where the id is set, and not without', async () => {
    play(needing, needing, json({ errcode: 40_089, errmsg: '不合法的corpId或corpSecret' }));

    await expect(fetchToken(api({ corpId: 'dingcorp' }), app, 'api')).resolves.toBe(token);
    await expect(fetchToken(api(), app, 'api')).rejects.toThrow(/DINGTALK_CORP_ID/);
  });
});
