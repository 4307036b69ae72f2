import type { Source } from './endpoint';

/** The part of a field's schema that tells what the docs name of it: its members, its elements, its values and where each comes from. */
export interface Described extends Readonly<Record<string, unknown>> {
  /** Several where table and sample of a page differ. */
  readonly type?: string | readonly string[];
  readonly source?: Source;
  readonly facets?: Readonly<Record<string, { readonly source: Source }>>;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
  readonly required?: readonly string[];
  readonly usual?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly truncatedAt?: number;
  readonly commaSeparated?: { readonly maxItems?: number; readonly enum?: readonly string[] };
  readonly windows?: readonly Window[];
  readonly pairs?: Pairs;
}

interface Window {
  readonly start: string;
  readonly end: string;
  readonly maxDays: number;
  readonly when?: string;
  readonly source?: Source;
}

interface Pairs {
  readonly between: readonly string[];
  readonly bothWays?: boolean;
  readonly supported: readonly (readonly string[])[];
  readonly source?: Source;
}

/** One value, or one limit at or past it, that the docs name. `holds` says whether what was sent is one of that kind. */
export interface ValueCase {
  /** What stands behind the parameter in the id: `=20`, `=true`, `=max`, `=>max`, `=min`, `=<min`. */
  readonly label: string;
  /** Where it comes from, where that is said. */
  readonly source: Source | undefined;
  readonly holds: (value: unknown) => boolean;
}

/** The values and limits that a parameter's schema names. Values may have been sent as text. */
export function valuesOf(schema: Described): ValueCase[] {
  const { type, enum: values = [], commaSeparated, minimum } = schema;
  return [
    ...[...values, ...(type === 'boolean' ? [true, false] : [])].map((value) => ({
      label: `=${String(value)}`,
      source: sourceIn(schema, values.length > 0 ? 'enum' : 'type'),
      holds: (sent: unknown) => String(sent) === String(value),
    })),
    ...(commaSeparated?.enum ?? []).map((value) => ({
      label: `=${value}`,
      source: sourceIn(schema, 'commaSeparated'),
      holds: (sent: unknown) => String(sent).split(',').includes(value),
    })),
    ...upperLimit(schema),
    ...(minimum === undefined
      ? []
      : atAndPast('min', '<min', sourceIn(schema, 'minimum'), (sent) => minimum - Number(sent))),
  ];
}

const sourceIn = ({ facets, source }: Described, keyword: string): Source | undefined =>
  facets?.[keyword]?.source ?? source;

const upperLimits = ['maximum', 'maxItems', 'maxLength', 'truncatedAt'] as const;

function upperLimit(schema: Described): ValueCase[] {
  const { maximum, commaSeparated } = schema;
  const keyword = upperLimits.find((name) => schema[name] !== undefined);
  const limit = keyword ? schema[keyword] : commaSeparated?.maxItems;
  if (limit === undefined) return [];
  const source = sourceIn(schema, keyword ?? 'commaSeparated');
  const size = (sent: unknown) => sizeOf(sent, commaSeparated !== undefined, maximum);
  return atAndPast('max', '>max', source, (sent) => size(sent) - limit);
}

function atAndPast(
  at: string,
  past: string,
  source: Source | undefined,
  excess: (sent: unknown) => number,
): ValueCase[] {
  return [
    { label: `=${at}`, source, holds: (sent) => excess(sent) === 0 },
    { label: `=${past}`, source, holds: (sent) => excess(sent) > 0 },
  ];
}

function sizeOf(sent: unknown, isCommaSeparated: boolean, maximum: number | undefined): number {
  if (Array.isArray(sent)) return sent.length;
  if (maximum !== undefined) return Number(sent);
  return isCommaSeparated ? String(sent).split(',').length : Array.from(String(sent)).length;
}

/** A promise about several parameters of one object: `name` is the one whose id carries it. */
export interface GroupCase extends ValueCase {
  readonly name: string;
}

/** The windows and the pairs of values that an object's schema names. */
export function groupsOf({ windows = [], pairs }: Described): GroupCase[] {
  return [...windows.flatMap(windowCases), ...(pairs ? pairCases(pairs) : [])];
}

const day = 86_400_000;
// A window whose end is left to the service, or is computed a moment after its start.
const tolerance = 60_000;

function windowCases({ start, end, maxDays, source }: Window): GroupCase[] {
  const excess = (sent: unknown): number =>
    instantOf(memberOf(sent, end)) - instantOf(memberOf(sent, start)) - maxDays * day;
  return [
    { name: start, label: '=max', source, holds: (sent) => Math.abs(excess(sent)) <= tolerance },
    { name: start, label: '=>max', source, holds: (sent) => excess(sent) > tolerance },
  ];
}

// Texts are GMT+8; only the distance of two counts.
function instantOf(value: unknown): number {
  const text = String(value);
  return /^\d+$/.test(text) ? Number(text) : Date.parse(`${text.replace(' ', 'T')}Z`);
}

function pairCases({ between, bothWays = false, supported, source }: Pairs): GroupCase[] {
  const [first = '', second = ''] = between;
  const pairs = supported.flatMap(([from = '', to = '']) => [
    [from, to] as const,
    ...(bothWays ? [[to, from] as const] : []),
  ]);
  return pairs.map(([from, to]) => ({
    name: `${first}/${second}`,
    label: `=${from}/${to}`,
    source,
    holds: (sent) => memberOf(sent, first) === from && memberOf(sent, second) === to,
  }));
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}
