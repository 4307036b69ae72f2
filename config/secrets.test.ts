import type { LiveTenant } from './live-tenant';
import { peopleKey, secretsIn, secretsOf } from './secrets';

describe('The secrets of the environment', () => {
  it('are the secrets of the apps and of the robot, the token of its webhook, and the expired one', () => {
    const env = {
      DINGTALK_APP_KEY: 'dingkey',
      DINGTALK_APP_SECRET: ' app-secret ',
      DINGTALK_UNPRIVILEGED_APP_SECRET: 'other-secret',
      DINGTALK_EXPIRED_TOKEN: '2c3d',
      DINGTALK_ROBOT_SECRET: 'SECrobot',
      DINGTALK_ROBOT_WEBHOOK: 'https://oapi.dingtalk.com/robot/send?access_token=0a1b&x=1',
    };

    expect(secretsIn(env)).toEqual([
      { name: 'DINGTALK_APP_SECRET', text: 'app-secret' },
      { name: 'DINGTALK_UNPRIVILEGED_APP_SECRET', text: 'other-secret' },
      { name: 'DINGTALK_EXPIRED_TOKEN', text: '2c3d' },
      { name: 'DINGTALK_ROBOT_SECRET', text: 'SECrobot' },
      { name: 'DINGTALK_ROBOT_TOKEN', text: '0a1b' },
    ]);
  });

  it('are none where nothing is set', () => {
    expect(secretsIn({ DINGTALK_APP_SECRET: '', DINGTALK_ROBOT_WEBHOOK: 'no webhook' })).toEqual([]);
    expect(secretsIn({})).toEqual([]);
  });
});

describe('The secrets of a tenant', () => {
  const tenant: LiveTenant = {
    urls: { oapi: 'https://oapi.dingtalk.com', api: 'https://api.dingtalk.com' },
    app: { key: 'dingkey', secret: 'app-secret' },
    people: { operator: 'manager01', user: 'user123' },
    templateName: '日报',
  };

  it('are those of its apps, and the expired token', () => {
    const whole = {
      ...tenant,
      unprivilegedApp: { key: 'dingother', secret: 'other-secret' },
      expiredToken: '2c3d',
    };

    expect(secretsOf(whole)).toEqual([
      { name: 'DINGTALK_APP_SECRET', text: 'app-secret' },
      { name: 'DINGTALK_UNPRIVILEGED_APP_SECRET', text: 'other-secret' },
      { name: 'DINGTALK_EXPIRED_TOKEN', text: '2c3d' },
    ]);
  });
});

describe('The key of pseudonyms', () => {
  it.each([
    { value: '1', key: 'app-secret' },
    { value: 'yes', key: 'app-secret' },
    { value: ' 0 ', key: undefined },
    { value: '', key: undefined },
    { value: undefined, key: undefined },
  ])('is $key where SUITE_MASK_PEOPLE is $value', ({ value, key }) => {
    expect(peopleKey({ SUITE_MASK_PEOPLE: value, DINGTALK_APP_SECRET: ' app-secret ' })).toBe(key);
  });

  it('is there on an embedded tenant, too', () => {
    expect(peopleKey({ SUITE_MASK_PEOPLE: '1' })).toBe('');
  });
});
