import { secretHex } from '../../emulator/ids';
import type { Call } from '../../emulator/call';
import { answered, around, asked, type Fault } from './fault';
import { both, everyNth, memory } from './trial-support';

const header = 'x-acs-dingtalk-access-token';
const third = everyNth(3);
const aliases = memory(() => new Map<string, string>());

const another = answered('token/access-token', (body, call) => {
  if (!third(call)) return body;
  const accessToken = secretHex();
  aliases(call).set(accessToken, String(body.accessToken));
  return { ...body, accessToken };
});

/** Faults of credentials and tokens, written from the documentation alone. */
export const faults: readonly Fault[] = [
  {
    id: 'token/get: takes the secret in upper case as well',
    class: 'auth',
    breaks: 'a wrong appsecret is refused with 40096 (observed)',
    promises: ['token/get!40096'],
    layer: asked('token/get', (values, call) => ({
      ...values,
      appsecret: forgiving(call, values.appkey, values.appsecret, (text) => text.toLowerCase()),
    })),
  },
  {
    id: 'token/access-token: compares only the first eight characters of the secret',
    class: 'auth',
    breaks: 'bad credentials are refused with invalidClientIdOrSecret (observed)',
    promises: ['token/access-token!invalidClientIdOrSecret'],
    layer: asked('token/access-token', (values, call) => ({
      ...values,
      appSecret: forgiving(call, values.appKey, values.appSecret, (text) => text.slice(0, 8)),
    })),
  },
  {
    id: 'token/access-token: every third call gives another token',
    class: 'state',
    breaks: 'asking again while a token is valid returns the same token (documented)',
    promises: ['token/access-token/R2', 'gateway/G31'],
    layer: both((_, call, next) => next(withRealToken(call)), another),
  },
  {
    id: 'gateway: topapi takes a token that only begins like a valid one',
    class: 'auth',
    breaks: 'a malformed access_token is refused with 88/40014 (observed)',
    promises: ['gateway/G6'],
    layer: (endpoint, call, next) => {
      const token = call.query.access_token ?? '';
      const begins = token.slice(0, 32);
      if (!call.path.startsWith('/topapi/') || call.tenant.tokens.appKeyOf(begins) === undefined)
        return next(call);
      return next({ ...call, query: { ...call.query, access_token: begins } });
    },
  },
  {
    id: 'hrm/dismissions: takes a bearer token',
    class: 'auth',
    breaks: 'on v1.0 Authorization: Bearer counts as a missing token (observed)',
    promises: ['gateway/G27'],
    layer: around('hrm/dismissions', (_, call, next) => {
      const token = call.headers.authorization?.replace('Bearer ', '');
      return next(token ? { ...call, headers: { ...call.headers, [header]: token } } : call);
    }),
  },
  {
    id: 'report/template-getbyname: reads a form body as Latin-1',
    class: 'validation',
    breaks: 'topapi accepts a form body (observed), in which a name is written in UTF-8',
    promises: ['gateway/G13'],
    layer: around('report/template-getbyname', (_, call, next) => {
      if (call.body.kind !== 'form') return next(call);
      const values = Object.fromEntries(
        Object.entries(call.body.values).map(([name, value]) => [name, latin(String(value))]),
      );
      return next({ ...call, body: { kind: 'form', values } });
    }),
  },
];

/** The app's own secret when the given one looks like it, and what was given otherwise. */
function forgiving({ tenant }: Call, key: unknown, given: unknown, seen: (text: string) => string): unknown {
  const secret = tenant.apps.get(String(key))?.appSecret;
  return secret !== undefined && typeof given === 'string' && seen(given) === seen(secret) ? secret : given;
}

function withRealToken(call: Call): Call {
  const real = (token: string | undefined) => aliases(call).get(token ?? '') ?? token;
  const { query, headers } = call;
  return {
    ...call,
    query: { ...query, ...('access_token' in query && { access_token: real(query.access_token) ?? '' }) },
    headers: { ...headers, ...(header in headers && { [header]: real(headers[header]) ?? '' }) },
  };
}

function latin(text: string): string {
  return Buffer.from(text).toString('latin1');
}
