import { told, type Told } from '../../config/language';
import type { Check } from '../doctor/check';
import { diagnose } from '../doctor/diagnose';
import type { Call, Layer } from '../../emulator/call';
import { answered, bare, ofV1, showing, wrongAddress } from '../testing/answering';
import { useTenant, type TestConnection } from '../testing/use-tenant';

async function checked(connection: TestConnection): Promise<Told<Check>[]> {
  const { checks } = await diagnose(connection);
  return told(checks, 'en').filter(({ name }) => name === 'second app');
}

const isSecond: (call: Call) => boolean = ({ tenant, body, query }) =>
  [body.values.appKey, query.appkey].includes([...tenant.apps.keys()][1]);
const toSecond =
  (layer: Layer): Layer =>
  (endpoint, call, next) =>
    isSecond(call) ? layer(endpoint, call, next) : next(call);
const down = toSecond(showing(/^token/, '<html></html>', 502));
const elsewhere = toSecond(({ gateway }) =>
  gateway === 'api'
    ? answered(ofV1(wrongAddress, '访问ip不在白名单之中,request ip=203.0.113.7'), 403)
    : answered({ errcode: 60_020, errmsg: '访问ip不在白名单之中' }),
);
const busy: Layer = async (endpoint, call, next) => {
  const reply = await next(call);
  return JSON.stringify(reply.body).includes('60011') ? answered(bare(-1)) : reply;
};

describe('The doctor about an app that is to have no permissions', () => {
  const tenant = useTenant();

  it('is content where it has none', async () => {
    expect(await checked(await tenant())).toEqual([
      { name: 'second app', status: 'ok', seen: 'blackboard/listtopten is closed to it, as it has to be' },
    ]);
  });

  it('says nothing where there is no such app', async () => {
    const without = { DINGTALK_UNPRIVILEGED_APP_KEY: '', DINGTALK_UNPRIVILEGED_APP_SECRET: '' };

    expect(await checked(await tenant([], without))).toEqual([]);
  });

  it('leaves it to the run where a run asks', async () => {
    const { checks } = await diagnose(await tenant(), { endpoints: new Set(['report/list']) });

    expect(checks.map(({ name }) => name)).not.toContain('second app');
  });

  it('objects to one that was granted something', async () => {
    const connection = await tenant();
    const { unprivilegedApp, tenant: company } = connection.emulator;
    company.apps.get(unprivilegedApp.appKey)?.scopes.add('qyapi_blackboard_read');

    expect(await checked(connection)).toMatchObject([
      {
        status: 'problem',
        seen: 'blackboard/listtopten: accepted',
        todo: expect.stringContaining('权限管理') as string,
      },
    ]);
  });

  it('objects to one that is refused by the service, and not for its permissions', async () => {
    const connection = await tenant([], { DINGTALK_USERID: 'nobody' });
    const { unprivilegedApp, tenant: company } = connection.emulator;
    company.apps.get(unprivilegedApp.appKey)?.scopes.add('qyapi_blackboard_read');

    expect(await checked(connection)).toMatchObject([
      { status: 'problem', seen: 'blackboard/listtopten: refused 60121' },
    ]);
  });

  it('objects to wrong credentials', async () => {
    expect(await checked(await tenant([], { DINGTALK_UNPRIVILEGED_APP_SECRET: 'another' }))).toMatchObject([
      {
        status: 'problem',
        seen: 'it gets no token: refused invalidClientIdOrSecret',
        todo: expect.stringContaining('DINGTALK_UNPRIVILEGED_APP_SECRET') as string,
      },
    ]);
  });

  it('names the address where it is turned away for that, and not its secret', async () => {
    const todo = expect.stringMatching(
      /^add 203\.0\.113\.7: developer console > that app .*安全中心/,
    ) as string;

    expect(await checked(await tenant([elsewhere]))).toMatchObject([{ status: 'problem', todo }]);
  });

  it.each([
    { what: 'its token', layer: down, seen: /^it gets no token: broken/ },
    { what: 'its permission', layer: busy, seen: /^blackboard\/listtopten: refused -1/ },
  ])('does not know where nothing tells of $what', async ({ layer, seen }) => {
    expect(await checked(await tenant([layer]))).toMatchObject([
      { status: 'unknown', seen: expect.stringMatching(seen) as string },
    ]);
  });
});
