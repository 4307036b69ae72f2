import { gzipSync } from 'node:zlib';
import type { Item } from './recorded-call';
import { readFile } from './read-file';
import { counted, har, useFolder } from '../testing/recorded';

const { file } = useFolder();

async function itemsOf(path: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of readFile(path)) items.push(item);
  return items;
}

async function callIn(name: string, content: unknown) {
  const [item] = await itemsOf(file(name, content));
  return item;
}

const answer = '{"errcode":0,"count":3,"request_id":"5c8q6ic6wyah","note":"中文 😀"}';
const base64 = Buffer.from(answer).toString('base64');
const packed = gzipSync(answer).toString('base64');
const size = Buffer.byteLength(answer);

describe('A HAR', () => {
  it.each([
    { what: 'plain text', content: { size, text: answer } },
    { what: 'base64', content: { size, text: base64, encoding: 'base64' } },
    { what: 'gzip that nobody unpacked', content: { size, text: packed, encoding: 'base64' } },
    { what: 'all that came before its connection broke', ended: 'EXCEPTION', content: { text: answer } },
  ])('holds an answer as $what', async ({ content, ended = 'COMPLETE' }) => {
    const item = await callIn('a.har', har(counted({ content, ended })));

    expect(item).toMatchObject({ place: 'a.har entry 1', call: { responseBody: Buffer.from(answer) } });
    expect(item).not.toHaveProperty('call.unheld');
  });

  it.each([
    { content: {}, unheld: 'its body is not in the recording' },
    { content: { size: 90 }, unheld: 'its body is not in the recording' },
    { content: { size: 900, text: answer.slice(0, 20) }, unheld: 'its body is cut in the recording' },
    { content: { size, _file: 'gone.json', text: '' }, unheld: 'its body is not in the recording' },
    { ended: 'EXCEPTION', content: { text: '{"errcode"' }, unheld: 'its body is cut in the recording' },
  ])('may lack the body of an answer: $content', async ({ content, ended = 'COMPLETE', unheld }) => {
    expect(await callIn('a.har', har(counted({ content, ended })))).toMatchObject({ call: { unheld } });
  });

  it('holds a body in a file of its folder, and in no other', async () => {
    file('body.json', answer);
    const content = { size, _file: '../../body.json', text: '' };

    expect(await callIn('a.har', har(counted({ content })))).toMatchObject({
      call: { responseBody: Buffer.from(answer) },
    });
  });

  it.each([
    {
      postData: {
        mimeType: 'application/x-www-form-urlencoded',
        params: [{ name: 'userid', value: '张 1' }],
      },
    },
    { postData: { mimeType: 'application/x-www-form-urlencoded', text: 'userid=%E5%BC%A0+1', params: [] } },
  ])('holds a form as $postData', async ({ postData }) => {
    expect(await callIn('a.har', har(counted({ postData })))).toMatchObject({
      call: { requestBody: 'userid=%E5%BC%A0+1' },
    });
  });

  it('tells of a request whose body it lacks', async () => {
    const sent = { 'content-length': '27' };

    expect(await callIn('a.har', har(counted({ postData: {}, sent })))).toMatchObject({
      call: { isRequestCut: true },
    });
  });

  it.each([0, null])('tells of a call without an answer, whose status is %s', async (status) => {
    const item = await callIn('a.har', har(counted({ status })));

    expect(item).toMatchObject({ call: { trouble: 'none in the recording' } });
    expect(item).not.toHaveProperty('call.status');
  });
});

