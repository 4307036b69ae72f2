import { readConfig } from './config';
import { tenantName } from './tenant-name';

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
