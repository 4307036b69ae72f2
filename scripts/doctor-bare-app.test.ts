import type { Check } from '../doctor/check';
import { diagnose } from '../doctor/diagnose';
import type { Layer } from '../emulator/call';
import { useTenant, type Guest } from './use-tenant';

async function checked(guest: Guest): Promise<Check[]> {
  const { checks } = await diagnose(guest);
  return checks.filter(({ name }) => name === 'second app');
}

const down: Layer = (endpoint, call, next) =>
  endpoint.id === 'token/access-token' && call.body.values.appKey === [...call.tenant.apps.keys()][1]
    ? { status: 502, headers: { 'content-type': 'text/html' }, body: '<html></html>' }
    : next(call);
const busy: Layer = async (endpoint, call, next) => {
  const reply = await next(call);
  const isClosed = JSON.stringify(reply.body).includes('60011');
  return isClosed
    ? { ...reply, body: { errcode: -1, errmsg: '系统繁忙', request_id: 'abcdefghijkl' } }
    : reply;
};

describe('The doctor about an app that is to have no permissions', () => {
  const tenant = useTenant();

  it('is content where it has none', async () => {
    expect(await checked(await tenant())).toEqual([
      { name: 'second app', status: 'ok', seen: 'blackboard/listtopten is closed to it, as it has to be' },
    ]);
  });

  it('says nothing where there is no such app', async () => {
    const without = { DINGTALK_BARE_APP_KEY: '', DINGTALK_BARE_APP_SECRET: '' };

    expect(await checked(await tenant([], without))).toEqual([]);
  });

  it('leaves it to the run where a run asks', async () => {
    const { checks } = await diagnose(await tenant(), { endpoints: new Set(['report/list']) });

    expect(checks.map(({ name }) => name)).not.toContain('second app');
  });

  it('objects to one that was granted something', async () => {
    const guest = await tenant();
    const { bareApp, tenant: company } = guest.emulator;
    company.apps.get(bareApp.appKey)?.scopes.add('qyapi_blackboard_read');

    expect(await checked(guest)).toMatchObject([
      {
        status: 'problem',
        seen: 'blackboard/listtopten: accepted',
        todo: expect.stringContaining('权限管理') as string,
      },
    ]);
  });

  it('objects to one that is refused by the service, and not for its permissions', async () => {
    const guest = await tenant([], { DINGTALK_USERID: 'nobody' });
    const { bareApp, tenant: company } = guest.emulator;
    company.apps.get(bareApp.appKey)?.scopes.add('qyapi_blackboard_read');

    expect(await checked(guest)).toMatchObject([
      { status: 'problem', seen: 'blackboard/listtopten: refused 60121' },
    ]);
  });

  it('objects to wrong credentials', async () => {
    expect(await checked(await tenant([], { DINGTALK_BARE_APP_SECRET: 'another' }))).toMatchObject([
      {
        status: 'problem',
        seen: 'it gets no token: refused invalidClientIdOrSecret',
        todo: expect.stringContaining('DINGTALK_BARE_APP_SECRET') as string,
      },
    ]);
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
