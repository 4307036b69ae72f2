import type { Exchange } from '../client/exchange';
import { endpoints } from '../schemas';

// A bad moment of the service may last for all tries of one case.
const leastCases = 2;
const leastCalls = 3;

/**
 * The endpoints that answered with an error of the server (5xx) however often a run asked, in two cases and three calls at least, while others of
 * their gateway went on answering. Where a gateway is down all of them fail, and what passes lets some calls through.
 * @param byCase the calls of each case.
 * @returns their ids.
 */
export function steadilyFailing(byCase: readonly (readonly Exchange[])[]): ReadonlySet<string> {
  const all = byCase.flat();
  const suspects = new Set(all.filter(isServerError).map(({ endpoint }) => endpoint));
  return new Set([...suspects].filter((id) => isSteady(id, byCase) && isAlone(id, all)));
}

const isServerError = ({ status = 0 }: Exchange): boolean => status >= 500;

function isSteady(id: string, byCase: readonly (readonly Exchange[])[]): boolean {
  const own = byCase
    .map((calls) => calls.filter(({ endpoint }) => endpoint === id))
    .filter(({ length }) => length > 0);
  const calls = own.flat();
  return own.length >= leastCases && calls.length >= leastCalls && calls.every(isServerError);
}

function isAlone(id: string, all: readonly Exchange[]): boolean {
  const first = Math.min(...all.filter(({ endpoint }) => endpoint === id).map(({ startedAt }) => startedAt));
  const gateway = gatewayOf(id);
  return all.some(
    ({ endpoint, outcome, startedAt }) =>
      outcome === 'ok' && startedAt > first && gatewayOf(endpoint) === gateway,
  );
}

const gatewayOf = (id: string): string | undefined => endpoints.find((each) => each.id === id)?.gateway;
