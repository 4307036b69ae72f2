import { endpoints } from '../../schemas';
import type { KnownError } from '../../schemas/endpoint';
import { codeOf } from '../../schemas/evidence';
import { familyOf, gatewayFacts } from '../../schemas/gateways';

/** What is known of a refusal of an endpoint with a code: by its own page, or else by what holds for its family; the firmer source first. */
export function knownRefusal(id: string, code: string): KnownError | undefined {
  const endpoint = endpoints.find((one) => one.id === id);
  if (!endpoint) return undefined;
  const ofFamily = gatewayFacts.errors.filter(({ family }) => family === familyOf(endpoint));
  return [...endpoint.errors, ...ofFamily].find((one) => codeOf(one) === code);
}
