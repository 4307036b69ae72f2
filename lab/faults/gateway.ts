import type { Call, Layer, Reply } from '../../emulator/call';
import { parametersOf, type ParameterSchema } from '../../fixtures/generated-places';
import { endpoints } from '../../schemas';
import { auth, envelope, faultsOf, state, validation, type Fault } from './fault';
import { field, passed, replied, type Fields } from './layers';

const header = 'x-acs-dingtalk-access-token';
const withoutScope = ['blackboard/listtopten!88/60011', 'report/list!88/60011'];

type Family = (call: Call) => boolean;

const isTopapi: Family = ({ path }) => path.startsWith('/topapi/');
const isV1: Family = ({ path }) => path.startsWith('/v1.0/');
const isNowhere: Family = (call) => call.endpoint.id === '' && isTopapi(call);

/** Changes the bodies of one family of paths. */
const bodies = (family: Family, change: (body: Fields, call: Call) => Fields): Layer =>
  replied((reply, body, call) => (family(call) ? { ...reply, body: change(body, call) } : reply));

/** Changes the headers of one family of paths. */
const headers = (family: Family, change: (headers: Reply['headers']) => Reply['headers']): Layer =>
  replied((reply, _, call) => (family(call) ? { ...reply, headers: change(reply.headers) } : reply));

/** Changes the calls of one family before the tenant sees them. */
const calls = (family: Family, change: (call: Call) => Call): Layer =>
  passed((call) => (family(call) ? change(call) : call));

const withoutCharset = (all: Reply['headers']): Reply['headers'] => ({
  ...all,
  'content-type': 'application/json',
});

const blankToken = {
  errcode: 88,
  sub_code: '40000',
  sub_msg: 'access_token is blank',
  errmsg: 'ding talk error[subcode=40000,submsg=access_token is blank]',
};

/** Changes the code of refusals in their text, as a service does that gives the wrong reason. */
const renamed = (codes: Readonly<Record<string, string>>): Layer =>
  replied((reply, body) => {
    const text = Object.entries(codes).reduce(
      (written, [right, wrong]) => written.replaceAll(right, wrong),
      JSON.stringify(body),
    );
    return { ...reply, body: JSON.parse(text) as object };
  });

