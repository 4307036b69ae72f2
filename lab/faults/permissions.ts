import type { Call, Layer } from '../../emulator/call';
import { gatewayOf } from '../../emulator/gateways';
import { endpoints } from '../../schemas';
import type { Fault } from './fault';
import { admitted } from './token';

const tokenOf = (call: Call): string => gatewayOf(call.path).token(call) ?? '';

function hasExpired(call: Call): boolean {
  const { tokens } = call.tenant;
  return tokens.appKeyOf(tokenOf(call)) === undefined && tokens.ownerOf(tokenOf(call)) !== undefined;
}

/** Changes the code of refusals in their text, as a service does that gives the wrong reason. */
function renamed(codes: Readonly<Record<string, string>>): Layer {
  return async (_, call, next) => {
    const reply = await next(call);
    if (typeof reply.body === 'string') return reply;
    const text = Object.entries(codes).reduce(
      (body, [right, wrong]) => body.replaceAll(right, wrong),
      JSON.stringify(reply.body),
    );
    return { ...reply, body: JSON.parse(text) as object };
  };
}

/** Wrong ways of telling which app may call what, and until when. */
export const faults: readonly Fault[] = [
  {
    id: 'token: an expired one is accepted',
    class: 'auth',
    breaks: 'a token is valid for 7200 seconds',
    promises: ['gateway/G38'],
    layer: (_, call, next) => next(hasExpired(call) ? admitted(call) : call),
  },
  {
    id: 'gateway: a missing scope is passed over',
    class: 'auth',
    breaks: 'an app without the scope of an endpoint is refused',
    promises: ['blackboard/listtopten!88/60011', 'report/list!88/60011'],
    layer: (_, call, next) => {
      for (const { scopes } of call.tenant.apps.values())
        for (const scope of endpoints.flatMap(({ permission }) => permission.anyOf)) scopes.add(scope);
      return next(call);
    },
  },
  {
    id: 'gateway: a missing scope is refused as if the token were wrong',
    class: 'envelope',
    breaks: 'an app without the scope is refused with 60011, on v1.0 with AccessTokenPermissionDenied',
    promises: ['blackboard/listtopten!88/60011', 'report/list!88/60011'],
    layer: renamed({
      60011: '40014',
      'Forbidden.AccessDenied.AccessTokenPermissionDenied': 'InvalidAuthentication',
    }),
  },
  {
    id: 'token: all apps of a tenant share one',
    class: 'auth',
    breaks: 'a token belongs to one app',
    promises: ['gateway/G33'],
    layer: async (endpoint, call, next) => {
      const reply = await next(call);
      const [first = ''] = call.tenant.apps.keys();
      const names: Readonly<Record<string, string>> = {
        'token/get': 'access_token',
        'token/access-token': 'accessToken',
      };
      const name = names[endpoint.id];
      if (name === undefined || typeof reply.body === 'string' || !(name in reply.body)) return reply;
      return { ...reply, body: { ...reply.body, [name]: call.tenant.tokens.issue(first) } };
    },
  },
];
