import { kindOf, type CodeKind } from '../../client/codes';
import type { Endpoint } from '../../schemas/endpoint';

/** What the code of a refusal means: who turned the call away, and what follows from it. */
export type Meaning =
  'permission' | 'closed' | 'scope' | 'ip' | 'quota' | 'token' | 'rate' | 'busy' | 'gateway' | 'service';

const byKind: Readonly<Record<CodeKind, Meaning>> = {
  permission: 'permission',
  closed: 'closed',
  scope: 'scope',
  address: 'ip',
  spent: 'quota',
  token: 'token',
  blank: 'token',
  throttled: 'rate',
  busy: 'busy',
};

// The product behind the API is not opened to the company or the app (documented for HR).
const closed = /^(noPermission|400020)$/;
// 88 is the gateway's own (鉴权异常). These, or a path that is not served, say nothing of the permission.
const ofGateway = /^88\/|^Forbidden\.|Authentication|^InvalidAction|^(15|22|404)(\/|$)/;

/** Tells what a refusal by an endpoint means; whatever is unknown is the service's own word, which it gives after the permission (inferred). */
export function meaningOf({ capability }: Pick<Endpoint, 'capability'>, code: string): Meaning {
  const kind = kindOf(code);
  const meaning = kind === undefined ? ofOther(code) : byKind[kind];
  return meaning === 'closed' && capability === undefined ? 'service' : meaning;
}

function ofOther(code: string): Meaning {
  if (closed.test(code)) return 'closed';
  return ofGateway.test(code) ? 'gateway' : 'service';
}
