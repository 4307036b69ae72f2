import type { Endpoint } from '../schemas/endpoint';

/** What the code of a refusal means: who turned the call away, and what follows from it. */
export type Meaning = 'permission' | 'closed' | 'ip' | 'quota' | 'gateway' | 'service';

// 88 is the gateway's own (鉴权异常); the code that counts is its sub_code. A code may also come bare (documented for 60011, 60020, 90020).
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [/^(88\/)?60011$|AccessTokenPermissionDenied$/, 'permission'],
  // The product behind the API is not opened to the company or the app (documented for HR).
  [/^(corpNotOpenHrm|noPermission|400020)$/, 'closed'],
  [/^(88\/)?60020$|IpNotInWhiteList$/, 'ip'],
  [/^(88\/)?90020$|ApiCountLimitForOrg$/, 'quota'],
  // Tokens, throttling, a busy service, a path that is not served: they say nothing of the permission.
  [
    /^88\/|^Forbidden\.|Authentication|^InvalidAction|^(-1|15|22|404|serviceBusy|internalError|systemError)(\/|$)/,
    'gateway',
  ],
];

/** Tells what a refusal by an endpoint means; whatever is unknown is the service's own word, which it gives after the permission (inferred). */
export function meaningOf({ capability }: Endpoint, code: string): Meaning {
  const meaning = meanings.find(([pattern]) => pattern.test(code))?.[1] ?? 'service';
  return meaning === 'closed' && capability === undefined ? 'service' : meaning;
}
