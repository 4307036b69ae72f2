import { peopleKey, secretsIn } from './secrets';

describe('The secrets of the environment', () => {
  it('are the secrets of the app and of the robot, and the token of its webhook', () => {
    const env = {
      DINGTALK_APP_KEY: 'dingkey',
      DINGTALK_APP_SECRET: ' app-secret ',
      DINGTALK_ROBOT_SECRET: 'SECrobot',
      DINGTALK_ROBOT_WEBHOOK: 'https://oapi.dingtalk.com/robot/send?access_token=0a1b&x=1',
    };

    expect(secretsIn(env)).toEqual([
      { name: 'DINGTALK_APP_SECRET', text: 'app-secret' },
      { name: 'DINGTALK_ROBOT_SECRET', text: 'SECrobot' },
      { name: 'DINGTALK_ROBOT_TOKEN', text: '0a1b' },
    ]);
  });

  it('are none where nothing is set', () => {
    expect(secretsIn({ DINGTALK_APP_SECRET: '', DINGTALK_ROBOT_WEBHOOK: 'no webhook' })).toEqual([]);
    expect(secretsIn({})).toEqual([]);
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
