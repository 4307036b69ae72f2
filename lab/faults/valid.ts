import type { Call } from '../../emulator/call';
import { endpoints } from '../../schemas';
import { violations } from '../../schemas/validate';
import { asked, type Fault } from './fault';

type Fields = Record<string, unknown>;

/**
 * Changes the object `name` that an endpoint takes, in requests that are valid: what the docs refuse is refused by a wrong tenant
 * too, so that a fault is noticed for what it is and not for what it makes of a request without the parameter.
 */
export function insideValid(
  endpoint: string,
  name: string,
  change: (values: Fields, call: Call) => Fields,
): Fault['layer'] {
  const schema = endpoints.find(({ id }) => id === endpoint)?.request ?? {};
  return asked(endpoint, (values, call) =>
    violations(schema, values).length > 0
      ? values
      : { ...values, [name]: change(values[name] as Fields, call) },
  );
}
