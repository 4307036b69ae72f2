import { createReport, getBlackboard, listTopTen } from '../schemas';
import type { Endpoint } from '../schemas/endpoint';
import { CallFailure } from './failure';
import { useClient } from './testing/use-client';
import { answerJson, type Answering } from './testing/use-server';

const { api, play, server, findings } = useClient();
const request_id = 'roz884n3k7rf';
const requestid = '0C3B5A9D-1F2E-7A6B-8C4D-123456789ABC';
const json =
  (body: object, status = 200): Answering =>
  (_, response) => {
    answerJson(response, body, status);
  };
const oapi = (errcode: number, sub_code?: string): Answering =>
  json({ errcode, errmsg: '系统繁忙', request_id, ...(sub_code && { sub_code, sub_msg: '系统繁忙' }) });
const v1 = (status: number, code: string): Answering =>
  json({ code, message: '未知错误', requestid }, status);
const reading = { userid: 'manager01' };
const got = json(listTopTen.examples[0] ?? {});
const writing = { create_report_param: {} } as never;
const written = { errcode: 0, errmsg: 'ok', result: '1', request_id };

// A bad day, as callers have reported it: every second answer is one of these.
const badDay: readonly {
  code: string;
  answer: Answering;
  endpoint: Endpoint;
  request: object;
  good: Answering;
}[] = [
  ...[oapi(15, 'isp.-1'), oapi(-1), oapi(88, '-1'), oapi(88, '90001'), oapi(88, '90017')].map(
    (answer, index) => ({
      code: `oapi ${index}`,
      answer,
      endpoint: listTopTen,
      request: reading,
      good: got,
    }),
  ),
  ...['unknownError', 'systemError', 'service.timeout'].map((code, index) => ({
    code,
    answer: v1(500 + index, code),
    endpoint: getBlackboard,
    request: { operationUserId: 'manager01' },
    good: json(getBlackboard.examples[0] ?? {}),
  })),
];

describe('A bad day of the service', () => {
  it.each(badDay)('is waited out by a read: $code', async ({ answer, endpoint, request, good }) => {
    play(answer, good);

    const reply = await api({ retries: true, strict: false }).send(endpoint, request);

    expect(reply).toMatchObject({ refused: false, exchange: { attempt: 2 } });
    expect(findings).toMatchObject([{ kind: 'passing trouble', endpoint: endpoint.id }]);
  });

  it('has a write looked up before it is sent again', async () => {
    const look = jest.fn(() => Promise.resolve(written));
    play(oapi(15, 'isp.-1'));

    const reply = await api({ retries: true, look }).send(createReport, writing);

    expect(reply).toMatchObject({ refused: false, body: written });
    expect(server().received).toHaveLength(1);
  });

  it('is no excuse for an error status around a success: a write fails over it, and nobody looks', async () => {
    const look = jest.fn();
    play(json(written, 500));

    const sending = api({ retries: true, look }).send(createReport, writing);

    await expect(sending).rejects.toThrow(CallFailure);
    expect(look).not.toHaveBeenCalled();
    expect(findings).toEqual([]);
  });
});
