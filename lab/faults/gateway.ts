import type { Call, Reply } from '../../emulator/call';
import { parametersOf, type ParameterSchema } from '../../fixtures/generated-places';
import type { Fault } from './fault';

const isTopapi = ({ path }: Call): boolean => path.startsWith('/topapi/');
const isV1 = ({ path }: Call): boolean => path.startsWith('/v1.0/');

/** Changes the answers of one family of endpoints on their way back. */
const on =
  (
    family: (call: Call) => boolean,
    change: (reply: Reply, body: Record<string, unknown>) => Reply,
  ): Fault['layer'] =>
  async (_, call, next) => {
    const reply = await next(call);
    if (!family(call) || typeof reply.body === 'string') return reply;
    return change(reply, { ...reply.body });
  };

/** Changes the calls of one family before the tenant sees them. */
const before =
  (family: (call: Call) => boolean, change: (call: Call) => Call): Fault['layer'] =>
  (_, call, next) =>
    next(family(call) ? change(call) : call);

const header = 'x-acs-dingtalk-access-token';

/** Wrong ways of a whole gateway. */
export const faults: readonly Fault[] = [
  {
    id: 'gateway: request_id comes first',
    class: 'envelope',
    breaks: 'request_id is the last key of topapi',
    promises: ['gateway/G5'],
    layer: on(isTopapi, (reply, { request_id: id, ...rest }) => ({
      ...reply,
      body: { request_id: id, ...rest },
    })),
  },
  {
    id: 'gateway: errmsg of errcode 88 does not name the sub_code',
    class: 'envelope',
    breaks: 'errmsg joins sub_code and sub_msg',
    promises: ['gateway/G6'],
    source: 'inferred',
    layer: on(isTopapi, (reply, body) => ({
      ...reply,
      body: body.errcode === 88 ? { ...body, errmsg: 'error' } : body,
    })),
  },
  {
    id: 'gateway: topapi does not name its charset',
    class: 'envelope',
    breaks: 'a topapi answer is application/json;charset=UTF-8',
    promises: ['gateway/G4'],
    layer: on(isTopapi, (reply) => ({
      ...reply,
      headers: { ...reply.headers, 'content-type': 'application/json' },
    })),
  },
  {
    id: 'gateway: v1.0 leaves out its tracing headers',
    class: 'envelope',
    breaks: 'answers of v1.0 carry x-acs-request-id and x-acs-trace-id',
    promises: ['gateway/G26'],
    layer: on(isV1, (reply) => ({
      ...reply,
      headers: { 'content-type': reply.headers['content-type'] ?? 'application/json' },
    })),
  },
  {
    id: 'gateway: topapi takes the token from the header of v1.0',
    class: 'auth',
    breaks: 'oapi ignores the header x-acs-dingtalk-access-token',
    promises: ['gateway/G11'],
    layer: before(isTopapi, (call) => ({
      ...call,
      query: { ...(call.headers[header] ? { access_token: call.headers[header] } : {}), ...call.query },
    })),
  },
  {
    id: 'gateway: v1.0 takes the token from the query',
    class: 'auth',
    breaks: 'v1.0 takes the token from the header only',
    promises: ['gateway/G27'],
    layer: before(isV1, (call) => ({
      ...call,
      headers: { ...(call.query.access_token ? { [header]: call.query.access_token } : {}), ...call.headers },
    })),
  },
  {
    id: 'gateway: form bodies are not read',
    class: 'validation',
    breaks: 'topapi accepts a form body',
    promises: ['gateway/G13'],
    layer: before(isTopapi, (call) =>
      call.body.kind === 'form' ? { ...call, body: { kind: 'none', values: {} } } : call,
    ),
  },
  {
    id: 'gateway: brackets in a form make an object',
    class: 'validation',
    breaks: 'an object in a form is one JSON text; bracket fields count as absent',
    promises: ['gateway/G16'],
    layer: before(isTopapi, (call) =>
      call.body.kind === 'form'
        ? { ...call, body: { kind: 'form', values: nested(call.body.values) } }
        : call,
    ),
  },
  {
    id: 'gateway: a missing argument is refused with 400002',
    class: 'validation',
    breaks: 'a missing argument is refused with 40 before a service is asked',
    promises: ['gateway/G16', 'report/list!40'],
    layer: on(isTopapi, (reply, body) => ({
      ...reply,
      body:
        body.errcode === 40
          ? { errcode: 400002, errmsg: '参数错误', success: false, request_id: body.request_id }
          : body,
    })),
  },
  {
    id: 'gateway: takes an empty object as a text',
    class: 'validation',
    breaks: 'an object is no text',
    promises: ['blackboard/create?create_request.title', 'report/create?create_report_param.dd_from'],
    source: 'inferred',
    layer: before(isTopapi, (call) =>
      call.body.kind === 'json'
        ? { ...call, body: { kind: 'json', values: asTexts(call.body.values, parametersOf(call.endpoint)) } }
        : call,
    ),
  },
  {
    id: 'gateway: v1.0 takes a token in quotes for a missing one',
    class: 'auth',
    breaks: 'a token in quotes is invalid on v1.0, not missing',
    promises: ['gateway/G28'],
    layer: before(isV1, (call) => ({
      ...call,
      headers: { ...call.headers, ...(call.headers[header]?.startsWith('"') ? { [header]: '' } : {}) },
    })),
  },
];

/** The parameters as a reader of JSON leaves them that writes an empty object where a text is wanted as `{}`. */
function asTexts(
  values: Readonly<Record<string, unknown>>,
  { properties = {} }: ParameterSchema,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, asText(value, properties[name] ?? {})]),
  );
}

function asText(value: unknown, schema: ParameterSchema): unknown {
  if (Array.isArray(value)) return value.map((item) => asText(item, schema.items ?? {}));
  if (typeof value !== 'object' || value === null) return value;
  if (schema.type === 'string' && Object.keys(value).length === 0) return '{}';
  return asTexts(value as Record<string, unknown>, schema);
}

/** The members of a form with `a[b]=c` read as an object `a` with a member `b`. */
function nested(values: Record<string, unknown>): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const [, object, member] = /^(\w+)\[(\w+)\]$/.exec(name) ?? [];
    if (object === undefined || member === undefined) read[name] = value;
    else read[object] = JSON.stringify({ ...(parsed(read[object]) as object), [member]: typed(value) });
  }
  return read;
}

const typed = (value: unknown): unknown => (/^\d+$/.test(String(value)) ? Number(value) : value);

const parsed = (text: unknown): unknown => JSON.parse(typeof text === 'string' ? text : '{}');
