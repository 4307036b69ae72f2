import { endpoints } from '../../schemas';
import type { KnownError } from '../../schemas/endpoint';
import { codeOf, isFirm } from '../../schemas/evidence';
import { familyOf, gatewayFacts } from '../../schemas/gateways';

/** The HTTP statuses that the sources show with a code of an endpoint; none where they show none. */
export function knownStatuses(id: string, code: string): number[] {
  return refusalsOf(id).flatMap((one) =>
    codeOf(one) === code && isFirm(one.source) && one.httpStatus !== undefined ? [one.httpStatus] : [],
  );
}

/** What is known of a refusal of an endpoint with a code: by its own page, or else by what holds for its family; the firmer source first. */
export function knownRefusal(id: string, code: string): KnownError | undefined {
  return refusalsOf(id).find((one) => codeOf(one) === code);
}

function refusalsOf(id: string): readonly KnownError[] {
  const endpoint = endpoints.find((one) => one.id === id);
  if (!endpoint) return [];
  return [...endpoint.errors, ...gatewayFacts.errors.filter(({ family }) => family === familyOf(endpoint))];
}
