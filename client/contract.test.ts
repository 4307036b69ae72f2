import { createAnnouncement, getBlackboard, getToken, listDismissedEmployees } from '../schemas';
import { BrokenContract, judge, type Standard, type Verdict } from './contract';
import type { WireReply } from './http';
import { deleted as created, refusedAs } from './testing/use-client';

const refusedByGateway = refusedAs('40014');
const refusedV1 = {
  code: 'InvalidAuthentication',
  message: '不合法的access_token',
  requestid: '0C3B5A9D-1F2E-7A6B-8C4D-123456789ABC',
};
const [announcement = {}] = getBlackboard.examples;

const ours: Standard = { strict: true, notice: () => undefined };
const lenient = (notice: Standard['notice']): Standard => ({ strict: false, notice });

describe('A success', () => {
  it.each([
    { endpoint: createAnnouncement, body: created },
    { endpoint: getToken, body: { errcode: 0, access_token: 'a'.repeat(32), expires_in: 7200 } },
    { endpoint: getBlackboard, body: announcement },
  ])('of $endpoint.id is taken as one', ({ endpoint, body }) => {
    expect(judge(endpoint, aReply({ body }), ours)).toEqual({ refused: false, body });
  });

  it('keeps the digits of a number of 64 bits', () => {
    const body = '{"nextToken":1234567890123456789,"hasMore":true,"userIdList":[]}';

    const verdict = judge(listDismissedEmployees, aReply({ body }), ours);

    expect(verdict.body).toMatchObject({ nextToken: 1_234_567_890_123_456_789n });
  });

  it.each([
    'application/json',
    'application/json;charset=UTF-8',
    'Application/JSON; charset=utf-8',
    'application/json; v=1; charset=utf-8',
  ])('may come as %s', (type) => {
    expect(judgeCreated({ type })).toMatchObject({ refused: false });
  });
});

describe('A refusal', () => {
  it.each([
    { of: 'topapi by the gateway', endpoint: createAnnouncement, body: refusedByGateway, code: '88/40014' },
    {
      of: 'topapi by the service',
      endpoint: createAnnouncement,
      body: { errcode: 400_001, errmsg: '系统错误', request_id: 'roz884n3k7rf' },
      code: '400001',
    },
    {
      of: 'the classic family',
      endpoint: getToken,
      body: { errcode: 40_096, errmsg: '不合法的appKey或appSecret' },
      code: '40096',
    },
    { of: 'v1.0', endpoint: getBlackboard, status: 400, body: refusedV1, code: 'InvalidAuthentication' },
  ])('of $of has a code', ({ endpoint, status = 200, body, code }) => {
    expect(judge(endpoint, aReply({ status, body }), ours)).toEqual({ refused: true, body, code });
  });
});

