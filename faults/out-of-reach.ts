import { gatewayOf } from '../emulator/gateways';
import type { Layer } from '../emulator/call';
import { endpoints } from '../schemas';
import type { Fault } from './fault';
import { admitted } from './token';

// Remembers every token that was good once.
function forgiving(known = new Set<string>()): Layer {
  return (_, call, next) => {
    const token = gatewayOf(call.path).token(call) ?? '';
    const isGood = call.tenant.tokens.appKeyOf(token) !== undefined;
    if (isGood) known.add(token);
    return next(!isGood && known.has(token) ? admitted(call) : call);
  };
}

/** Defects that a caller with one app and half an hour cannot notice; see `escapes`. */
export const outOfReachFaults: readonly Fault[] = [
  {
    id: 'token: an expired one is accepted',
    class: 'auth',
    breaks: 'a token is valid for 7200 seconds',
    promises: ['gateway/G38'],
    layer: forgiving(),
  },
  {
    id: 'gateway: a missing scope is passed over',
    class: 'auth',
    breaks: 'an app without the scope of an endpoint is refused',
    promises: ['gateway/G37'],
    layer: (_, call, next) => {
      for (const { scopes } of call.tenant.apps.values())
        for (const scope of endpoints.flatMap(({ permission }) => permission.anyOf)) scopes.add(scope);
      return next(call);
    },
  },
];
