import type { SchemaObject } from 'ajv';

/** The part of a parameter's schema that tells its values apart. */
interface Annotated {
  readonly type?: string;
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
}

interface Pairs {
  readonly between: readonly string[];
  readonly bothWays?: boolean;
  readonly supported: readonly (readonly string[])[];
}

/** One value, or one limit at or past it, that the docs name. `holds` says whether what was sent is one of that kind. */
export interface ValueCase {
  /** What stands behind the parameter in the id: `=20`, `=true`, `=max`, `=>max`, `=min`, `=<min`. */
  readonly label: string;
  readonly holds: (value: unknown) => boolean;
}

/** The values and limits that a parameter's schema names. Values may have been sent as text. */
export function valuesOf(schema: SchemaObject): ValueCase[] {
  const { type, enum: values = [], commaSeparated, minimum } = schema as Annotated;
  return [
    ...[...values, ...(type === 'boolean' ? [true, false] : [])].map((value) => ({
      label: `=${String(value)}`,
      holds: (sent: unknown) => String(sent) === String(value),
    })),
    ...(commaSeparated?.enum ?? []).map((value) => ({
      label: `=${value}`,
      holds: (sent: unknown) => String(sent).split(',').includes(value),
    })),
    ...upperLimit(schema as Annotated),
    ...(minimum === undefined ? [] : atAndPast('min', '<min', -minimum, (sent) => -Number(sent))),
  ];
}

function upperLimit(schema: Annotated): ValueCase[] {
  const { maximum, maxItems, maxLength, truncatedAt, commaSeparated } = schema;
  const limit = maximum ?? maxItems ?? maxLength ?? truncatedAt ?? commaSeparated?.maxItems;
  return limit === undefined
    ? []
    : atAndPast('max', '>max', limit, (sent) => sizeOf(sent, commaSeparated !== undefined, maximum));
}

function atAndPast(at: string, past: string, limit: number, size: (sent: unknown) => number): ValueCase[] {
  return [
    { label: `=${at}`, holds: (sent) => size(sent) === limit },
    { label: `=${past}`, holds: (sent) => size(sent) > limit },
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
export function groupsOf(schema: SchemaObject): GroupCase[] {
  const { windows = [], pairs } = schema as Annotated;
  return [...windows.flatMap(windowCases), ...(pairs ? pairCases(pairs) : [])];
}

const day = 86_400_000;
// A window whose end is left to the service, or is computed a moment after its start.
const tolerance = 60_000;

function windowCases({ start, end, maxDays }: Window): GroupCase[] {
  const excess = (sent: unknown): number =>
    instantOf(memberOf(sent, end)) - instantOf(memberOf(sent, start)) - maxDays * day;
  return [
    { name: start, label: '=max', holds: (sent) => Math.abs(excess(sent)) <= tolerance },
    { name: start, label: '=>max', holds: (sent) => excess(sent) > tolerance },
  ];
}

// Texts are GMT+8; only the distance of two counts.
function instantOf(value: unknown): number {
  const text = String(value);
  return /^\d+$/.test(text) ? Number(text) : Date.parse(`${text.replace(' ', 'T')}Z`);
}

function pairCases({ between: [first = '', second = ''], bothWays = false, supported }: Pairs): GroupCase[] {
  const pairs = supported.flatMap(([from = '', to = '']) => [
    [from, to] as const,
    ...(bothWays ? [[to, from] as const] : []),
  ]);
  return pairs.map(([from, to]) => ({
    name: `${first}/${second}`,
    label: `=${from}/${to}`,
    holds: (sent) => memberOf(sent, first) === from && memberOf(sent, second) === to,
  }));
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}
