import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createAnnouncement, getBlackboard, getToken } from '../schemas';
import type { Endpoint } from '../schemas/endpoint';
import { curl } from './curl';
import { encode, tokenPlace, type Encoded, type Encoding } from './encode';
import { transmit } from './http';
import { Redactor } from './redaction/redact';
import { answerJson, useServer } from './testing/use-server';

const token = '96fc7a7a0123456789abcdef01234567';
const secret = 'GT-lsu_taDAsTs0123456789';
const run = promisify(execFile);

const texts = [
  { what: 'quotes', text: `it's "quoted" and '\\''` },
  { what: 'lines', text: 'one\ntwo\r\nthree\t' },
  { what: 'what a shell replaces', text: '$HOME ${HOME} $(id) `id` !! ~ *' },
  { what: 'backslashes', text: 'C:\\new\\\\ \\" \\$' },
  { what: 'Chinese and emoji', text: '国庆节放假通知 😀 𠮷' },
  { what: 'what a URL or a form encodes', text: 'a=b&c+d %41 #x ?y @z {1,2} [3-4]' },
  { what: 'what looks like a mask', text: '<redacted> <NAME> <b>' },
];

const everything = texts.map(({ text }) => text).join(' ');

describe('The printed command', () => {
  const server = useServer((_, response) => {
    answerJson(response, { errcode: 0 });
  });

  it.each(texts)('repeats a body with $what', async ({ text }) => {
    const request = { create_request: { title: text, list: [text] } };

    const [sent, repeated] = await bothWays(createAnnouncement, request);

    expect(repeated).toEqual(sent);
    expect(sent).toMatchObject({ method: 'POST', body: JSON.stringify(request) });
  });

  it.each<Encoding>(['form', 'strings'])('repeats a body written as %s', async (encoding) => {
    const [sent, repeated] = await bothWays(
      createAnnouncement,
      { title: everything, list: [everything] },
      encoding,
    );

    expect(repeated).toEqual(sent);
  });

  it('repeats a query', async () => {
    const [sent, repeated] = await bothWays(getBlackboard, { blackboardId: everything });

    expect(repeated).toEqual(sent);
    expect(sent).toMatchObject({
      method: 'GET',
      body: '',
      headers: { 'x-acs-dingtalk-access-token': token },
    });
  });

  it('repeats the credentials once their variable is set', async () => {
    const [sent, repeated] = await bothWays(getToken, { appkey: 'ding1', appsecret: secret });

    expect(repeated).toEqual(sent);
    expect(sent).toMatchObject({ target: expect.stringContaining(`appsecret=${secret}`) as string });
  });

  it('repeats a header that is empty', async () => {
    const [sent, repeated] = await repeat('GET', {
      target: '/x',
      headers: { 'x-acs-dingtalk-access-token': '' },
    });

    expect(repeated).toEqual(sent);
    expect(sent).toMatchObject({ headers: { 'x-acs-dingtalk-access-token': '' } });
  });

  it('shows no secret and names its variable', () => {
    const encoded = encode(
      getToken,
      { appkey: 'ding1', appsecret: secret },
      { encoding: 'json', token, place: 'header' },
    );

    const command = curl('GET', 'https://oapi.dingtalk.com', encoded, redact);

    expect(command).toBe(
      [
        `curl -sS -X GET 'https://oapi.dingtalk.com/gettoken?appkey=ding1&appsecret='"$DINGTALK_APP_SECRET"''`,
        `-H 'accept: application/json'`,
        `-H 'x-acs-dingtalk-access-token: '"$DINGTALK_ACCESS_TOKEN"''`,
      ].join(' \\\n  '),
    );
    expect(redact(command)).toBe(command);
  });

  // Helpers

  function bothWays(endpoint: Endpoint, request: object, encoding: Encoding = 'json'): Promise<unknown[]> {
    const place = tokenPlace(endpoint, encoding);
    return repeat(endpoint.method, encode(endpoint, request, { encoding, token, place }));
  }

  /** Sends a request as the client does, then by the command in a shell; gives what the server got of both. */
  async function repeat(method: 'GET' | 'POST', encoded: Encoded): Promise<unknown[]> {
    const { url, received } = server();
    const { target, ...rest } = encoded;
    await transmit({ method, url: url + target, ...rest, timeoutMs: 5000 });
    await run('bash', ['--norc', '-c', curl(method, url, encoded, redact)], {
      env: { DINGTALK_ACCESS_TOKEN: token, DINGTALK_APP_SECRET: secret },
    });
    return received.map(({ headers, ...others }) => ({
      ...others,
      headers: Object.fromEntries(Object.keys(encoded.headers).map((name) => [name, headers[name]])),
    }));
  }
});

function redact(text: string): string {
  const redactor = new Redactor();
  redactor.register(token, 'DINGTALK_ACCESS_TOKEN');
  redactor.register(secret, 'DINGTALK_APP_SECRET');
  return redactor.redact(text);
}
