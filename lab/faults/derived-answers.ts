import { isSuccess } from '../../emulator/layers';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { familyOf } from '../../schemas/gateways';
import { envelope, faultsOf, schema, type Fault, type Row } from './fault';
import { answered, field, refused, replied, without } from './layers';

const ofAll: readonly Row[] = [
  schema('says that its answers are HTML', ['answers application/json'], {
    layer: replied((reply) => ({
      ...reply,
      headers: { ...reply.headers, 'content-type': 'text/html;charset=utf-8' },
    })),
  }),
  schema('its answers break off', ['answers application/json'], {
    layer: replied((reply, body) => ({ ...reply, body: JSON.stringify(body).slice(0, -1) })),
  }),
  schema('a success with HTTP status 500', ['accepted'], {
    layer: replied((reply) => (isSuccess(reply) ? { ...reply, status: 500 } : reply)),
  }),
];

const falseZero = envelope('a refusal has errcode 0', ['G1', 'refused'], {
  layer: refused((body) => ({ ...body, errcode: 0 })),
});

const ofTopapi: readonly Row[] = [
  envelope('a refusal without request_id', ['G5', 'refused'], {
    layer: refused((body) => without(body, 'request_id')),
  }),
  envelope('a refused token has no sub_code', ['G6', '!88/40014'], {
    layer: refused((body) => (body.errcode === 88 ? without(body, 'sub_code') : body)),
  }),
];

const contradiction = envelope('success false beside errcode 0', ['#success'], {
  layer: field('success', () => false),
});

function ofOapi(endpoint: Endpoint): Row[] {
  if (familyOf(endpoint) !== 'topapi') return [falseZero];
  const saysSuccess = 'success' in Object(endpoint.response.properties);
  return [falseZero, ...ofTopapi, ...(saysSuccess ? [contradiction] : [])];
}

const ofV1: readonly Row[] = [
  envelope('a refusal with HTTP status 200', ['G24', 'refused'], {
    layer: replied((reply) => (isSuccess(reply) ? reply : { ...reply, status: 200 })),
  }),
  ...['code', 'message', 'requestid'].map((name) =>
    envelope(`a refusal without ${name}`, ['G24', 'refused'], {
      layer: refused((body) => without(body, name)),
    }),
  ),
  envelope('a success in an envelope', ['G23', 'accepted'], {
    // A service may always answer with more than its page knows.
    source: 'inferred',
    layer: answered((body) => ({ errcode: 0, errmsg: 'ok', ...body })),
  }),
];

/** Endpoint by endpoint, answers that are none, and envelopes that contradict themselves. */
export const faults: readonly Fault[] = endpoints.flatMap((endpoint) =>
  faultsOf(endpoint.id, [...ofAll, ...(familyOf(endpoint) === 'v1' ? ofV1 : ofOapi(endpoint))]),
);