describe('An answer that breaks the contract', () => {
  it.each([
    {
      what: 'HTML with 200',
      answer: { type: 'text/html', body: '<html>busy</html>' },
      says: "the content type is 'text/html' and not application/json",
    },
    { what: 'no content type', answer: { type: undefined }, says: "the content type is ''" },
    {
      what: 'bytes of GBK',
      answer: { body: Buffer.from([0x7b, 0x22, 0xb9, 0xab, 0xb8, 0xe6, 0x22, 0x3a, 0x31, 0x7d]) },
      says: 'the body is not UTF-8',
    },
    {
      what: 'a header that says GBK',
      answer: { type: 'application/json; charset=GBK' },
      says: 'the answer is in charset=gbk and not UTF-8',
    },
    { what: 'an empty body', answer: { body: '' }, says: 'the body is empty' },
    {
      what: 'half of the JSON',
      answer: { body: '{"errcode":0,"resu' },
      says: 'the body is not JSON: End of string',
    },
    { what: 'a byte order mark', answer: { body: '\ufeff{"errcode":0}' }, says: 'the body is not JSON' },
    {
      what: 'two values of errcode',
      answer: { body: '{"errcode":88,"errcode":0}' },
      says: "key 'errcode' stands twice",
    },
    { what: '{}', answer: { body: {} }, says: '/errcode is missing: neither a success nor a refusal' },
    { what: 'an array', answer: { body: [created] }, says: 'the body is JSON, but not an object' },
    { what: 'null', answer: { body: 'null' }, says: 'the body is JSON, but not an object' },
    { what: 'a text', answer: { body: '"ok"' }, says: 'the body is JSON, but not an object' },
    {
      what: 'errcode in quotes',
      answer: { body: { ...created, errcode: '0' } },
      says: '/errcode is "0" and not a number',
    },
    {
      what: 'errcode of 20 digits',
      answer: { body: '{"errcode":12345678901234567890}' },
      says: '/errcode is 12345678901234567890 and not a number',
    },
    { what: 'a fraction as errcode', answer: { body: { errcode: 0.5 } }, says: '/errcode must be integer' },
    {
      what: 'a success with 500',
      answer: { status: 500 },
      says: 'HTTP status 500: this gateway answers 200',
    },
    {
      what: 'a refusal with 403',
      answer: { status: 403, body: refusedByGateway },
      says: 'HTTP status 403: this gateway answers 200, refusals too',
    },
    {
      what: 'a field that is missing',
      answer: { body: { ...created, result: undefined } },
      says: '/result is missing',
    },
    {
      what: 'a refusal without request_id',
      answer: { body: { ...refusedByGateway, request_id: undefined } },
      says: '/request_id is missing',
    },
  ])('has $what', ({ answer, says }) => {
    expect(() => judgeCreated(answer)).toThrow(BrokenContract);
    expect(() => judgeCreated(answer)).toThrow(says);
  });

  it.each([
    { what: 'a refusal with 200', status: 200, body: refusedV1, says: '/id is missing' },
    { what: 'a success with 500', status: 500, body: announcement, says: '/code is missing' },
    { what: 'half an answer', status: 199, body: announcement, says: 'HTTP status 199 is neither' },
    { what: 'a choice', status: 300, body: announcement, says: 'HTTP status 300 is neither' },
    {
      what: 'a refusal in the envelope of oapi',
      status: 400,
      body: { errcode: 40_035, errmsg: '不合法的参数' },
      says: '/requestid is missing',
    },
    {
      what: 'a code that is a number',
      status: 400,
      body: { ...refusedV1, code: 400 },
      says: '/code must be',
    },
  ])('of v1.0 has $what', ({ status, body, says }) => {
    const act = (): Verdict => judge(getBlackboard, aReply({ status, body }), ours);

    expect(act).toThrow(BrokenContract);
    expect(new BrokenContract('').name).toBe('BrokenContract');
    expect(act).toThrow(says);
  });

  it('is told with everything that is wrong', () => {
    const body = { errcode: 0, result: 1, request_id: 7 };

    expect(() => judgeCreated({ body })).toThrow(
      /^\/success is missing; \/result must be boolean; \/request_id must be string/,
    );
  });
});

describe('A field that the docs do not know', () => {
  it('is told, and does not break the contract by itself', () => {
    const body = { ...created, task_id: 7, trace: 'x' };
    const undocumented = jest.fn();

    const verdict = judge(createAnnouncement, aReply({ body }), lenient(undocumented));

    expect(verdict).toEqual({ refused: false, body });
    expect(undocumented.mock.calls).toMatchObject([[{ path: '/task_id' }], [{ path: '/trace' }]]);
  });

  it('is told of a refusal too', () => {
    const undocumented = jest.fn();

    judge(createAnnouncement, aReply({ body: { ...refusedByGateway, hint: 'x' } }), lenient(undocumented));

    expect(undocumented).toHaveBeenCalledWith(
      expect.objectContaining({ path: '/hint', message: 'is not documented' }),
    );
  });

  it('is not told where the contract is broken anyway', () => {
    const undocumented = jest.fn();
    const body = { ...created, result: undefined, task_id: 7 };

    expect(() => judge(createAnnouncement, aReply({ body }), lenient(undocumented))).toThrow(
      '/result is missing',
    );
    expect(undocumented).not.toHaveBeenCalled();
  });
});

// Helpers

interface Answer {
  readonly status?: number;
  readonly type?: string | undefined;
  readonly body?: object | string;
}

function aReply(answer: Answer): WireReply {
  const { status = 200, type, body = created } = { type: 'application/json;charset=UTF-8', ...answer };
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return { status, headers: type === undefined ? {} : { 'content-type': type }, body: bytes };
}

function judgeCreated(answer: Answer): Verdict {
  return judge(createAnnouncement, aReply(answer), ours);
}
