import type { Endpoint } from './endpoint';

// Documented with the endpoint for check-ins: every app has it, there is nothing to apply for.
const everyonesScope = 'qyapi_base';

/** The scope that an app has to be granted for an endpoint; undefined where every app may call it, or no page names what it takes. */
export function grantedScope({ permission }: Endpoint): string | undefined {
  const [scope] = permission.anyOf;
  return permission.source === 'documented' && scope !== everyonesScope ? scope : undefined;
}
