import type { CataloguedFault } from '../faults';
import { withParents } from '../../reporting/coverage/coverage';
import { seenIn } from '../../reporting/coverage/seen';
import type { CaseLine } from '../../reporting/records/events';
import { endpoints } from '../../schemas';
import { keyOf } from '../../runner/planning/costs';
import type { Claims } from './trial';

const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));

/** What every case claims and does, from the raw records of a run on an honest tenant; by the key of the case. */
export function claimsIn(lines: readonly CaseLine[]): Record<string, Claims> {
  return Object.fromEntries(
    lines.flatMap((line) =>
      line.kind === 'case' && line.title !== '' && line.skipped === undefined
        ? [[keyOf(line), claimsOf(line)]]
        : [],
    ),
  );
}

function claimsOf({ exchanges, asserted = [] }: Extract<CaseLine, { kind: 'case' }>): Claims {
  const seen = exchanges.flatMap((exchange) => {
    const endpoint = byId.get(exchange.endpoint);
    return endpoint ? seenIn(endpoint, exchange) : [];
  });
  return {
    asserted: [...new Set(asserted.flatMap(withParents))],
    seen: [...new Set(seen)],
    endpoints: [...new Set(exchanges.map(({ endpoint }) => endpoint))],
    calls: exchanges.length,
  };
}

/**
 * Whether a case has to notice a fault: it claims one of the promises that the fault breaks. The shape of an answer is claimed by
 * whoever gets one, since the client judges every answer by the contract.
 */
export function claims({ asserted, seen }: Claims, fault: CataloguedFault): boolean {
  const judged = fault.class === 'schema' || fault.class === 'envelope' ? seen : seen.filter(isOutcome);
  return fault.promises.some((promise) => asserted.includes(promise) || judged.includes(promise));
}

const isOutcome = (id: string): boolean => / (takes|answers|accepted|refused)\b/.test(id);
