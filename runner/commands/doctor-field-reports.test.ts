import { diagnose, type Diagnosis } from '../doctor/diagnose';
import { diagnosisText } from '../doctor/table';
import type { Layer } from '../../emulator/call';
import {
  answered,
  answering,
  bare,
  checkOf as check,
  ofV1,
  wrapped,
  wrongAddress,
} from '../testing/answering';
import { useTenant } from '../testing/use-tenant';

const tenant = useTenant();
const examined = async (layers: readonly Layer[], env: Record<string, string> = {}): Promise<Diagnosis> =>
  diagnose(await tenant(layers, env));

describe('corp-id-needed: an app that gets no token without the id of its company', () => {
  const needing: Layer = (endpoint, call, next) =>
    endpoint.id === 'token/access-token' && call.body.values.corpId !== 'dingcorp'
      ? answered(ofV1('invalidClientIdOrSecret'), 400)
      : next(call);
  const closed = answering(/^token.get$/, { errcode: 40_089, errmsg: '不合法的corpId或corpSecret' });

  it('is told of the id, beside the secret and other causes', async () => {
    const found = await examined([needing, closed]);

    expect(found.exitStatus).toBe(2);
    expect(diagnosisText(found, 'en')).toMatch(
      /-> one of these, in this order:\n {10}1\. .*DINGTALK_APP_SECRET.*\n {10}2\. set DINGTALK_CORP_ID.*\n {10}3\. .*版本管理与发布.*\n {10}4\. .*api\.dingtalk\.io/,
    );
  });

  it('is told of the id alone where the other generation shows that the secret is right', async () => {
    expect(check(await examined([needing]), 'credentials')).toMatchObject({
      status: 'ok',
      todo: expect.stringMatching(/secret are right.*set DINGTALK_CORP_ID/) as string,
    });
  });

  it('is well with the id', async () => {
    expect(await examined([needing, closed], { DINGTALK_CORP_ID: 'dingcorp' })).toMatchObject({
      exitStatus: 0,
    });
  });
});

describe('contact-scope: people and departments outside the scope of the app', () => {
  it.each(['50002', '50003', '50004'].flatMap((code) => [bare(Number(code)), wrapped(code)]))(
    'is told to widen it, and nobody is accused: %j',
    async (body) => {
      const found = await examined([answering(/listtopten|category-list|getbyname|report.list$/, body)]);

      expect(check(found, 'contact scope')?.todo).toContain('通讯录权限范围');
      expect(['operator', 'user', 'template'].map((name) => check(found, name)?.status)).toEqual(
        Array(3).fill('unknown'),
      );
      expect(found.exitStatus).toBe(1);
    },
  );

  it('is told as well what else 50003 stands for', async () => {
    expect(check(await examined([answering(/listtopten/, bare(50_003))]), 'contact scope')?.todo).toContain(
      '应用已停用',
    );
  });
});

describe('ip-list-menu: an address that is not let in', () => {
  const text = (ip: string): string => `访问ip不在白名单之中,request ip=${ip} appKey(ding0123)`;
  const old = (ip: string): Layer => answering(/^token.get$/, { errcode: 60_020, errmsg: text(ip) });
  const current = (ip: string): Layer => answering(/^token.access/, ofV1(wrongAddress, text(ip)), 403);
  const silent = answering(/^token.access/, ofV1(wrongAddress), 403);
  const reading = answering(/category-list/, wrapped('60020', text('2001:db8::7')));

  it.each([
    { by: 'gettoken alone', layers: [silent, old('203.0.113.9')], listed: 'add 203.0.113.9:' },
    { by: 'v1.0 alone', layers: [current('198.51.100.4')], listed: 'add 198.51.100.4:' },
    { by: 'a call', layers: [reading], listed: 'add 2001:db8::7:' },
    {
      by: 'each with another one',
      layers: [old('203.0.113.9'), current('198.51.100.4')],
      listed: 'add 198.51.100.4 and 203.0.113.9:',
    },
    { by: 'nobody', layers: [silent], listed: 'add the public IP address of this machine:' },
  ])('is listed as it is printed by $by, with the menu of today', async ({ layers, listed }) => {
    const todo = check(await examined(layers), 'IP whitelist')?.todo;

    expect(todo).toContain(listed);
    expect(todo).toMatch(/开发配置.*安全中心/);
  });
});

describe('quota-doubled: what a month has', () => {
  const printed = '您的企业本月api调用量已超过限制,调用量:200001次,额度:200000次';

  it('is learnt from the refusal, and shown with where to look', async () => {
    const found = await examined([answering(/./, bare(90_020, printed))].map(onlyAfterTokens));

    expect(found).toMatchObject({ monthlyLimit: 200_000, exitStatus: 2 });
    expect(check(found, 'quota')).toMatchObject({
      seen: expect.stringContaining('200,000 calls a month') as string,
      todo: expect.stringContaining('监控中心') as string,
    });
  });

  it('is told with both figures, the day and the place where there are calls left', async () => {
    expect(check(await examined([]), 'quota')?.seen).toMatch(
      /10,000 .*2026-10-21 .*5,000 .*20 a second.*60.*监控中心/,
    );
  });
});

describe('What a permission that is missing needs', () => {
  it('is a published version and a new token', async () => {
    const text = diagnosisText(await examined([answering(/report.list$/, wrapped('60011'))]), 'en');

    expect(text).toMatch(/appscope\/apply[^]*publish a new version .*版本管理与发布.*fetch a new token/);
  });

  it('is the product where that is not opened', async () => {
    const found = await examined([answering(/hrm.dismissions/, ofV1('corpNotOpenHrm'), 400)]);

    expect(diagnosisText(found, 'en')).toMatch(/not opened .*corpNotOpenHrm.*工作台/);
    expect(found.exitStatus).toBe(0);
  });

  it('may be announcements that are not opened', async () => {
    const layers = [
      answering(/get-blackboard/, ofV1('accessDenied'), 403),
      answering(/category-list/, bare(400_020)),
    ];

    expect(check(await examined(layers), 'operator')?.todo).toMatch(/公告.*accessDenied.*工作台/);
  });
});

function onlyAfterTokens(layer: Layer): Layer {
  return (endpoint, call, next) =>
    endpoint.gateway === 'api' || endpoint.id.startsWith('token/') ? next(call) : layer(endpoint, call, next);
}
