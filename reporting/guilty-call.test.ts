import { Redactor } from '../client/redaction/redact';
import { chainOf } from './guilty-call';
import { anExchange } from './testing/sample';

const oapi = 'https://oapi.dingtalk.com';
const read = anExchange({
  url: 'https://api.dingtalk.com/v1.0/blackboard/get_blackboard?blackboardId=1',
  curl: `curl -H 'x-acs-dingtalk-access-token: '"$DINGTALK_ACCESS_TOKEN"''`,
  responseHeaders: { 'x-acs-request-id': 'UPPER-7' },
  responseBody: '{}',
});
const write = anExchange({
  url: `${oapi}/topapi/blackboard/create`,
  curl: 'curl ?access_token="$DINGTALK_ACCESS_TOKEN"',
  responseBody: '{"errcode":0,"request_id":"16l4"}',
});
const lost = anExchange({ outcome: 'no answer: timed out', responseBody: '', status: undefined as never });

describe('chainOf', () => {
  it('tells each call with its request id, of either gateway', () => {
    expect(chainOf([write, read], undefined).calls).toEqual([
      expect.objectContaining({ path: '/topapi/blackboard/create', requestId: '16l4', status: 200 }),
      expect.objectContaining({ path: '/v1.0/blackboard/get_blackboard', requestId: 'UPPER-7' }),
    ]);
    expect(chainOf([lost], undefined).calls[0]).not.toHaveProperty('status');
  });

  it('gets a token of the gateway before the first call that needs it', () => {
    const { script } = chainOf([write, write, read], undefined);

    expect(script.match(/\/gettoken\?appkey=\$DINGTALK_APP_KEY/g)).toHaveLength(1);
    expect(script.indexOf('/v1.0/oauth2/accessToken')).toBeGreaterThan(script.lastIndexOf(write.curl));
    expect(script.endsWith(`${read.curl}; echo\n`)).toBe(true);
  });

  it('passes the redactor as it is, which must not take a command for a token', () => {
    const { script } = chainOf([write, read], undefined);

    expect(new Redactor().redact(script)).toBe(script);
  });

  it('leaves out what removed the things that the case had made, and all but the last twelve', () => {
    const many = Array.from({ length: 14 }, () => write);

    expect(chainOf([...many, { ...read, cleaning: true }], 'blackboard/create').calls).toHaveLength(12);
    expect(chainOf([], undefined)).toEqual({ calls: [], script: '' });
  });
});
