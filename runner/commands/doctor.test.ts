import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { diagnose, type Diagnosis } from '../doctor/diagnose';
import { diagnosisText } from '../doctor/table';
import type { Layer } from '../../emulator/call';
import { answering, bare, checkOf as check, noPermission, ofV1, wrapped } from '../testing/answering';
import { useTenant } from '../testing/use-tenant';
import { nodeRuns } from '../../config/root';
import { endpoints } from '../../schemas';

const asItIs: Layer = (_, call, next) => next(call);
const late: Layer = async (_, call, next) => {
  const reply = await next(call);
  return { ...reply, headers: { ...reply.headers, date: new Date(Date.now() + 93_000).toUTCString() } };
};
const numbers: Layer = async (endpoint, call, next) => {
  const reply = await next(call);
  const text = JSON.stringify(reply.body).replaceAll(/"type":1/g, '"type":2');
  return endpoint.id === 'report/template-getbyname' ? { ...reply, body: text } : reply;
};
const notGranted = ({ permissions }: Diagnosis) =>
  permissions
    .filter(({ status }) => status !== 'granted')
    .map(({ endpoint, status }) => `${endpoint} ${status}`);

// Beside each endpoint once, the user asks for what only administrators are told, and the second app for two tokens and one read.
const calls = {
  all: endpoints.length + 4,
  counted: endpoints.filter(({ counted }) => counted).length + 2,
};
/** The endpoints that need this permission, and take no other in its place. */
const endpointsOf = (scope: string): string[] =>
  endpoints.filter(({ permission }) => permission.anyOf.join() === scope).map(({ id }) => id);

describe('The doctor on a tenant that is well', () => {
  const tenant = useTenant();

  it('finds nothing to mend', async () => {
    const found = await diagnose(await tenant());

    expect(found.checks.filter(({ status }) => status === 'problem')).toEqual([]);
    expect(notGranted(found)).toEqual([]);
    expect(found).toMatchObject({ exitStatus: 0, calls });
  });

  it('changes nothing', async () => {
    const connection = await tenant();
    const { announcements, reports } = connection.emulator.tenant;
    const before = structuredClone({ announcements, reports });

    await diagnose(connection);

    expect({ announcements, reports }).toEqual(before);
  });

  it('shows no secret', async () => {
    const connection = await tenant();
    const found = await diagnose(connection);

    const shown = JSON.stringify(found) + diagnosisText(found, 'en');

    expect(connection.redactor.findIn(shown)).toBe(false);
    expect(shown).not.toContain(connection.emulator.app.appSecret);
  });
});

describe('The doctor on a tenant that is not well', () => {
  const tenant = useTenant();

  it.each([
    ['clock', 'a clock of its own', late, {}, /^93 s behind/, 1],
    ['template', 'a template with numbers', numbers, {}, /not text: .*\(type 2\)/, 1],
    ['template', 'no such template', asItIs, { DINGTALK_TEMPLATE_NAME: '没有' }, /no template '没有'/, 1],
    [
      'operator',
      'an operator who is nobody',
      asItIs,
      { DINGTALK_OPERATOR_USERID: 'nobody' },
      /nobody is not/,
      1,
    ],
    ['user', 'a user who is nobody', asItIs, { DINGTALK_USERID: 'nobody' }, /nobody is not taken .*60121/, 1],
    [
      'credentials',
      'another secret',
      asItIs,
      { DINGTALK_APP_SECRET: 'wrong-wrong-wrong' },
      /refused invalidClient.*40096/,
      2,
    ],
    ['gateway api', 'an HTML page', answering(/oauth2/, [], 502), {}, /HTTP status|broken/, 1],
    [
      'operator',
      'one who is no administrator',
      asItIs,
      { DINGTALK_OPERATOR_USERID: '014722583940217741', DINGTALK_USERID: 'manager4220' },
      /is not taken for an announcement administrator/,
      1,
    ],
    [
      'ordinary user',
      'one who is an administrator',
      asItIs,
      { DINGTALK_OPERATOR_USERID: 'manager7078', DINGTALK_USERID: 'manager4220' },
      /^manager4220 is let in/,
      1,
    ],
    ['IP whitelist', 'a whitelist', answering(/topapi|v1.0.b/, wrapped('60020')), {}, /60020/, 2],
    [
      'harm',
      'drafts of nothing',
      answering(/savecontent/, { ...bare(0), result: 'a' }),
      {},
      /savecontent/,
      1,
    ],
  ])('sees %s: %s', async (name, _, layer, env, seen, exitStatus) => {
    const found = await diagnose(await tenant([layer], env));

    expect(check(found, name)).toEqual({
      ...{ name, status: 'problem' },
      seen: expect.stringMatching(seen) as string,
      todo: expect.any(String) as string,
    });
    expect(found.exitStatus).toBe(exitStatus);
  });

  it('sees a closed port, and asks no further', async () => {
    const url = 'http://127.0.0.1:9';
    const found = await diagnose(await tenant([], { DINGTALK_OAPI_URL: url, DINGTALK_API_URL: url }));

    expect(found.checks.filter(({ status }) => status === 'problem').map(({ name }) => name)).toEqual([
      'gateway oapi',
      'gateway api',
    ]);
    expect(found).toMatchObject({ exitStatus: 2, calls: { counted: 0 } });
    expect(check(found, 'answers')).toMatchObject({
      status: 'unknown',
      seen: 'none of 2 calls was answered',
    });
  });
});

