import type { Reply } from '../../emulator/call';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { familyOf } from '../../schemas/gateways';
import { around, isSuccess, without, type Fault } from './fault';

type Fields = Record<string, unknown>;

/** Endpoint by endpoint, answers that are none, and envelopes that contradict themselves. */
export const faults: readonly Fault[] = endpoints.flatMap((endpoint) => [
  ...unreadable(endpoint),
  ...(familyOf(endpoint) === 'v1' ? ofV1(endpoint) : ofOapi(endpoint)),
]);

/** Changes the answers of an endpoint for which that holds; what is no JSON object passes. */
function changed(
  id: string,
  when: (reply: Reply, body: Fields) => boolean,
  change: (reply: Reply, body: Fields) => Reply,
): Fault['layer'] {
  return around(id, async (_, call, next) => {
    const reply = await next(call);
    if (typeof reply.body === 'string') return reply;
    const body: Fields = { ...reply.body };
    return when(reply, body) ? change(reply, body) : reply;
  });
}

function anything(): boolean {
  return true;
}

function refusal(reply: Reply): boolean {
  return !isSuccess(reply);
}

function unreadable({ id }: Endpoint): Fault[] {
  const promises = [`${id} answers application/json`];
  const headers = { 'content-type': 'text/html;charset=utf-8' };
  return [
    {
      id: `${id}: says that its answers are HTML`,
      class: 'schema',
      breaks: 'an answer is application/json',
      promises,
      layer: changed(id, anything, (reply) => ({ ...reply, headers: { ...reply.headers, ...headers } })),
    },
    {
      id: `${id}: its answers break off`,
      class: 'schema',
      breaks: 'an answer is JSON',
      promises,
      layer: changed(id, anything, (reply, body) => ({ ...reply, body: JSON.stringify(body).slice(0, -1) })),
    },
    {
      id: `${id}: a success with HTTP status 500`,
      class: 'schema',
      breaks: 'a success has HTTP status 200',
      promises: [`${id} accepted`],
      layer: changed(id, isSuccess, (reply) => ({ ...reply, status: 500 })),
    },
  ];
}

function ofOapi(endpoint: Endpoint): Fault[] {
  const { id } = endpoint;
  const isTopapi = familyOf(endpoint) === 'topapi';
  return [
    {
      id: `${id}: a refusal has errcode 0`,
      class: 'envelope',
      breaks: 'errcode is 0 for a success and nothing else',
      promises: ['gateway/G1', `${id} refused`],
      layer: changed(id, refusal, (reply, body) => ({ ...reply, body: { ...body, errcode: 0 } })),
    },
    ...(isTopapi ? ofTopapi(endpoint) : []),
  ];
}

function ofTopapi({ id, response }: Endpoint): Fault[] {
  const saysSuccess = 'success' in Object(response.properties);
  return [
    {
      id: `${id}: a refusal without request_id`,
      class: 'envelope',
      breaks: 'every answer of topapi has a request_id',
      promises: ['gateway/G5', `${id} refused`],
      layer: changed(id, refusal, (reply, body) => ({ ...reply, body: without(body, 'request_id') })),
    },
    {
      id: `${id}: a refused token has no sub_code`,
      class: 'envelope',
      breaks: 'the code of a refused token stands in sub_code',
      promises: ['gateway/G6', `${id}!88/40014`],
      layer: changed(
        id,
        (_, body) => body.errcode === 88,
        (reply, body) => ({ ...reply, body: without(body, 'sub_code') }),
      ),
    },
    ...(saysSuccess ? [contradiction(id)] : []),
  ];
}

function contradiction(id: string): Fault {
  return {
    id: `${id}: success false beside errcode 0`,
    class: 'envelope',
    breaks: 'success is true where errcode is 0',
    promises: [`${id}#success`],
    layer: changed(id, isSuccess, (reply, body) => ({ ...reply, body: { ...body, success: false } })),
  };
}

function ofV1({ id }: Endpoint): Fault[] {
  const promises = ['gateway/G24', `${id} refused`];
  return [
    {
      id: `${id}: a refusal with HTTP status 200`,
      class: 'envelope',
      breaks: 'a refusal of v1.0 has an HTTP status of 400 or more',
      promises,
      layer: changed(id, refusal, (reply) => ({ ...reply, status: 200 })),
    },
    ...['code', 'message', 'requestid'].map((name): Fault => ({
      id: `${id}: a refusal without ${name}`,
      class: 'envelope',
      breaks: `a refusal of v1.0 has ${name}`,
      promises,
      layer: changed(id, refusal, (reply, body) => ({ ...reply, body: without(body, name) })),
    })),
    {
      id: `${id}: a success in an envelope`,
      class: 'envelope',
      breaks: 'a success of v1.0 holds business fields only',
      promises: ['gateway/G23', `${id} accepted`],
      // A service may always answer with more than its page knows.
      source: 'inferred',
      layer: changed(id, isSuccess, (reply, body) => ({
        ...reply,
        body: { errcode: 0, errmsg: 'ok', ...body },
      })),
    },
  ];
}
