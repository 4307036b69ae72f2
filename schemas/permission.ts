import type { Endpoint } from './endpoint';

// Documented with the endpoint for check-ins: every app has it, there is nothing to apply for.
const everyonesScope = 'qyapi_base';

/** The scope that an app has to be granted for an endpoint; undefined where every app may call it, or no page names what it takes. */
export function grantedScope({ permission }: Endpoint): string | undefined {
  const [scope] = permission.anyOf;
  return permission.source === 'documented' && scope !== everyonesScope ? scope : undefined;
}

/** What an app has to apply for to have these endpoints tested; of several scopes that open the same, one is enough. */
export function neededScopes(endpoints: readonly Endpoint[]): string[] {
  const current = endpoints.filter(({ docs }) => docs.status === 'current');
  const only = current.flatMap((each) =>
    each.permission.anyOf.length === 1 ? (grantedScope(each) ?? []) : [],
  );
  const open = current.filter(({ permission }) => !permission.anyOf.some((scope) => only.includes(scope)));
  return [...new Set([...only, ...open.flatMap((each) => grantedScope(each) ?? [])])];
}
