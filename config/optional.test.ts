import { absentIn, optional } from './optional';

const both = [optional.unprivilegedApp, optional.expiredToken];

describe('What a tenant may lack', () => {
  it.each([
    { env: {}, absent: [] },
    { env: { DINGTALK_TARGET: 'live' }, absent: both },
    {
      env: { DINGTALK_TARGET: ' live ', DINGTALK_UNPRIVILEGED_APP_KEY: 'k', DINGTALK_EXPIRED_TOKEN: ' ' },
      absent: [optional.expiredToken],
    },
    { env: { DINGTALK_TARGET: 'live', DINGTALK_EXPIRED_TOKEN: '0a1b' }, absent: [optional.unprivilegedApp] },
  ])('is $absent where the environment is $env', ({ env, absent }) => {
    expect(absentIn(env)).toEqual(absent);
  });
});
