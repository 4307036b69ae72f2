import { readFile } from './read-file';
import type { Item } from './recorded-call';
import { har, useFolder } from '../testing/recorded';

const { file } = useFolder();

const answer = '{"errcode":0,"count":3,"request_id":"5c8q6ic6wyah","note":"中文"}';
const size = Buffer.byteLength(answer);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const pairs = (list: Readonly<Record<string, string>>): object[] =>
  Object.entries(list).map(([name, value]) => ({ name, value }));

/** An entry as Charles 4 exports it over HTTP/2: JSON as base64, a form by its fields alone, nulls, and a status of its own. */
const entry = (response: object = {}, postData: object = {}): object => ({
  startedDateTime: '2026-11-30T09:00:00.588+08:00',
  time: 427,
  request: {
    method: 'POST',
    url: 'https://oapi.dingtalk.com/topapi/report/getunreadcount?access_token=t0',
    httpVersion: 'HTTP/2.0',
    headers: pairs({ ':method': 'POST', ':authority': 'oapi.dingtalk.com', accept: '*/*' }),
    postData: { mimeType: 'application/json', text: '{"userid":"u1"}', ...postData },
    ...{ headersSize: 286, bodySize: 15 },
  },
  response: {
    ...{ _charlesStatus: 'COMPLETE', status: 200, statusText: null, redirectURL: null },
    headers: pairs({ ':status': '200', 'content-type': 'application/json; charset=utf-8' }),
    content: { size, mimeType: 'application/json; charset=utf-8', text: base64(answer), encoding: 'base64' },
    ...response,
  },
  ...{ serverIPAddress: '203.0.113.1', cache: {}, timings: { send: 2, wait: 424, receive: 1 } },
});

async function read(one: object): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of readFile(file('charles.har', har(one)))) items.push(item);
  return items;
}

describe('A HAR of Charles', () => {
  it('is read with its base64, its zone and its nulls', async () => {
    expect(await read(entry())).toMatchObject([
      {
        call: {
          ...{ startedAt: Date.parse('2026-11-30T01:00:00.588Z'), durationMs: 427, status: 200 },
          ...{ requestBody: '{"userid":"u1"}', responseBody: Buffer.from(answer) },
        },
      },
    ]);
  });

  it('holds a form by its fields', async () => {
    const form = { mimeType: 'application/x-www-form-urlencoded', text: undefined };

    expect(await read(entry({}, { ...form, params: [{ name: 'userid', value: '张 1' }] }))).toMatchObject([
      { call: { requestBody: 'userid=%E5%BC%A0+1' } },
    ]);
  });

  it.each([
    { text: answer, held: { responseBody: Buffer.from(answer) } },
    { text: answer.slice(0, 30), held: { unheld: 'its body is cut in the recording' } },
  ])('whose connection broke may hold a whole answer: $text', async ({ text, held }) => {
    const content = { size: Buffer.byteLength(text), text: base64(text), encoding: 'base64' };

    expect(await read(entry({ _charlesStatus: 'EXCEPTION', content }))).toMatchObject([{ call: held }]);
  });

  it('holds a call that nobody answered', async () => {
    const content = { size: 0, mimeType: null };

    expect(await read(entry({ _charlesStatus: 'EXCEPTION', status: null, content }))).toMatchObject([
      { call: { trouble: 'none in the recording' } },
    ]);
  });
});
