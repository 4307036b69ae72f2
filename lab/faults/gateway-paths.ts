import type { Call, Layer, Reply } from '../../emulator/call';
import { endpoints } from '../../schemas';
import { answered, around, isSuccess, type Fault } from './fault';

type Fields = Record<string, unknown>;

const isNowhere = ({ path, endpoint }: Call): boolean => endpoint.id === '' && path.startsWith('/topapi/');

/** Answers calls to a path of topapi that is no API in another way. */
const nowhere =
  (change: (reply: Reply, call: Call) => Fields): Layer =>
  async (_, call, next) => {
    const reply = await next(call);
    return isNowhere(call) ? { ...reply, body: change(reply, call) } : reply;
  };

const requestId = (reply: Reply): unknown => (reply.body as Fields).request_id;

const blankToken = (reply: Reply): Fields => ({
  errcode: 88,
  sub_code: '40000',
  sub_msg: 'access_token is blank',
  errmsg: 'ding talk error[subcode=40000,submsg=access_token is blank]',
  request_id: requestId(reply),
});

/** Takes a call to `path` for one to an endpoint. */
const alsoAt =
  (id: string, path: string): Layer =>
  (_, call, next) => {
    const endpoint = endpoints.find((each) => each.id === id);
    return next(call.path === path && endpoint ? { ...call, endpoint, path: endpoint.path } : call);
  };

const ofFamily =
  (isOne: (path: string) => boolean, change: (body: Fields, reply: Reply) => Fields): Layer =>
  async (_, call, next) => {
    const reply = await next(call);
    if (!isOne(call.path) || typeof reply.body === 'string') return reply;
    return { ...reply, body: change({ ...reply.body }, reply) };
  };

const isV1 = (path: string): boolean => path.startsWith('/v1.0/');
const isTopapi = (path: string): boolean => path.startsWith('/topapi/');

/** Wrong ways with paths and methods that are none, and with what an answer of a family holds. */
export const faults: readonly Fault[] = [
  {
    id: 'gateway: a path of topapi that is no API is refused with 404',
    class: 'envelope',
    breaks: 'an unknown topapi path gives errcode 22',
    promises: ['gateway/G19', 'gateway/G21'],
    layer: nowhere((reply) => ({
      errcode: 404,
      errmsg: '请求的URI地址不存在',
      request_id: requestId(reply),
    })),
  },
  {
    id: 'gateway: a path of topapi that is no API asks for a token first',
    class: 'auth',
    breaks: 'an unknown topapi path is refused before the token is looked at',
    promises: ['gateway/G19'],
    layer: nowhere((reply, { query }) => (query.access_token ? (reply.body as Fields) : blankToken(reply))),
  },
  {
    id: 'gateway: a path of topapi that is no API is a wrong method when it is got',
    class: 'envelope',
    breaks: 'GET on an unknown topapi path is answered like POST',
    promises: ['gateway/G21'],
    layer: nowhere((reply, { method }) =>
      method === 'GET'
        ? { errcode: 43002, errmsg: '需要POST请求', request_id: requestId(reply) }
        : (reply.body as Fields),
    ),
  },
  {
    id: 'blackboard/listids: is there under another spelling of its path too',
    class: 'envelope',
    breaks: 'an unknown topapi path gives errcode 22',
    promises: ['gateway/G19'],
    layer: alsoAt('blackboard/listids', '/topapi/blackboard/list_ids'),
  },
  {
    id: 'blackboard/get-blackboard: is there for another method too',
    class: 'envelope',
    breaks: 'a path of v1.0 is not there with another method',
    promises: ['blackboard/get-blackboard refused'],
    layer: around('blackboard/get-blackboard', (_, call, next) =>
      next({ ...call, method: 'GET', query: { ...call.query, ...(call.body.values as Call['query']) } }),
    ),
  },
  {
    id: 'token/get: a success has a request_id',
    class: 'envelope',
    breaks: 'a classic answer has no request_id',
    promises: ['gateway/G2', 'token/get/R11'],
    source: 'inferred',
    layer: answered('token/get', (body) => ({ ...body, request_id: '5c8q6ic6wyah' })),
  },
  {
    id: 'token/get: a refusal says success false',
    class: 'envelope',
    breaks: 'a classic answer has no success',
    promises: ['gateway/G3', 'token/get/R11'],
    source: 'inferred',
    layer: around('token/get', async (_, call, next) => {
      const reply = await next(call);
      return isSuccess(reply) ? reply : { ...reply, body: { ...(reply.body as Fields), success: false } };
    }),
  },
  {
    id: 'gateway: a service of topapi refuses with a sub_code',
    class: 'envelope',
    breaks: 'a refusal of a topapi service has its code in errcode, without sub_code',
    promises: ['gateway/G7'],
    layer: ofFamily(isTopapi, (body) =>
      body.errcode === 0 || body.errcode === 88 ? body : { sub_code: String(body.errcode), ...body },
    ),
  },
  {
    id: 'gateway: v1.0 writes requestid in lower case',
    class: 'envelope',
    breaks: 'requestid of v1.0 is an upper-case UUID',
    promises: ['gateway/G25', 'gateway/G24'],
    source: 'inferred',
    layer: ofFamily(isV1, (body) =>
      typeof body.requestid === 'string' ? { ...body, requestid: body.requestid.toLowerCase() } : body,
    ),
  },
  {
    id: 'gateway: v1.0 does not name its charset',
    class: 'envelope',
    breaks: 'a success of v1.0 is application/json;charset=utf-8',
    promises: ['gateway/G23'],
    layer: async (_, call, next) => {
      const reply = await next(call);
      return isV1(call.path)
        ? { ...reply, headers: { ...reply.headers, 'content-type': 'application/json' } }
        : reply;
    },
  },
  {
    id: 'gateway: tokens in upper case',
    class: 'state',
    breaks: 'a token is 32 lowercase hex characters',
    promises: ['gateway/G39'],
    layer: answered('token/get', (body) => ({
      ...body,
      access_token: String(body.access_token).toUpperCase(),
    })),
  },
];
