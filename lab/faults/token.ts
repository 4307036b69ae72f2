import type { Call, Reply } from '../../emulator/call';
import { answered, around, asked, valuesOf, withValues, type Fault } from './fault';

/** The same call with a token that is good, whatever it came with. */
export function admitted(call: Call): Call {
  const [app] = call.tenant.apps.keys();
  const token = call.tenant.tokens.issue(app ?? '');
  return {
    ...call,
    query: { ...call.query, ...(call.path.startsWith('/topapi/') ? { access_token: token } : {}) },
    headers: { ...call.headers, 'x-acs-dingtalk-access-token': token },
  };
}

const blank = ({ query, headers }: Call): boolean =>
  !query.access_token && !headers['x-acs-dingtalk-access-token'];
const isRefusal = ({ body }: Reply, code: string): boolean => JSON.stringify(body).includes(code);

/** Wrong ways of issuing and checking tokens. */
export const faults: readonly Fault[] = [
  {
    id: 'token: not checked',
    class: 'auth',
    breaks: 'a call needs a valid token',
    promises: ['gateway/G20', 'gateway/G6'],
    layer: (_, call, next) => next(admitted(call)),
  },
  {
    id: 'token: a blank one is accepted',
    class: 'auth',
    breaks: 'a call without a token is refused',
    promises: ['blackboard/listtopten!88/40000', 'hrm/dismissions!AuthenticationFailed.MissingParameter'],
    layer: (_, call, next) => next(blank(call) ? admitted(call) : call),
  },
  {
    id: 'token: an unknown one is refused as if it were missing',
    class: 'envelope',
    breaks: 'an unknown token is refused with 40014',
    promises: ['gateway/G6'],
    layer: async (_, call, next) => {
      const reply = await next(call);
      if (!isRefusal(reply, '"40014"')) return reply;
      return {
        ...reply,
        body: JSON.parse(JSON.stringify(reply.body).replaceAll('40014', '40000')) as object,
      };
    },
  },
  {
    id: 'token/get: a new token at every call',
    class: 'state',
    breaks: 'asking again while the token is valid gives the same one',
    promises: ['token/get/R2', 'gateway/G31'],
    layer: answered('token/get', (body) => ({ ...body, access_token: freshToken() })),
  },
  {
    id: 'token/get: a lifetime of a day',
    class: 'state',
    breaks: 'a token is valid for 7200 seconds',
    promises: ['token/get/R1', 'gateway/G32'],
    layer: answered('token/get', (body) => ({ ...body, expires_in: 86_400 })),
  },
  {
    id: 'token/get: does not renew',
    class: 'state',
    breaks: 'asking again renews the token',
    promises: ['token/get/R2', 'gateway/G31'],
    source: 'inferred',
    layer: (() => {
      let asked = 0;
      return answered('token/get', (body) => ({ ...body, expires_in: 7200 - asked++ }));
    })(),
  },
  {
    id: 'token/get: reads the credentials from a form',
    class: 'validation',
    breaks: 'the credentials count in the query only',
    promises: ['token/get/R9'],
    source: 'inferred',
    layer: around('token/get', (_, call, next) =>
      next({ ...call, method: 'GET', query: { ...call.query, ...fields(call.body.values) } }),
    ),
  },
  {
    id: 'token/get: takes any secret',
    class: 'auth',
    breaks: 'a wrong secret is refused',
    promises: ['token/get!40096', 'token/get?appsecret'],
    layer: asked('token/get', (values, { tenant }) => ({
      ...values,
      ...(values.appsecret ? { appsecret: [...tenant.apps.values()][0]?.appSecret } : {}),
    })),
  },
  {
    id: 'token/get: takes any app',
    class: 'auth',
    breaks: 'an unknown app is refused',
    promises: ['token/get!40096', 'token/get?appkey'],
    layer: asked('token/get', (values, { tenant }) => ({
      ...values,
      ...(values.appkey ? { appkey: [...tenant.apps.keys()][0] } : {}),
    })),
  },
  {
    id: 'token/get: a token that no gateway knows',
    class: 'state',
    breaks: 'the token is accepted by both gateways',
    promises: ['token/get/R6', 'gateway/G35'],
    layer: answered('token/get', (body) => ({ ...body, access_token: 'a'.repeat(32) })),
  },
  {
    id: 'token/access-token: takes any secret',
    class: 'auth',
    breaks: 'a wrong secret is refused',
    promises: ['token/access-token!invalidClientIdOrSecret', 'token/access-token?appSecret'],
    layer: asked('token/access-token', (values, { tenant }) => ({
      ...values,
      ...(values.appSecret ? { appSecret: [...tenant.apps.values()][0]?.appSecret } : {}),
    })),
  },
  {
    id: 'token/access-token: a new token at every call',
    class: 'state',
    breaks: 'asking again while the token is valid gives the same one',
    promises: ['token/access-token/R2', 'gateway/G31'],
    layer: answered('token/access-token', (body) => ({ ...body, accessToken: freshToken() })),
  },
  {
    id: 'token/access-token: a lifetime of a day',
    class: 'state',
    breaks: 'a token is valid for 7200 seconds',
    promises: ['token/access-token/R1', 'gateway/G30'],
    layer: answered('token/access-token', (body) => ({ ...body, expireIn: 86_400 })),
  },
  {
    id: 'token/access-token: an envelope around the answer',
    class: 'envelope',
    breaks: 'the answer has no envelope',
    promises: ['token/access-token/R6'],
    source: 'inferred',
    layer: answered('token/access-token', (body) => ({ errcode: 0, ...body })),
  },
  {
    id: 'token/access-token: reads a form',
    class: 'validation',
    breaks: 'a form is refused',
    promises: ['token/access-token!Missingbody'],
    layer: around('token/access-token', (_, call, next) => next(withValues(asJson(call), valuesOf(call)))),
  },
];

const asJson = (call: Call): Call => ({ ...call, body: { kind: 'json', values: call.body.values } });

const fields = (values: object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

const freshToken = (): string => Math.random().toString(16).slice(2, 10).padEnd(32, '0');
