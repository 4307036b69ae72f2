import type { Call, Reply } from '../emulator/call';
import { answered, type Fault } from './fault';

/** The same call with a token that is good, whatever it came with. */
function admitted(call: Call): Call {
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
export const tokenFaults: readonly Fault[] = [
  {
    id: 'token: not checked',
    class: 'auth',
    breaks: 'a call needs a valid token',
    layer: (_, call, next) => next(admitted(call)),
  },
  {
    id: 'token: a blank one is accepted',
    class: 'auth',
    breaks: 'a call without a token is refused',
    layer: (_, call, next) => next(blank(call) ? admitted(call) : call),
  },
  {
    id: 'token: an unknown one is refused as if it were missing',
    class: 'envelope',
    breaks: 'an unknown token is refused with 40014',
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
    layer: answered('token/get', (body) => ({ ...body, access_token: freshToken() })),
  },
  {
    id: 'token/get: a lifetime of a day',
    class: 'state',
    breaks: 'a token is valid for 7200 seconds',
    layer: answered('token/get', (body) => ({ ...body, expires_in: 86_400 })),
  },
];

const freshToken = (): string => Math.random().toString(16).slice(2, 10).padEnd(32, '0');
