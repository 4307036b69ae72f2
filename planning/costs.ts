import { endpoints } from '../schemas';
import { storiesFile, storyCost } from './story-cost';

/** How many calls a case makes to each endpoint, measured on the embedded tenant. */
export type Cost = Readonly<Record<string, number>>;

/** The cost of every case: by spec file, then by full title. */
export type Costs = Readonly<Record<string, Readonly<Record<string, Cost>>>>;

/** One case of the suite with what it costs. */
export interface PlannedCase {
  readonly file: string;
  readonly title: string;
  readonly cost: Cost;
  /** Calls that the tenant's monthly quota counts. */
  readonly counted: number;
}

const isCounted = new Map(endpoints.map(({ id, counted }) => [id, counted]));

/** Every case of `costs`, in the order of the files, with so many stories; without any, the case that plays them is left out. */
export function plannedCases(costs: Costs, stories: number): PlannedCase[] {
  return Object.entries(costs).flatMap(([file, cases]) =>
    Object.entries(cases).flatMap(([title, once]) => {
      if (file !== storiesFile) return [{ file, title, cost: once, counted: countedCalls(once) }];
      const cost = Object.fromEntries(Object.entries(once).map(([id, calls]) => [id, calls * stories]));
      return stories === 0 ? [] : [{ file, title, cost, counted: countedCalls(cost) }];
    }),
  );
}

/** The calls of `cost` that the quota counts. */
export function countedCalls(cost: Cost): number {
  return Object.entries(cost).reduce((sum, [id, calls]) => sum + (isCounted.get(id) === true ? calls : 0), 0);
}

/** The calls of several cases together, by endpoint. */
export function totalCost(cases: readonly PlannedCase[]): Cost {
  const total: Record<string, number> = {};
  for (const { cost } of cases) {
    for (const [id, calls] of Object.entries(cost)) total[id] = (total[id] ?? 0) + calls;
  }
  return total;
}

/** A line that a case left in the raw records of a run. */
export interface CaseLine {
  readonly kind: string;
  readonly file: string;
  readonly title: string;
  readonly exchanges?: readonly { readonly endpoint: string }[];
}

/** Measures the costs from the raw records of a run; sorted, so that the file changes only where the suite does. */
export function measured(lines: readonly CaseLine[]): Costs {
  const costs: Record<string, Record<string, Record<string, number>>> = {};
  const cases = lines.filter(({ kind, file }) => kind === 'case' && file !== '');
  for (const { file, title, exchanges = [] } of [...cases].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const cost: Record<string, number> = {};
    for (const endpoint of exchanges.map((exchange) => exchange.endpoint).sort())
      cost[endpoint] = (cost[endpoint] ?? 0) + 1;
    // What random stories cost is another number in every run.
    (costs[file] ??= {})[title] = file === storiesFile ? { ...storyCost } : cost;
  }
  return costs;
}

/** What names a case in a run: its file and its full title. */
export const keyOf = ({ file, title }: { readonly file: string; readonly title: string }): string =>
  `${file} ${title}`;