describe('The doctor on permissions', () => {
  const tenant = useTenant();

  it.each([
    ['a scope of announcements', 'qyapi_blackboard_manage', 1],
    ['what HR needs, which is optional', 'qyapi_hrm_read_user', 0],
  ])('misses %s', async (_, scope, exitStatus) => {
    const refused = endpointsOf(scope);
    const connection = await tenant();
    for (const app of connection.emulator.tenant.apps.values()) app.scopes.delete(scope);

    const found = await diagnose(connection);

    expect(found.exitStatus).toBe(exitStatus);
    expect(notGranted(found)).toEqual(refused.map((endpoint) => `${endpoint} refused`));
    expect(diagnosisText(found, 'en')).toContain(
      `-> https://open-dev.dingtalk.com/appscope/apply?content=${connection.tenant.app.key}%23${scope}`,
    );
  });

  it('takes archived endpoints that are refused for no problem', async () => {
    const found = await diagnose(
      await tenant([
        answering(/blackboard.get$/, wrapped('60011')),
        answering(/gettoken/, { errcode: 60011, errmsg: '没有权限' }),
      ]),
    );

    expect(notGranted(found)).toEqual(['token/get refused', 'blackboard/get refused']);
    expect(found.exitStatus).toBe(0);
  });

  it('says that nothing is granted', async () => {
    const layers = [
      answering(/^\/topapi\//, wrapped('60011')),
      answering(/^\/v1\.0\/(?!oauth2\/)/, ofV1(noPermission), 403),
      answering(/^\/(?!topapi\/|v1\.0\/|gettoken$)/, { errcode: 60011, errmsg: '没有权限' }),
    ];

    const found = await diagnose(await tenant(layers));

    expect(found.exitStatus).toBe(2);
    expect(found.permissions.filter(({ status }) => status === 'granted')).toEqual([]);
  });
});

describe('npm run doctor', () => {
  const run = (...parameters: string[]) =>
    spawnSync(process.execPath, nodeRuns('runner/commands/doctor.ts', parameters), {
      cwd: tmpdir(),
      encoding: 'utf8',
      env: {
        DINGTALK_TARGET: 'live',
        DINGTALK_APP_SECRET: 'GT-lsu_taDAsTs0123456789',
        DINGTALK_DEPT_ID: '1',
      },
    });

  it('lists everything that the configuration lacks, and sends nothing', () => {
    const { status, stdout } = run();

    expect(stdout.match(/^\[FIX\] +configuration/gm)).toHaveLength(5);
    expect(stdout).toContain('0 calls were made');
    expect(`${status}${stdout}`).toMatch(/^2(?![^]*taDAsTs)/);
  });
});
