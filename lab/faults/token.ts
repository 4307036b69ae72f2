import { secretHex } from '../../emulator/ids';
import type { Call, Layer } from '../../emulator/call';
import { gatewayOf } from '../../emulator/gateways';
import type { App } from '../../emulator/tenant';
import { auth, envelope, faultsOf, state, validation, type Fault, type Row } from './fault';
import {
  answered,
  asked,
  everyNth,
  field,
  memory,
  parameter,
  passed,
  refused,
  replied,
  type Fields,
} from './layers';

const header = 'x-acs-dingtalk-access-token';
const third = everyNth(3);
const aliases = memory(() => new Map<string, string>());
const asks = memory(() => ({ count: 0 }));

/** The same call with a token that is good, whatever it came with. */
function admitted(call: Call): Call {
  const [app] = call.tenant.apps.keys();
  const token = call.tenant.tokens.issue(app ?? '');
  return {
    ...call,
    query: { ...call.query, ...(call.path.startsWith('/topapi/') ? { access_token: token } : {}) },
    headers: { ...call.headers, [header]: token },
  };
}

const isBlank = ({ query, headers }: Call): boolean => !query.access_token && !headers[header];

function hasExpired(call: Call): boolean {
  const { tokens } = call.tenant;
  const token = gatewayOf(call.path).token(call) ?? '';
  return tokens.appKeyOf(token) === undefined && tokens.ownerOf(token) !== undefined;
}

const freshToken = (): string => Math.random().toString(16).slice(2, 10).padEnd(32, '0');

/** Takes the member of the first app for the one that is given. */
const ofFirstApp = (name: string, member: 'appKey' | 'appSecret'): Layer =>
  parameter(name, (given, _, { tenant: { apps } }) => given && [...apps.values()][0]?.[member]);

/** The app's own secret where the given one looks like it, and what was given otherwise. */
const forgiving = (key: string, secret: string, seen: (text: string) => string): Layer =>
  parameter(secret, (given, values, { tenant }) => {
    const own = tenant.apps.get(String(values[key]))?.appSecret;
    return own !== undefined && typeof given === 'string' && seen(given) === seen(own) ? own : given;
  });

function withRealToken(call: Call): Call {
  const real = (token: string | undefined) => aliases(call).get(token ?? '') ?? token;
  const { query, headers } = call;
  return {
    ...call,
    query: { ...query, ...('access_token' in query && { access_token: real(query.access_token) ?? '' }) },
    headers: { ...headers, ...(header in headers && { [header]: real(headers[header]) ?? '' }) },
  };
}

const oneOfAll = (name: string): Layer =>
  field(name, (_, __, { tenant }) => tenant.tokens.issue([...tenant.apps.keys()][0] ?? ''));

const longLived = (rule: string, name: string): Row =>
  state('a lifetime of a day', ['R1', rule], { layer: field(name, () => 86_400) });

const alwaysNew = (name: string): Row =>
  state('a new token at every call', ['R2', 'G31'], { layer: field(name, freshToken) });

/** Wrong ways of issuing and checking tokens. */
export const faults: readonly Fault[] = [
  ...faultsOf('token', [
    auth('not checked', ['G20', 'G6'], { layer: passed(admitted) }),
    auth(
      'a blank one is accepted',
      ['blackboard/listtopten!88/40000', 'hrm/dismissions!AuthenticationFailed.MissingParameter'],
      { layer: passed((call) => (isBlank(call) ? admitted(call) : call)) },
    ),
    envelope('an unknown one is refused as if it were missing', ['G6'], {
      layer: replied((reply, body) => {
        const text = JSON.stringify(body);
        const isMeant = text.includes('"40014"');
        return isMeant ? { ...reply, body: JSON.parse(text.replaceAll('40014', '40000')) as object } : reply;
      }),
    }),
    auth('an expired one is accepted', ['G38'], {
      layer: passed((call) => (hasExpired(call) ? admitted(call) : call)),
    }),
    auth('all apps of a tenant share one', ['G33'], {
      layer: { 'token/get': oneOfAll('access_token'), 'token/access-token': oneOfAll('accessToken') },
    }),
  ]),
  ...faultsOf('token/get', [
    alwaysNew('access_token'),
    longLived('G32', 'expires_in'),
    state('does not renew', ['R2', 'G31'], {
      source: 'inferred',
      layer: field('expires_in', (_, __, call) => 7200 - asks(call).count++),
    }),
    validation('reads the credentials from a form', ['R9'], {
      source: 'inferred',
      layer: passed((call) => ({
        ...call,
        method: 'GET',
        query: { ...call.query, ...(textsOf(call.body.values) as Call['query']) },
      })),
    }),
    auth('takes any secret', ['!40096', '?appsecret'], { layer: ofFirstApp('appsecret', 'appSecret') }),
    auth('takes any app', ['!40096', '?appkey'], { layer: ofFirstApp('appkey', 'appKey') }),
    auth('takes the secret in upper case as well', ['!40096'], {
      layer: forgiving('appkey', 'appsecret', (text) => text.toLowerCase()),
    }),
    auth('gives a token to whoever asks for nothing', ['?appkey', '!40035'], {
      layer: asked((values, { tenant: { apps }, body }) => {
        const [{ appKey: appkey, appSecret: appsecret } = {} as Partial<App>] = apps.values();
        const isNothing = Object.keys({ ...values, ...body.values }).length === 0;
        return isNothing ? { appkey, appsecret } : values;
      }),
    }),
    state('a token that no gateway knows', ['R6', 'G35'], {
      layer: field('access_token', () => 'a'.repeat(32)),
    }),
    envelope('a success has a request_id', ['G2', 'R11'], {
      source: 'inferred',
      layer: field('request_id', () => '5c8q6ic6wyah'),
    }),
    envelope('a refusal says success false', ['G3', 'R11'], {
      source: 'inferred',
      layer: refused((body) => ({ ...body, success: false })),
    }),
  ]),
  ...faultsOf('token/access-token', [
    auth('takes any secret', ['!invalidClientIdOrSecret', '?appSecret'], {
      layer: ofFirstApp('appSecret', 'appSecret'),
    }),
    auth('takes any app', ['!invalidClientIdOrSecret'], {
      layer: parameter('appKey', (key, _, { tenant: { apps } }) =>
        typeof key === 'string' && key !== '' && !apps.has(key) ? [...apps.keys()][0] : key,
      ),
    }),
    auth('compares only the first eight characters of the secret', ['!invalidClientIdOrSecret'], {
      layer: forgiving('appKey', 'appSecret', (text) => text.slice(0, 8)),
    }),
    alwaysNew('accessToken'),
    state('every third call gives another token', ['R2', 'G31'], {
      layer: {
        '*': passed(withRealToken),
        'token/access-token': field('accessToken', (token, _, call) => {
          if (!third(call)) return token;
          const alias = secretHex();
          aliases(call).set(alias, String(token));
          return alias;
        }),
      },
    }),
    longLived('G30', 'expireIn'),
    envelope('an envelope around the answer', ['R6'], {
      source: 'inferred',
      layer: answered((body) => ({ errcode: 0, ...body })),
    }),
    validation('reads a form', ['!Missingbody'], {
      layer: passed((call) => ({ ...call, body: { kind: 'json', values: call.body.values } })),
    }),
  ]),
];

function textsOf(values: Fields): Fields {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
