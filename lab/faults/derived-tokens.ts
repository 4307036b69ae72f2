import type { Call } from '../../emulator/call';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { familyOf, refusalCodes } from '../../schemas/gateways';
import { grantedScope } from '../../schemas/permission';
import { around, type Fault } from './fault';

const header = 'x-acs-dingtalk-access-token';

const isV1 = (endpoint: Endpoint): boolean => familyOf(endpoint) === 'v1';

const refusedAs = (endpoint: Endpoint, why: 'noToken' | 'badToken' | 'noPermission'): string =>
  `${endpoint.id}!${refusalCodes[familyOf(endpoint)][why]}`;

/** Every endpoint that asks for a token, and takes any, or none, or no good one, or one that stands in the wrong place, or that of an app without the permission. */
export const faults: readonly Fault[] = endpoints
  .filter(({ id }) => !id.startsWith('token/'))
  .flatMap((endpoint) => [
    anyToken(endpoint),
    noToken(endpoint),
    noGoodToken(endpoint),
    misplacedToken(endpoint),
    ...(grantedScope(endpoint) === undefined ? [] : [anyApp(endpoint)]),
  ]);

/** The token of a call, where its family looks for it; blank counts as none. */
function tokenOf({ query, headers, body, endpoint }: Call): string {
  if (isV1(endpoint)) return (headers[header] ?? '').trim();
  const inForm = body.kind === 'form' ? body.values.access_token : undefined;
  return (query.access_token ?? (typeof inForm === 'string' ? inForm : '')).trim();
}

/** The same call with a token that is good, whatever it came with. */
function admitted(call: Call): Call {
  const [app = ''] = call.tenant.apps.keys();
  const token = call.tenant.tokens.issue(app);
  return isV1(call.endpoint)
    ? { ...call, headers: { ...call.headers, [header]: token } }
    : { ...call, query: { ...call.query, access_token: token } };
}

function anyToken(endpoint: Endpoint): Fault {
  const { id } = endpoint;
  return {
    id: `${id}: takes any token`,
    class: 'auth',
    breaks: 'a token that nobody was given is refused',
    promises: [refusedAs(endpoint, 'badToken')],
    layer: around(id, (_, call, next) => next(tokenOf(call) === '' ? call : admitted(call))),
  };
}

function noToken(endpoint: Endpoint): Fault {
  const { id } = endpoint;
  return {
    id: `${id}: asks for no token`,
    class: 'auth',
    breaks: 'a call without a token is refused',
    promises: [refusedAs(endpoint, 'noToken')],
    layer: around(id, (_, call, next) => next(tokenOf(call) === '' ? admitted(call) : call)),
  };
}

function noGoodToken(endpoint: Endpoint): Fault {
  const { id } = endpoint;
  const given = 'of-nobody';
  return {
    id: `${id}: refuses every token`,
    class: 'auth',
    breaks: 'a call with a good token is answered',
    promises: [`${id} accepted`],
    layer: around(id, (_, call, next) =>
      next(
        isV1(endpoint)
          ? { ...call, headers: { ...call.headers, [header]: given } }
          : { ...call, query: { ...call.query, access_token: given } },
      ),
    ),
  };
}

function misplacedToken(endpoint: Endpoint): Fault {
  const { id } = endpoint;
  const [place, rule] = isV1(endpoint) ? ['query', 'gateway/G27'] : ['header of v1.0', 'gateway/G11'];
  return {
    id: `${id}: takes the token from the ${place}`,
    class: 'auth',
    breaks: `a token in the ${place} does not count`,
    promises: [rule, refusedAs(endpoint, 'noToken')],
    layer: around(id, (_, call, next) => {
      const token = isV1(endpoint) ? call.query.access_token : call.headers[header];
      if (token === undefined || tokenOf(call) !== '') return next(call);
      return next(
        isV1(endpoint)
          ? { ...call, headers: { ...call.headers, [header]: token } }
          : { ...call, query: { ...call.query, access_token: token } },
      );
    }),
  };
}

function anyApp(endpoint: Endpoint): Fault {
  const { id, permission } = endpoint;
  return {
    id: `${id}: asks for no permission`,
    class: 'auth',
    breaks: `an app without ${permission.anyOf.join(' or ')} is refused`,
    promises: [refusedAs(endpoint, 'noPermission')],
    layer: around(id, (_, call, next) =>
      next(call.tenant.tokens.appKeyOf(tokenOf(call)) === undefined ? call : admitted(call)),
    ),
  };
}
