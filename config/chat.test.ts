import { readChat, readReportUrl } from './chat';

const token = '0123456789abcdef'.repeat(4);
const webhook = `https://oapi.dingtalk.com/robot/send?access_token=${token}`;

describe('The chat', () => {
  it.each([{}, { DINGTALK_ROBOT_WEBHOOK: ' ' }, { DINGTALK_ROBOT_SECRET: 'SECdeadbeef' }])(
    'is none in %j',
    (env) => {
      expect(readChat(env)).toBeUndefined();
    },
  );

  it.each([webhook, ` ${webhook} `, `${webhook}&timestamp=1700000000000&sign=stale`])(
    'is read from %s',
    (given) => {
      expect(readChat({ DINGTALK_ROBOT_WEBHOOK: given, DINGTALK_ROBOT_SECRET: 'SECdeadbeef' })).toEqual({
        url: 'https://oapi.dingtalk.com/robot/send',
        accessToken: token,
        secret: 'SECdeadbeef',
      });
    },
  );

  it('has no secret where none is set', () => {
    expect(readChat({ DINGTALK_ROBOT_WEBHOOK: webhook, DINGTALK_ROBOT_SECRET: '' })?.secret).toBeUndefined();
  });

  it.each([
    'http://127.0.0.1/robot/send',
    'http://127.0.0.1:7002/robot/send',
    'http://127.10.20.30:7002/robot/send',
  ])('may be played on this machine, as %s', (url) => {
    expect(readChat({ DINGTALK_ROBOT_WEBHOOK: `${url}?access_token=abcdef` })).toMatchObject({ url });
  });

  it.each([
    `http://oapi.dingtalk.com/robot/send?access_token=${token}`,
    `https://oapi.dingtalk.com.example.com/robot/send?access_token=${token}`,
    `https://example.com/robot/send?access_token=${token}`,
    `https://me:pw@oapi.dingtalk.com/robot/send?access_token=${token}`,
    `https://oapi.dingtalk.com:8443/robot/send?access_token=${token}`,
    `https://oapi.dingtalk.com/topapi/blackboard/create?access_token=${token}`,
    `http://127.0.0.1.example.com/robot/send?access_token=${token}`,
    'https://oapi.dingtalk.com/robot/send',
    'https://oapi.dingtalk.com/robot/send?access_token=',
    token,
  ])('is not %s, and the token is not shown', (given) => {
    const read = () => readChat({ DINGTALK_ROBOT_WEBHOOK: given });

    expect(read).toThrow('DINGTALK_ROBOT_WEBHOOK');
    expect(read).not.toThrow(token);
  });
});

describe('The page of the reports', () => {
  it.each([
    { given: 'https://ci.example.com/runs/7', url: 'https://ci.example.com/runs/7' },
    { given: 'http://ci.example.com/7', url: 'http://ci.example.com/7' },
    { given: undefined, url: undefined },
    { given: '', url: undefined },
    { given: 'javascript:alert(1)', url: undefined },
    { given: 'see https://ci.example.com', url: undefined },
    { given: 'https://ci.example.com/a) [b](https://x', url: undefined },
  ])('is $url of $given', ({ given, url }) => {
    expect(readReportUrl({ SUITE_REPORT_URL: given })).toBe(url);
  });
});
