import type { Exchange } from '../../client/exchange';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import type { Case } from '../records/cases';
import { flows, flowsIn } from './flows';
import { gatewayItems, itemsOf, kinds, ruleIds, type Item, type Kind } from './items';
import { levelsOf, type Level } from './levels';
import { seenIn, settledBySchema } from './seen';

/** How much of one kind a run has covered; what no case can cover is not in `total`. */
export interface Measure {
  readonly kind: Kind;
  readonly total: number;
  /** Sent or received by any call. Rules are nothing that a call shows, so there it is what is asserted. */
  readonly called: number;
  /** Held to its documentation by a case that passed. */
  readonly asserted: number;
  readonly untestable: number;
}

/** What a run has covered of one endpoint, and what is missing, by the ids that `covers` takes. */
export interface EndpointCoverage {
  readonly id: string;
  readonly measures: readonly Measure[];
  /** Neither sent nor received. */
  readonly notCalled: readonly string[];
  /** Sent or received, but asserted by no case that passed. */
  readonly notAsserted: readonly string[];
}

/** What a run has covered of the documentation. */
export interface Coverage {
  /** The test coverage level (0 to 7) that was reached: by what was called, and by what was asserted. */
  readonly tcl: { readonly called: number; readonly asserted: number };
  readonly levels: readonly Level[];
  readonly total: readonly Measure[];
  /** The endpoints by id, then what belongs to none: `gateway` and `flows`. */
  readonly endpoints: readonly EndpointCoverage[];
  readonly untestable: readonly { readonly id: string; readonly reason: string }[];
  /** Asserted ids that name nothing in the documentation. */
  readonly unknown: readonly string[];
}

/** Computes from what ran how much of the documentation it covers. `exchanges` are all calls, those of no case too. */
export function coverageOf(cases: readonly Case[], exchanges: readonly Exchange[]): Coverage {
  const groups = [
    ...endpoints.map((endpoint) => ({ id: endpoint.id, items: itemsOf(endpoint) })),
    { id: 'gateway', items: gatewayItems() },
    { id: 'flows', items: flows.map(({ id }): Item => ({ id, kind: 'flows' })) },
  ];
  const items = groups.flatMap((group) => group.items);
  const passed = cases.filter(({ status }) => status === 'passed');
  const claimed = new Set(passed.flatMap(({ asserted = [] }) => asserted).map(withoutElement));
  const seen = seenBy(exchanges, cases);
  const asserted = assertedBy(passed, claimed);
  const total = kinds.map((kind) => measure(kind, items, seen, asserted));
  const { levels, tcl } = levelsOf(total);
  return {
    tcl,
    levels,
    total,
    endpoints: groups.map((group) => endpointCoverage(group.id, group.items, seen, asserted)),
    untestable: items.flatMap(({ id, untestable: reason }) => (reason === undefined ? [] : [{ id, reason }])),
    unknown: [...claimed].filter((id) => !isKnown(id, items)).sort(),
  };
}

// The element of a list of plain values has no id of its own.
const withoutElement = (id: string): string => id.replace(/\[\](?==|$)/, '');

const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));

function seenBy(exchanges: readonly Exchange[], cases: readonly Case[]): Set<string> {
  const seen = new Set<string>(cases.flatMap((each) => flowsIn(each.exchanges)));
  for (const exchange of exchanges) for (const id of seenOf(exchange)) seen.add(id);
  return seen;
}

// What was called is asked of every call, what was asserted again of those of cases that passed.
const known = new WeakMap<Exchange, readonly string[]>();

function seenOf(exchange: Exchange): readonly string[] {
  const endpoint = byId.get(exchange.endpoint);
  const ids = known.get(exchange) ?? (endpoint ? seenIn(endpoint, exchange) : []);
  known.set(exchange, ids);
  return ids;
}

// Whatever the client judged by the contract on the way is asserted by the case that called; the rest has to be claimed.
function assertedBy(passed: readonly Case[], claimed: ReadonlySet<string>): Set<string> {
  const seen = seenBy(
    passed.flatMap(({ exchanges }) => exchanges),
    passed,
  );
  const judged = [...seen].filter(
    (id) => / (takes|answers|accepted|refused)\b|^flow: /.test(id) || seen.has(`${id} accepted`),
  );
  const settled = endpoints.flatMap(settledBySchema).filter((id) => seen.has(id));
  return new Set([...judged, ...settled, ...[...claimed].flatMap(withParents)]);
}

/** Everything that is claimed with an id: whoever asserts a value asserts its parameter, and whoever a member, the object that holds it. */
export function withParents(id: string): string[] {
  const name = /^[^?#!]+[?#]/.test(id) ? id.replace(/=.*$/, '') : id;
  const start = name.search(/[?#]/);
  if (start === -1) return [id];
  const parts = name.slice(start + 1).split('.');
  const parents = parts.map((_, index) =>
    withoutElement(name.slice(0, start + 1) + parts.slice(0, index + 1).join('.')),
  );
  return [id, ...parents];
}

function measure(kind: Kind, items: readonly Item[], seen: Set<string>, asserted: Set<string>): Measure {
  const own = items.filter((item) => item.kind === kind);
  const testable = own.filter((item) => item.untestable === undefined);
  return {
    kind,
    total: testable.length,
    called: testable.filter(({ id }) => seen.has(id) || asserted.has(id)).length,
    asserted: testable.filter(({ id }) => asserted.has(id)).length,
    untestable: own.length - testable.length,
  };
}

function endpointCoverage(
  id: Endpoint['id'],
  items: readonly Item[],
  seen: Set<string>,
  asserted: Set<string>,
): EndpointCoverage {
  const open = items.filter((item) => item.untestable === undefined && !asserted.has(item.id));
  return {
    id,
    measures: kinds
      .map((kind) => measure(kind, items, seen, asserted))
      .filter(({ total, untestable }) => total + untestable > 0),
    notCalled: open.filter((item) => !seen.has(item.id) && item.kind !== 'rules').map((item) => item.id),
    notAsserted: open.filter((item) => seen.has(item.id) || item.kind === 'rules').map((item) => item.id),
  };
}

function isKnown(id: string, items: readonly Item[]): boolean {
  return items.some((item) => item.id === id) || id.includes('!') || ruleIds.has(id);
}