/** Wrong ways of a whole gateway: tokens and scopes, bodies, paths that are none, and what every answer of a family holds. */
export const faults: readonly Fault[] = [
  ...faultsOf('gateway', [
    envelope('request_id comes first', ['G5'], {
      layer: bodies(isTopapi, ({ request_id: id, ...rest }) => ({ request_id: id, ...rest })),
    }),
    envelope('errmsg of errcode 88 does not name the sub_code', ['G6'], {
      source: 'inferred',
      layer: bodies(isTopapi, (body) => (body.errcode === 88 ? { ...body, errmsg: 'error' } : body)),
    }),
    envelope('topapi does not name its charset', ['G4'], { layer: headers(isTopapi, withoutCharset) }),
    envelope('v1.0 does not name its charset', ['G23'], { layer: headers(isV1, withoutCharset) }),
    envelope('v1.0 leaves out its tracing headers', ['G26'], {
      layer: headers(isV1, ({ 'content-type': type = 'application/json' }) => ({ 'content-type': type })),
    }),
    envelope('v1.0 writes requestid in lower case', ['G25', 'G24'], {
      source: 'inferred',
      layer: bodies(isV1, (body) =>
        typeof body.requestid === 'string' ? { ...body, requestid: body.requestid.toLowerCase() } : body,
      ),
    }),
    envelope('a service of topapi refuses with a sub_code', ['G7'], {
      layer: bodies(isTopapi, (body) =>
        body.errcode === 0 || body.errcode === 88 ? body : { sub_code: String(body.errcode), ...body },
      ),
    }),
    state('tokens in upper case', ['G39'], {
      layer: { 'token/get': field('access_token', (token: string) => token.toUpperCase()) },
    }),
    auth('topapi takes the token from the header of v1.0', ['G11'], {
      layer: calls(isTopapi, (call) => ({
        ...call,
        query: { ...(call.headers[header] ? { access_token: call.headers[header] } : {}), ...call.query },
      })),
    }),
    auth('v1.0 takes the token from the query', ['G27'], {
      layer: calls(isV1, (call) => ({
        ...call,
        headers: {
          ...(call.query.access_token ? { [header]: call.query.access_token } : {}),
          ...call.headers,
        },
      })),
    }),
    auth('v1.0 takes a token in quotes for a missing one', ['G28'], {
      layer: calls(isV1, (call) =>
        call.headers[header]?.startsWith('"')
          ? { ...call, headers: { ...call.headers, [header]: '' } }
          : call,
      ),
    }),
    auth('topapi takes a token that only begins like a valid one', ['G6'], {
      layer: calls(isTopapi, (call) => {
        const begins = (call.query.access_token ?? '').slice(0, 32);
        if (call.tenant.tokens.appKeyOf(begins) === undefined) return call;
        return { ...call, query: { ...call.query, access_token: begins } };
      }),
    }),
    auth('a missing scope is passed over', withoutScope, {
      layer: (_, call, next) => {
        const all = endpoints.flatMap(({ permission }) => permission.anyOf);
        for (const { scopes } of call.tenant.apps.values()) for (const scope of all) scopes.add(scope);
        return next(call);
      },
    }),
    envelope('a missing scope is refused as if the token were wrong', withoutScope, {
      layer: renamed({
        60011: '40014',
        'Forbidden.AccessDenied.AccessTokenPermissionDenied': 'InvalidAuthentication',
      }),
    }),
    validation('form bodies are not read', ['G13'], {
      layer: calls(isTopapi, (call) =>
        call.body.kind === 'form' ? { ...call, body: { kind: 'none', values: {} } } : call,
      ),
    }),
    validation('brackets in a form make an object', ['G16'], {
      layer: calls(isTopapi, (call) =>
        call.body.kind === 'form'
          ? { ...call, body: { kind: 'form', values: nested(call.body.values) } }
          : call,
      ),
    }),
    validation('a missing argument is refused with 400002', ['G16', 'report/list!40'], {
      layer: bodies(isTopapi, (body) =>
        body.errcode === 40
          ? { errcode: 400002, errmsg: '参数错误', success: false, request_id: body.request_id }
          : body,
      ),
    }),
    validation(
      'takes an empty object as a text',
      ['blackboard/create?create_request.title', 'report/create?create_report_param.dd_from'],
      {
        source: 'inferred',
        layer: calls(isTopapi, (call) =>
          call.body.kind === 'json'
            ? {
                ...call,
                body: { kind: 'json', values: asTexts(call.body.values, parametersOf(call.endpoint)) },
              }
            : call,
        ),
      },
    ),
    envelope('a path of topapi that is no API is refused with 404', ['G19', 'G21'], {
      layer: bodies(isNowhere, ({ request_id }) => ({
        errcode: 404,
        errmsg: '请求的URI地址不存在',
        request_id,
      })),
    }),
    auth('a path of topapi that is no API asks for a token first', ['G19'], {
      layer: bodies(isNowhere, (body, { query }) =>
        query.access_token ? body : { ...blankToken, request_id: body.request_id },
      ),
    }),
    envelope('a path of topapi that is no API is a wrong method when it is got', ['G21'], {
      layer: bodies(isNowhere, (body, { method }) =>
        method === 'GET' ? { errcode: 43002, errmsg: '需要POST请求', request_id: body.request_id } : body,
      ),
    }),
  ]),
  ...faultsOf('blackboard/get-blackboard', [
    envelope('is there for another method too', ['refused'], {
      layer: passed((call) => ({
        ...call,
        method: 'GET',
        query: { ...call.query, ...(call.body.values as Call['query']) },
      })),
    }),
  ]),
];

/** The parameters as a reader of JSON leaves them that writes an empty object where a text is wanted as `{}`. */
function asTexts(values: Readonly<Fields>, { properties = {} }: ParameterSchema): Fields {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, asText(value, properties[name] ?? {})]),
  );
}

function asText(value: unknown, schema: ParameterSchema): unknown {
  if (Array.isArray(value)) return value.map((item) => asText(item, schema.items ?? {}));
  if (typeof value !== 'object' || value === null) return value;
  if (schema.type === 'string' && Object.keys(value).length === 0) return '{}';
  return asTexts(value as Fields, schema);
}

/** The members of a form with `a[b]=c` read as an object `a` with a member `b`. */
function nested(values: Readonly<Fields>): Fields {
  const read: Fields = {};
  for (const [name, value] of Object.entries(values)) {
    const [, object, member] = /^(\w+)\[(\w+)\]$/.exec(name) ?? [];
    if (object === undefined || member === undefined) read[name] = value;
    else read[object] = JSON.stringify({ ...(parsed(read[object]) as object), [member]: typed(value) });
  }
  return read;
}

const typed = (value: unknown): unknown => (/^\d+$/.test(String(value)) ? Number(value) : value);

const parsed = (text: unknown): unknown => JSON.parse(typeof text === 'string' ? text : '{}');