describe('A result of Newman', () => {
  const url = {
    protocol: 'https',
    host: ['oapi', 'dingtalk', 'com'],
    path: ['gettoken'],
    query: [{ key: 'appkey', value: 'k' }],
  };
  const body = {
    mode: 'urlencoded',
    urlencoded: [
      { key: 'a', value: '1' },
      { key: 'b', value: '2', disabled: true },
    ],
  };
  const header = [{ key: 'Date', value: 'Mon, 30 Nov 2026 01:00:00 GMT' }];
  const ended = Date.parse('2026-11-30T01:00:00Z');
  const response = { code: 200, header, stream: { type: 'Buffer', data: [123, 125] }, responseTime: 400 };

  it('holds calls one after the other', async () => {
    const executions = [1, 2].map(() => ({ request: { method: 'GET', url, body }, response }));
    const items = await itemsOf(file('r.json', { collection: {}, run: { executions } }));

    expect(items).toMatchObject([{ call: { startedAt: ended - 400 } }, { call: { startedAt: ended } }]);
    expect(items[0]).toMatchObject({
      place: 'r.json execution 1',
      call: { url: 'https://oapi.dingtalk.com/gettoken?appkey=k', requestBody: 'a=1', status: 200 },
    });
  });

  it('may lack an answer', async () => {
    const execution = { request: { method: 'GET', url }, requestError: { message: 'ECONNREFUSED' } };

    expect(await callIn('r.json', { run: { executions: [execution] } })).toMatchObject({
      call: { trouble: 'ECONNREFUSED' },
    });
  });
});

describe('A file of the suite', () => {
  const exchange = {
    endpoint: 'report/getunreadcount',
    method: 'POST',
    url: 'http://127.0.0.1:7001/topapi/report/getunreadcount',
    requestHeaders: {},
    status: 200,
    responseBody: answer,
    startedAt: 5,
    durationMs: 1,
    outcome: 'ok',
    counted: true,
  };
  const lines = (...values: unknown[]): string =>
    values.map((value) => `${JSON.stringify(value)}\n`).join('');

  it('holds exchanges, alone or in the records of cases', async () => {
    const record = { kind: 'case', file: 'a', title: 'b', exchanges: [exchange], findings: [] };
    const start = { kind: 'start', file: 'a', title: 'b', at: 1 };
    const items = await itemsOf(file('cases-1.ndjson', lines(start, record, exchange)));

    expect(items).toMatchObject([
      { place: 'cases-1.ndjson line 2, call 1' },
      { place: 'cases-1.ndjson line 3' },
    ]);
  });

  it('may end in the middle of a line', async () => {
    const items = await itemsOf(file('cases-1.ndjson', `${lines(exchange)}{"kind":"ca`));

    expect(items.at(-1)).toEqual({ kind: 'note', text: 'cases-1.ndjson line 2 is cut short and left out' });
  });

  it.each([0, 2])('holds a recording, indented by %d', async (indent) => {
    const recording = { endpoint: 'report/create', by: 'tenant', host: 'public', fields: {}, refusals: {} };
    const [item] = await itemsOf(file('create.json', JSON.stringify(recording, null, indent)));

    expect(item).toMatchObject({ kind: 'recording', recording });
  });
});

describe('A file that cannot be judged', () => {
  const whole = JSON.stringify(har(counted()));

  it.each([
    { what: '', says: 'x is empty.' },
    { what: ' \n', says: 'x is empty.' },
    { what: '<!doctype html>', says: 'x is no recording that this command knows.' },
    { what: '[1]', says: 'x is no recording that this command knows.' },
    { what: 'PK\u0003\u0004', says: 'x is a ZIP file: unpack it first' },
    { what: gzipSync('{}'), says: 'x is packed with gzip' },
    { what: Buffer.from('\ufeff{}', 'utf16le'), says: 'x is written in UTF-16' },
    { what: '{\n"openapi": "3.1"}', says: 'x is JSON, but no recording that this command knows.' },
    { what: '{"openapi":"3.1"}', says: 'x line 1 is neither an exchange, nor' },
    { what: '{"id":"1","collection_id":"2","results":[]}', says: "x is Postman's own export of a run" },
    { what: whole.slice(0, 300), says: 'x is cut short: after byte 300 its JSON is not at its end.' },
    { what: '{"log":?', says: 'x is no JSON: at byte 7 there is "?", where it may not be.' },
    { what: '{"log":{"entries":[{"request":{}}]}}', says: 'x entry 1 is no HAR entry' },
    { what: '{"kind":"start"}\n{nonsense}\n{}\n', says: 'x line 2 is no JSON.' },
  ])('says why: $says', async ({ what, says }) => {
    await expect(itemsOf(file('x', what))).rejects.toThrow(says);
  });

  it('may begin with a byte order mark', async () => {
    expect(await itemsOf(file('x', `\ufeff${whole}`))).toHaveLength(1);
  });
});
