import { getToken } from '../../schemas/index';
import { classic } from './classic';
import { HttpRefusal } from '../refusal';
import { topapi } from './topapi';
import { useEmulator } from '../testing/use-emulator';

const visitor = useEmulator();

describe('gettoken', () => {
  it.each([
    { when: 'the key is unknown', given: { appkey: 'dingunknown' } },
    { when: 'the secret is wrong', given: { appsecret: 'wrong' } },
  ])('refuses when $when', async ({ given }) => {
    const { appKey, appSecret } = visitor().emulator.app;
    const query = new URLSearchParams({ appkey: appKey, appsecret: appSecret, ...given });

    const answer = await visitor().raw('GET', `/gettoken?${query.toString()}`);

    expect(answer.body).toEqual({ errcode: 40096, errmsg: '不合法的appKey或appSecret' });
    expect(answer.headers.get('server')).toBe('DingTalk/1.0.0');
  });

  it('refuses the legacy pair with the code and the text of the endpoint file', async () => {
    const fact = getToken.errors.find(({ errcode }) => errcode === 40089);

    const { body } = await visitor().raw('GET', '/gettoken?corpid=dingcorp&corpsecret=wrong');

    expect(fact).toMatchObject({ source: 'observed' });
    expect(body).toEqual({ errcode: 40089, errmsg: fact?.message });
  });

  it('names the secret when it alone is absent', async () => {
    const answer = await visitor().raw('GET', '/gettoken?appkey=x');

    expect(answer.body).toEqual({ errcode: 40035, errmsg: '缺少参数 appsecret' });
  });
});

describe('The oldest paths', () => {
  it.each([
    { when: 'without a token', refusal: classic.noToken(), errcode: 40035, errmsg: '缺少参数 access_token' },
    {
      when: 'with a wrong token',
      refusal: classic.badToken(),
      errcode: 40014,
      errmsg: '不合法的access_token',
    },
  ])('refuse $when as recorded', ({ refusal, errcode, errmsg }) => {
    expect(refusal.members).toEqual({ errcode, errmsg });
  });

  it('and topapi do not know refusals of the v1.0 service', () => {
    const foreign = new HttpRefusal(400, 'badRequest', 'badRequest');

    expect(() => classic.refused(undefined, foreign)).toThrow(foreign);
    expect(() => topapi.refused(undefined, foreign)).toThrow(foreign);
  });
});
