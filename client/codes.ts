import type { Endpoint } from '../schemas/endpoint';

/**
 * What a refusal is about that says nothing of what was asked for.
 * `token`: the token is not accepted. `blank`: no token arrived. `throttled`: calls come too fast, nothing has happened. `busy`: the service
 * failed, and what was asked for may have happened. `spent`: the calls of the month are used up. `permission`: the app may not call the API.
 * `scope`: the person or the department lies outside the app's contact scope. `address`: the caller's IP address is not let in.
 * `closed`: the product behind the API is not opened to the company.
 */
export type CodeKind =
  'token' | 'blank' | 'throttled' | 'busy' | 'spent' | 'permission' | 'scope' | 'address' | 'closed';

interface KnownCode {
  /** Matches the whole code as the client writes it: `88/40014`, `-1`, `serviceBusy`. */
  readonly code: RegExp;
  readonly gateway: Endpoint['gateway'];
  readonly kind: CodeKind;
  /** Where it is said or was seen. */
  readonly source: string;
}

const catalogue = 'documented: server-api-error-codes-1, 2026-05-06';
const throttling = 'documented: how-to-process-api-throttling-on-the-dingtalk-server, 2026-05-09';
const reported = 'observed: reports of callers on bad days, DingTalk-Real-AI/dingtalk-openclaw-connector';
const probed = 'observed: calls of both gateways without credentials, 2026-09-11';

/**
 * The one table of these codes: the client's policy, the count of the quota, the doctor and the classes of failures all read it. On topapi a
 * code of the gateway stands in `sub_code` beside errcode 88, and the same code may come bare, as the classic paths do it.
 */
export const knownCodes: readonly KnownCode[] = [
  { code: /^(88\/)?40014$/, gateway: 'oapi', kind: 'token', source: probed },
  { code: /^(88\/)?42001$/, gateway: 'oapi', kind: 'token', source: catalogue },
  { code: /^88\/40000$/, gateway: 'oapi', kind: 'blank', source: probed },
  { code: /^(88\/)?41001$/, gateway: 'oapi', kind: 'blank', source: catalogue },
  { code: /^(88\/)?(90002|90005|90006)$/, gateway: 'oapi', kind: 'throttled', source: catalogue },
  { code: /^(88\/)?90018$/, gateway: 'oapi', kind: 'throttled', source: throttling },
  // All calls of the server, of the company or of the app are stopped for a while, or too many companies call from one address.
  { code: /^(88\/)?(90001|90003|90004|90017)$/, gateway: 'oapi', kind: 'throttled', source: catalogue },
  { code: /^(88\/)?-1$/, gateway: 'oapi', kind: 'busy', source: catalogue },
  // What begins with isp is the service's own fault, by the convention of the platform; isp.-1 is the one that is printed.
  { code: /^15\/isp\.\S+$/, gateway: 'oapi', kind: 'busy', source: 'documented: FAQ on OA approval, isp.-1' },
  { code: /^(88\/)?90020$/, gateway: 'oapi', kind: 'spent', source: throttling },
  { code: /^(88\/)?60011$/, gateway: 'oapi', kind: 'permission', source: catalogue },
  { code: /^(88\/)?60020$/, gateway: 'oapi', kind: 'address', source: catalogue },
  // The catalogue calls 50003 an app that is disabled; callers met it as the two others.
  { code: /^(88\/)?5000[234]$/, gateway: 'oapi', kind: 'scope', source: catalogue },

  { code: /^InvalidAuthentication$/, gateway: 'api', kind: 'token', source: probed },
  { code: /^accesstoken\.expired$/, gateway: 'api', kind: 'token', source: catalogue },
  { code: /^AuthenticationFailed\.MissingParameter$/, gateway: 'api', kind: 'blank', source: probed },
  {
    code: /^Forbidden\.AccessDenied\.ApiCountLimit\w*$/,
    gateway: 'api',
    kind: 'spent',
    source: throttling,
  },
  { code: /^Forbidden\.AccessDenied\.Qp[sm]\w*$/, gateway: 'api', kind: 'throttled', source: catalogue },
  // Another limit by its name, such as one on calls at once.
  {
    code: /^Forbidden\.AccessDenied\.(?!ApiCount)\w*(Limit|Throttl)\w*$/,
    gateway: 'api',
    kind: 'throttled',
    source: reported,
  },
  {
    code: /^Forbidden\.AccessDenied\.AccessTokenPermissionDenied$/,
    gateway: 'api',
    kind: 'permission',
    source: 'observed: casdoor/casdoor 4469',
  },
  {
    code: /^Forbidden\.AccessDenied\.IpNotInWhiteList$/,
    gateway: 'api',
    kind: 'address',
    source: catalogue,
  },
  {
    code: /^(serviceBusy|internalError)$/,
    gateway: 'api',
    kind: 'busy',
    source: 'documented: the page of get_blackboard, HTTP 500',
  },
  {
    code: /^systemError$/,
    gateway: 'api',
    kind: 'busy',
    source: 'documented: the page of dismissions, HTTP 500',
  },
  { code: /^unknownError$/, gateway: 'api', kind: 'busy', source: probed },
  { code: /^(system\.error|service\.timeout)$/, gateway: 'api', kind: 'busy', source: reported },
  { code: /^corpNotOpenHrm$/, gateway: 'api', kind: 'closed', source: catalogue },
];

/** What a code is about; undefined for one that speaks of what was asked for, or that nobody knows. */
export function kindOf(code: string): CodeKind | undefined {
  return knownCodes.find(({ code: known }) => known.test(code))?.kind;
}
