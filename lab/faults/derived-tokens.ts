import type { Call, Layer } from '../../emulator/call';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { familyOf, refusalCodes } from '../../schemas/gateways';
import { grantedScope } from '../../schemas/permission';
import { auth, faultsOf, type Fault, type Row } from './fault';
import { passed } from './layers';

const header = 'x-acs-dingtalk-access-token';

const isV1 = (endpoint: Endpoint): boolean => familyOf(endpoint) === 'v1';

/** The token of a call, where its family looks for it; blank counts as none. */
function tokenOf({ query, headers, body, endpoint }: Call): string {
  if (isV1(endpoint)) return (headers[header] ?? '').trim();
  const inForm = body.kind === 'form' ? body.values.access_token : undefined;
  return (query.access_token ?? (typeof inForm === 'string' ? inForm : '')).trim();
}

/** The same call with this token, where its family looks for it. */
const withToken = (call: Call, token: string): Call =>
  isV1(call.endpoint)
    ? { ...call, headers: { ...call.headers, [header]: token } }
    : { ...call, query: { ...call.query, access_token: token } };

/** Gives the calls for which that holds a token that is good, whatever they came with. */
const admitting = (isMeant: (token: string, call: Call) => boolean): Layer =>
  passed((call) => {
    const [app = ''] = call.tenant.apps.keys();
    return isMeant(tokenOf(call), call) ? withToken(call, call.tenant.tokens.issue(app)) : call;
  });

const fromElsewhere = passed((call) => {
  const token = isV1(call.endpoint) ? call.query.access_token : call.headers[header];
  return token === undefined || tokenOf(call) !== '' ? call : withToken(call, token);
});

function tokensOf(endpoint: Endpoint): Row[] {
  const { noToken, badToken, noPermission } = refusalCodes[familyOf(endpoint)];
  const [place, rule] = isV1(endpoint) ? (['query', 'G27'] as const) : (['header of v1.0', 'G11'] as const);
  return [
    auth('takes any token', [`!${badToken}`], { layer: admitting((token) => token !== '') }),
    auth('asks for no token', [`!${noToken}`], { layer: admitting((token) => token === '') }),
    auth('refuses every token', ['accepted'], { layer: passed((call) => withToken(call, 'of-nobody')) }),
    auth(`takes the token from the ${place}`, [rule, `!${noToken}`], { layer: fromElsewhere }),
    auth('asks for no permission', [`!${noPermission}`], {
      layer: admitting((token, { tenant }) => tenant.tokens.appKeyOf(token) !== undefined),
    }),
  ].slice(0, grantedScope(endpoint) === undefined ? -1 : undefined);
}

/** Every endpoint that asks for a token, and takes any, or none, or no good one, or one that stands in the wrong place, or that of an app without the permission. */
export const faults: readonly Fault[] = endpoints
  .filter(({ id }) => !id.startsWith('token/'))
  .flatMap((endpoint) => faultsOf(endpoint.id, tokensOf(endpoint)));
