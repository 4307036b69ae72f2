import type { Exchange } from '../../client/exchange';
import type { Endpoint } from '../../schemas/endpoint';
import { successesOf } from './answered';
import { Normaliser } from './normalise';

/** What a tenant really answered of one endpoint: no value in it tells anything of the tenant. */
export interface Recording {
  readonly endpoint: string;
  /** Who answered. What the embedded tenant answers proves nothing; it serves the project's own tests. */
  readonly by: 'tenant' | 'emulator';
  /** The public gateways, or another host. */
  readonly host: 'public' | 'other';
  /** The day of the newest answer, as in `2026-11-22`. */
  readonly recorded: string;
  /** The JSON types that each field of a success had, and the day on which it was seen last. */
  readonly fields: Readonly<Record<string, { readonly types: readonly string[]; readonly recorded: string }>>;
  /** The codes of the refusals and the day on which each was seen last. */
  readonly refusals: Readonly<Record<string, { readonly recorded: string }>>;
  /** One success, with names in the place of its values; absent when there was none. */
  readonly example?: unknown;
}

/** The recordings of a run: one for each endpoint that answered anything. */
export function recordingsOf(
  endpoints: readonly Endpoint[],
  exchanges: readonly Exchange[],
  origin: Pick<Recording, 'by' | 'host' | 'recorded'>,
): Recording[] {
  return endpoints.flatMap(({ id }) => {
    const bodies = successesOf(id, exchanges);
    const codes = exchanges
      .filter(({ endpoint }) => endpoint === id)
      .flatMap(({ outcome }) => /^refused (.+)$/.exec(outcome)?.[1] ?? []);
    if (bodies.length + codes.length === 0) return [];
    const { recorded } = origin;
    return [
      {
        endpoint: id,
        ...origin,
        fields: sorted(new Map(typesIn(bodies).map(([path, types]) => [path, { types, recorded }]))),
        refusals: sorted(new Map(codes.map((code) => [code, { recorded }]))),
        ...(bodies.length === 0 ? {} : { example: new Normaliser().normalise(richest(bodies)) }),
      },
    ];
  });
}

/**
 * Puts a newer recording of an endpoint over an older one: what only the older has seen stays, with its day.
 * @throws an Error when one of them is of a tenant and the other of the emulator, or they are of two endpoints.
 */
export function merged(older: Recording, newer: Recording): Recording {
  if (older.by !== newer.by || older.endpoint !== newer.endpoint)
    throw new Error(
      `A recording of ${newer.endpoint} by the ${newer.by} cannot go over one of ${older.endpoint} by the ${older.by}.`,
    );
  const fields = new Map(Object.entries(older.fields));
  for (const [path, { types, recorded }] of Object.entries(newer.fields)) {
    const all = new Set([...(fields.get(path)?.types ?? []), ...types]);
    fields.set(path, { types: [...all].sort(), recorded });
  }
  const refusals = new Map([...Object.entries(older.refusals), ...Object.entries(newer.refusals)]);
  return { ...older, ...newer, fields: sorted(fields), refusals: sorted(refusals) };
}

function typesIn(bodies: readonly unknown[]): [path: string, types: string[]][] {
  const found = new Map<string, Set<string>>();
  for (const body of bodies) {
    for (const [path, type] of typed(body, '')) found.set(path, (found.get(path) ?? new Set()).add(type));
  }
  return Array.from(found, ([path, types]) => [path, [...types].sort()]);
}

function typed(value: unknown, above: string): [path: string, type: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const path = above + name;
    return [
      [path, typeOf(member)] as [string, string],
      ...(Array.isArray(member)
        ? (member as unknown[]).flatMap((each) => typed(each, `${path}[].`))
        : typed(member, `${path}.`)),
    ];
  });
}

/** The JSON type of a value, where `integer` is one of its own. */
export function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

// The one that shows most, and of those the shortest.
function richest(bodies: readonly unknown[]): unknown {
  const size = (body: unknown): number => new Set(typed(body, '').map(([path]) => path)).size;
  return [...bodies].sort(
    (a, b) => size(b) - size(a) || JSON.stringify(a).length - JSON.stringify(b).length,
  )[0];
}

function sorted<Value>(map: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...map].sort(([a], [b]) => a.localeCompare(b)));
}
