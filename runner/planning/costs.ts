import { endpoints } from '../../schemas';
import { storiesFile } from './story-cost';

/** Calls by endpoint. */
export type Calls = Readonly<Record<string, number>>;

/** The calls that something makes: those that the tenant's monthly quota counts, and those that it does not. */
export interface Cost {
  readonly counted: Calls;
  readonly free: Calls;
}

/** What was measured of one case: its own calls, the arrangements of its file that it uses, and whose row it is. */
export interface MeasuredCase extends Partial<Cost> {
  readonly uses?: readonly string[];
  readonly group?: string;
  readonly traits?: readonly string[];
}

/** What was measured of one spec file: what its cases share by name, and the cases by full title. */
export interface FileCosts {
  readonly shared?: Readonly<Record<string, Partial<Cost>>>;
  readonly cases: Readonly<Record<string, MeasuredCase>>;
}

/** The costs of the whole suite by spec file, measured on the embedded tenant. */
export type Costs = Readonly<Record<string, FileCosts>>;

/** One case of the suite with what it costs; what it shares with others of its file stands in `shared`, the same for all of them. */
export interface PlannedCase {
  readonly file: string;
  readonly title: string;
  readonly cost: Cost;
  readonly shared: Readonly<Record<string, Cost>>;
  /** The derived group of the file that the case is a row of, and what varies in it. */
  readonly group?: string;
  readonly traits: readonly string[];
}

const nothing: Cost = { counted: {}, free: {} };

/**
 * Every case of `costs`, in the order of the files, with so many stories; without any, the case that plays them is left out, and so are the
 * cases that share what is absent.
 */
export function plannedCases(costs: Costs, stories: number, absent: readonly string[] = []): PlannedCase[] {
  return Object.entries(costs)
    .filter(([file]) => file !== storiesFile || stories > 0)
    .flatMap(([file, { shared = {}, cases }]) =>
      Object.entries(cases).map(([title, { uses = [], group, traits = [], ...cost }]) => ({
        file,
        title,
        cost: times({ ...nothing, ...cost }, file === storiesFile ? stories : 1),
        shared: Object.fromEntries(uses.map((name) => [name, { ...nothing, ...shared[name] }])),
        ...(group === undefined ? {} : { group }),
        traits,
      })),
    )
    .filter(({ shared }) => absent.every((name) => shared[name] === undefined));
}

function times({ counted, free }: Cost, factor: number): Cost {
  const scaled = (calls: Calls): Calls =>
    Object.fromEntries(Object.entries(calls).map(([id, some]) => [id, some * factor]));
  return { counted: scaled(counted), free: scaled(free) };
}

/** What a run of these cases costs: the calls of each, and once for each file what they share. */
export function costOf(cases: readonly PlannedCase[]): Cost {
  const shared = new Map(
    cases.flatMap(({ file, shared: used }) =>
      Object.entries(used).map(([name, cost]) => [`${file} ${name}`, cost] as const),
    ),
  );
  return sum([...cases.map(({ cost }) => cost), ...shared.values()]);
}

/** The arrangement that a case spoils where the tenant accepts what it has to refuse; see `specs/support/blackboard/targets.ts`. */
const spoilable = 'the announcement that nothing may change';

/** What it costs to make once more, in each file, what a tenant may spoil: kept back, and used where a tenant accepts what it has to refuse. */
export function spareOf(cases: readonly PlannedCase[]): Cost {
  const files = new Map(
    cases.flatMap(({ file, shared }) => (shared[spoilable] ? [[file, shared[spoilable]]] : [])),
  );
  return sum([...files.values()]);
}

/** How many calls of a cost the quota counts. */
export const countedIn = ({ counted }: Cost): number => total(counted);

/** All calls together. */
export const total = (calls: Calls): number => Object.values(calls).reduce((all, some) => all + some, 0);

function sum(costs: readonly Cost[]): Cost {
  const [counted, free]: [Record<string, number>, Record<string, number>] = [{}, {}];
  for (const cost of costs) {
    for (const [id, calls] of Object.entries(cost.counted)) counted[id] = (counted[id] ?? 0) + calls;
    for (const [id, calls] of Object.entries(cost.free)) free[id] = (free[id] ?? 0) + calls;
  }
  return { counted: inOrder(counted), free: inOrder(free) };
}

// In the order of the endpoints, so that a measurement differs from the last only where the suite does.
const inOrder = (calls: Calls): Calls =>
  Object.fromEntries(endpoints.flatMap(({ id }) => (calls[id] === undefined ? [] : [[id, calls[id]]])));

/** A call as the records of a run tell of it. */
export interface Call {
  readonly endpoint: string;
  readonly counted: boolean;
  readonly shared?: string;
}

/** What calls cost. */
export const costOfCalls = (calls: readonly Call[]): Cost =>
  sum(
    calls.map(({ endpoint, counted }) =>
      counted ? { counted: { [endpoint]: 1 }, free: {} } : { counted: {}, free: { [endpoint]: 1 } },
    ),
  );

/** What names a case in a run: its file and its full title. */
export const keyOf = ({ file, title }: { readonly file: string; readonly title: string }): string =>
  `${file} ${title}`;

/** The ids of the endpoints that are called. */
export const endpointsOf = ({ counted, free }: Cost): string[] => [
  ...new Set([...Object.keys(counted), ...Object.keys(free)]),
];
