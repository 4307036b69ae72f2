import { readConfig } from './config';
import { readTenant } from './live-tenant';
import { settingsDigest, tenantName } from './tenant-name';

const live = {
  DINGTALK_TARGET: 'live',
  DINGTALK_APP_KEY: 'ding0123456789abcdef',
  DINGTALK_APP_SECRET: 'secret',
  DINGTALK_OPERATOR_USERID: 'manager01',
  DINGTALK_USERID: 'user123',
  DINGTALK_TEMPLATE_NAME: '日报',
};

describe('The name of a tenant', () => {
  it.each([
    { what: 'the embedded tenant', env: {}, name: 'emulator' },
    { what: 'a live one', env: live, name: 'oapi.dingtalk.com-f8a3d63b' },
    {
      what: 'a live one behind a proxy',
      env: { ...live, DINGTALK_OAPI_URL: 'https://proxy.example.com:8443' },
      name: 'proxy.example.com:8443-f8a3d63b',
    },
  ])('of $what is $name', ({ env, name }) => {
    expect(tenantName(readConfig(env))).toBe(name);
  });
});

describe('The digest of the settings of a tenant', () => {
  const digest = (env: object): string => settingsDigest(readTenant({ ...live, ...env }, []));

  it.each([
    'DINGTALK_APP_KEY',
    'DINGTALK_CORP_ID',
    'DINGTALK_OPERATOR_USERID',
    'DINGTALK_USERID',
    'DINGTALK_TEMPLATE_NAME',
  ])('is another with another %s', (name) => {
    expect(digest({ [name]: 'another' })).not.toBe(digest({}));
  });

  it.each([
    { DINGTALK_OAPI_URL: 'https://proxy.example.com' },
    { DINGTALK_API_URL: 'https://proxy.example.com' },
    { DINGTALK_DEPT_ID: '590123456' },
  ])('is another with %j', (env) => {
    expect(digest(env)).not.toBe(digest({}));
  });

  it('is the same with another secret, and shows none of them', () => {
    expect(digest({ DINGTALK_APP_SECRET: 'another' })).toBe(digest({}));
    expect(digest({})).toMatch(/^[0-9a-f]{16}$/);
  });
});
