import { ofTenant } from '../../config/target';
import { tenantIn, tenantLine, tenantOfRun } from './tenant-line';

const filledIn = { DINGTALK_APP_KEY: 'ding0123456789', DINGTALK_APP_SECRET: 'a-secret' };

describe('The tenant of a command that is about one', () => {
  it.each([
    { env: filledIn, isLive: true },
    { env: { DINGTALK_APP_KEY: 'ding0123456789' }, isLive: true },
    { env: { ...filledIn, DINGTALK_TARGET: 'emulator' }, isLive: false },
    { env: { DINGTALK_APP_KEY: ' ' }, isLive: false },
    { env: {}, isLive: false },
  ])('is live ($isLive) for $env', ({ env, isLive }) => {
    expect(tenantIn(ofTenant(env)).isLive).toBe(isLive);
  });

  it('is the live one where the command is told so', () => {
    expect(tenantIn(ofTenant({ DINGTALK_TARGET: 'emulator' }, true)).isLive).toBe(true);
  });
});

describe('tenantLine', () => {
  it.each([
    { env: ofTenant(filledIn), en: 'Tenant: live, oapi.dingtalk.com, app ding0123…' },
    { env: filledIn, en: 'Tenant: embedded (credentials are set, but not used here)' },
    { env: {}, en: 'Tenant: embedded' },
    {
      env: { DINGTALK_TARGET: 'live', DINGTALK_OAPI_URL: 'http://127.0.0.1:7001' },
      en: 'Tenant: a tenant on this machine (127.0.0.1:7001), run as a live one',
    },
  ])('names it: $en', ({ env, en }) => {
    expect(tenantLine(tenantIn(env), 'en')).toBe(en);
  });

  it.each([
    { url: '', zh: '租户：真实租户，oapi.dingtalk.com，应用 ding0123…' },
    {
      url: 'http://127.0.0.1:7001',
      zh: '租户：本机租户（127.0.0.1:7001），按真实租户的方式运行，应用 ding0123…',
    },
  ])('names it in Chinese, too, and shows no secret: $zh', ({ url, zh }) => {
    const env = ofTenant({ ...filledIn, DINGTALK_OAPI_URL: url });

    expect(tenantLine(tenantIn(env), 'zh')).toBe(zh);
  });

  it('names the tenant of a run that is over', () => {
    const run = { target: 'live', urls: { oapi: 'https://oapi.dingtalk.com' } };

    expect(tenantLine(tenantOfRun(run), 'en')).toBe('Tenant of the last run: live, oapi.dingtalk.com');
  });
});
