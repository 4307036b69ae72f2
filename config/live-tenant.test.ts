import type { Text } from './language';
import { readTenant, type LiveTenant } from './live-tenant';

const live = {
  DINGTALK_APP_KEY: 'ding0123456789abcdef',
  DINGTALK_APP_SECRET: 'GT-lsu_taDAsTs0123456789',
  DINGTALK_OPERATOR_USERID: 'manager01',
  DINGTALK_USERID: 'user123',
  DINGTALK_TEMPLATE_NAME: '日报',
};
const required = Object.keys(live);

describe('The tenant of a live run', () => {
  it('is read with all that is optional', () => {
    const env = { ...live, DINGTALK_DEPT_ID: '590123456', DINGTALK_COVER_MEDIA_ID: '@lADP' };

    expect(tenantIn(env)).toMatchObject({ deptId: 590_123_456, coverMediaId: '@lADP' });
  });

  it('may need the id of its company to get a token', () => {
    expect(tenantIn({ ...live, DINGTALK_CORP_ID: ' dingcorp ' }).app).toMatchObject({ corpId: 'dingcorp' });
    expect(tenantIn({ ...live, DINGTALK_CORP_ID: '' }).app.corpId).toBeUndefined();
  });

  it('may know an app without permissions, and an expired token', () => {
    const env = {
      ...live,
      DINGTALK_UNPRIVILEGED_APP_KEY: 'dingother',
      DINGTALK_UNPRIVILEGED_APP_SECRET: 'its-secret',
    };

    expect(tenantIn({ ...env, DINGTALK_EXPIRED_TOKEN: '0a1b' })).toMatchObject({
      unprivilegedApp: { key: 'dingother', secret: 'its-secret' },
      expiredToken: '0a1b',
    });
    expect(tenantIn(live)).toMatchObject({ unprivilegedApp: undefined, expiredToken: undefined });
  });

  it.each([
    { given: 'DINGTALK_UNPRIVILEGED_APP_KEY', missing: 'DINGTALK_UNPRIVILEGED_APP_SECRET' },
    { given: 'DINGTALK_UNPRIVILEGED_APP_SECRET', missing: 'DINGTALK_UNPRIVILEGED_APP_KEY' },
  ])('wants $missing where it is given $given', ({ given, missing }) => {
    expect(problemsOf({ ...live, [given]: 'given' })).toEqual([
      `${missing} is missing: the two name one app, or leave both out.`,
    ]);
  });

  it('does not take the app of the run for the one without permissions', () => {
    const env = {
      ...live,
      DINGTALK_UNPRIVILEGED_APP_KEY: live.DINGTALK_APP_KEY,
      DINGTALK_UNPRIVILEGED_APP_SECRET: 'x',
    };

    expect(problemsOf(env)).toEqual([
      'DINGTALK_UNPRIVILEGED_APP_KEY is the key of DINGTALK_APP_KEY: it has to be that of another app.',
    ]);
  });

  it('needs two people', () => {
    expect(problemsOf({ ...live, DINGTALK_USERID: live.DINGTALK_OPERATOR_USERID })).toEqual([
      'DINGTALK_USERID is the userid of DINGTALK_OPERATOR_USERID: it has to be that of somebody else, who manages no announcements.',
    ]);
  });

  it.each(required)('needs %s', (name) => {
    expect(problemsOf({ ...live, [name]: undefined })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is missing: the .*\\.$`)) as string,
    ]);
  });

  it.each(['1', '-1', ' 1 ', '0', '01', '1.5', '1e3', '12,13', 'all', '１２'])(
    'is never addressed as department %j',
    (id) => {
      expect(problemsOf({ ...live, DINGTALK_DEPT_ID: id })).toEqual([
        expect.stringContaining(`DINGTALK_DEPT_ID is '${id.trim()}'`) as string,
      ]);
    },
  );

  it('has no department where the variable is blank', () => {
    expect(tenantIn({ ...live, DINGTALK_DEPT_ID: '', DINGTALK_COVER_MEDIA_ID: '' })).toEqual(tenantIn(live));
  });
});

describe('The URL of a gateway', () => {
  it.each([
    { given: 'https://proxy.example.com:8443/', url: 'https://proxy.example.com:8443' },
    { given: ' https://oapi.dingtalk.com// ', url: 'https://oapi.dingtalk.com' },
    { given: 'http://127.0.0.1:7001', url: 'http://127.0.0.1:7001' },
    { given: 'http://127.10.20.30', url: 'http://127.10.20.30' },
    { given: 'http://localhost:7001/', url: 'http://localhost:7001' },
    { given: 'http://[::1]:7001', url: 'http://[::1]:7001' },
    { given: '', url: 'https://oapi.dingtalk.com' },
  ])('may be $given', ({ given, url }) => {
    expect(tenantIn({ ...live, DINGTALK_OAPI_URL: given })).toMatchObject({
      urls: { oapi: url },
    });
  });

  it.each([
    'http://oapi.dingtalk.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://192.168.1.2:7001',
    'http://0.0.0.0:7001',
    'ftp://127.0.0.1',
    'oapi.dingtalk.com',
    'https://',
    'https://oapi.dingtalk.com?x=1',
    'https://oapi.dingtalk.com/#x',
  ])('may not be %s', (given) => {
    expect(problemsOf({ ...live, DINGTALK_API_URL: given })).toEqual([
      expect.stringContaining(`DINGTALK_API_URL is '${given}'`) as string,
    ]);
  });

  it.each([
    'https://oapi.dingtalk.com/topapi',
    'https://oapi.dingtalk.com/gettoken/',
    'https://proxy.example.com/dingtalk',
    'http://127.0.0.1:7001/v1.0',
  ])('may not have a path, as in %s', (given) => {
    expect(problemsOf({ ...live, DINGTALK_OAPI_URL: given })).toEqual([
      expect.stringMatching(/it has to end with the host, https?:\/\/[\w.:]+: every call adds/) as string,
    ]);
  });

  it.each([
    { name: 'DINGTALK_API_URL', given: 'https://oapi.dingtalk.com', other: 'DINGTALK_OAPI_URL' },
    { name: 'DINGTALK_OAPI_URL', given: 'https://api.dingtalk.com/', other: 'DINGTALK_API_URL' },
    { name: 'DINGTALK_OAPI_URL', given: 'https://api.dingtalk.io', other: 'DINGTALK_API_URL' },
  ])('may not be the other one: $given as $name', ({ name, given, other }) => {
    expect(problemsOf({ ...live, [name]: given })).toEqual([
      expect.stringContaining(`${name} is '${given}': that host belongs into ${other}`) as string,
    ]);
  });

  it('may not hold a password, which is not shown', () => {
    const [problem] = problemsOf({ ...live, DINGTALK_API_URL: 'https://me:hunter2@api.dingtalk.com' });

    expect(problem).toContain("DINGTALK_API_URL is 'https://…@api.dingtalk.com'");
    expect(problem).not.toContain('hunter2');
  });
});

function tenantIn(env: Record<string, string | undefined>): LiveTenant {
  return readTenant(env, []);
}

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  const problems: Text[] = [];
  readTenant(env, problems);
  return problems.map(({ en }) => en);
}
