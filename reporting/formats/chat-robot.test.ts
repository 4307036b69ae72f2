import timers from 'node:timers/promises';
import type { Chat } from '../../config/chat';
import { bodyOf, maxBodyBytes, sendToChat, signOf } from './chat-robot';
import { answerJson, useServer, type Answering } from '../../client/testing/use-server';

type Response = Parameters<Answering>[1];

const secret = 'SECdeadbeef';
const message = { title: 'Passed', text: '# Passed\n**12** cases' };

describe('signOf', () => {
  it.each([
    { timestamp: 1_700_000_000_000, secret, sign: 'NCJLKINTABhx3SnC+ENZIPZzT1H3juvunEn/A3cdKGY=' },
    {
      timestamp: 1_577_808_000_000,
      secret: 'this is secret',
      sign: 'ijHEivi6YiCNPZOq4hZstmvZ3sPfbioAiMhP30ae7W0=',
    },
  ])('signs $timestamp with "$secret"', (row) => {
    expect(signOf(row.timestamp, row.secret)).toBe(row.sign);
  });
});

describe('sendToChat', () => {
  let answers: ((response: Response) => void)[];

  const json =
    (body: object, status = 200) =>
    (response: Response) => {
      answerJson(response, body, status);
    };
  const page = (response: Response) => {
    response.writeHead(502).end('<html>');
  };
  const cut = (response: Response) => {
    response.destroy();
  };
  const server = useServer((_, response) => {
    answers.shift()?.(response);
  });
  beforeEach(() => {
    jest.restoreAllMocks();
    answers = Array.from({ length: 4 }, () => json({ errcode: 0, errmsg: 'ok' }));
  });
  const chat = (more: Partial<Chat> = {}): Chat => ({
    url: `${server().url}/robot/send`,
    accessToken: 'robot-token-1',
    ...more,
  });
  const send = (more?: Partial<Chat>) => sendToChat(chat(more), message, [1, 1]);
  const received = () =>
    server().received.map(({ target, body }) => ({
      query: Object.fromEntries(new URL(target, 'http://x').searchParams),
      body: JSON.parse(body) as { msgUuid: string },
    }));

  it('sends a message that mentions nobody, as JSON', async () => {
    await expect(send()).resolves.toBeUndefined();

    expect(server().received).toMatchObject([
      { method: 'POST', headers: { 'content-type': 'application/json' } },
    ]);

    expect(received()).toEqual([
      {
        query: { access_token: 'robot-token-1' },
        body: {
          msgtype: 'markdown',
          msgUuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
          markdown: message,
          at: { atMobiles: [], atUserIds: [], isAtAll: false },
        },
      },
    ]);
  });

  it('signs where there is a secret, with a timestamp of now', async () => {
    await send({ secret });

    const [query] = received().map((request) => request.query as { timestamp: string });
    expect(query).toEqual({
      access_token: 'robot-token-1',
      timestamp: expect.stringMatching(/^\d{13}$/) as string,
      sign: signOf(Number(query?.timestamp), secret),
    });
    expect(Math.abs(Number(query?.timestamp) - Date.now())).toBeLessThan(60_000);
  });

  it.each([
    { what: 'the connection broke', answer: cut },
    { what: 'the service was busy', answer: json({ errcode: -1, errmsg: '系统繁忙' }) },
    { what: 'the gateway was broken', answer: json({}, 500) },
    { what: 'a page came', answer: page },
  ])('sends the same message again where $what', async ({ answer }) => {
    answers.unshift(answer, answer);

    await expect(send()).resolves.toBeUndefined();

    expect(new Set(received().map(({ body }) => body.msgUuid)).size).toBe(1);
    expect(received()).toHaveLength(3);
  });

  it('gives up after three tries', async () => {
    answers.unshift(cut, cut, cut, cut);

    await expect(send()).resolves.toContain('did not answer');

    expect(received()).toHaveLength(3);
  });

  it.each([
    { errcode: 310_000, errmsg: '错误描述:关键词不匹配;解决方案:请联系群管理员', advice: 'wants a keyword' },
    {
      errcode: 310_000,
      errmsg: 'keywords not in content, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]',
      advice: 'wants a keyword',
    },
    {
      errcode: 310_000,
      errmsg: 'description:机器人发送签名不匹配;solution:请确认签名',
      advice: 'DINGTALK_ROBOT_SECRET',
    },
    { errcode: 310_000, errmsg: 'invalid timestamp', advice: 'DINGTALK_ROBOT_SECRET' },
    {
      errcode: 310_000,
      errmsg: 'description:ip 不在白名单中;solution:请联系对应群的管理员',
      advice: 'IPv4 addresses',
    },
    { errcode: 300_005, errmsg: 'token is not exist', advice: 'DINGTALK_ROBOT_WEBHOOK' },
  ])('explains $errcode $errmsg and does not insist', async ({ errcode, errmsg, advice }) => {
    answers.unshift(json({ errcode, errmsg }));

    await expect(send({ secret })).resolves.toContain(advice);

    expect(received()).toHaveLength(1);
  });

  it.each([
    { what: 'what it says', errmsg: 'closed', said: '7 closed' },
    { what: 'no more than 200 letters of it', errmsg: 'x'.repeat(300), said: `7 ${'x'.repeat(200)}` },
    { what: 'the code where it says nothing', errmsg: '', said: '7' },
    { what: 'the code where that is no text', errmsg: { x: 1 }, said: '7' },
  ])('tells of a refusal that nobody knows $what', async ({ errmsg, said }) => {
    answers.unshift(json({ errcode: 7, errmsg }));

    await expect(send()).resolves.toBe(`the robot refused: ${said}`);
  });

  it.each([660_026, 130_101, 410_100])('waits until the robot is open again: %d', async (errcode) => {
    const wait = jest.spyOn(timers, 'setTimeout').mockResolvedValue(undefined);
    const refused = json({ errcode, errmsg: 'send too fast' });
    answers.unshift(refused);

    await expect(send()).resolves.toBeUndefined();
    answers.unshift(refused, refused);

    await expect(send()).resolves.toContain('closed for ten minutes');
    expect(wait.mock.calls).toEqual([[610_000], [610_000]]);
  });

  it('waits a second, and then five, where it is not told otherwise', async () => {
    const wait = jest.spyOn(timers, 'setTimeout').mockResolvedValue(undefined);
    answers.unshift(cut, cut, cut);

    await sendToChat(chat(), message);

    expect(wait.mock.calls).toEqual([[1000], [5000]]);
  });

  it('goes up with a fault of its own', async () => {
    await expect(send({ url: 'no URL' })).rejects.toThrow('Invalid URL');
  });

  it('tells an answer without a code from a good one', async () => {
    answers.unshift(json({ status: 1111, punish: 'deny' }));

    await expect(send()).resolves.toContain('without a code');
  });

  it('takes the code as a text, as the documentation shows it', async () => {
    answers.unshift(json({ errcode: '0', errmsg: 'ok' }));

    await expect(send()).resolves.toBeUndefined();
  });

  it('sends what is as large as allowed', async () => {
    const [id] = ['00000000-0000-4000-8000-000000000000'];
    const rest = maxBodyBytes - Buffer.byteLength(bodyOf({ title: 'x', text: '' }, id));

    await expect(sendToChat(chat(), { title: 'x', text: 'x'.repeat(rest) })).resolves.toBeUndefined();
  });

  it('sends nothing that is larger than allowed', async () => {
    const text = '公'.repeat(7000);

    await expect(sendToChat(chat(), { title: 'x', text })).resolves.toContain('20000 bytes');

    expect(received()).toEqual([]);
    expect(Buffer.byteLength(bodyOf({ title: 'x', text }, ''))).toBeGreaterThan(20_000);
  });
});
