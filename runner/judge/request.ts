import type { Endpoint } from '../../schemas/endpoint';
import { familyOf, gatewayFacts } from '../../schemas/gateways';
import { violations } from '../../schemas/validate';
import type { RecordedCall } from './reading/recorded-call';
import { isObject, jsonIn } from './json';

type Values = Readonly<Record<string, unknown>>;

/** The parameters of a call, read as its gateway reads them, and what about them the documentation does not allow. */
export interface Asked {
  readonly values: Values;
  /** In words, with the place: `/size must be <= 20`. */
  readonly wrong: readonly string[];
  /** Required parameters at the top level that are not there. */
  readonly missing: readonly string[];
  /** Whether the token stands where the gateway looks for it. */
  readonly hasToken: boolean;
}

/** The part of a schema that says how a parameter is written. */
interface Node {
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly commaSeparated?: { readonly maxItems?: number };
  readonly windows?: readonly { readonly start: string; readonly end: string; readonly maxDays?: number }[];
}

const { name: tokenHeader } = gatewayFacts.families.v1.token;

/** Reads the request of a recorded call and holds it against the request schema of its endpoint. */
export function askedOf(endpoint: Endpoint, call: RecordedCall): Asked {
  const query = Object.fromEntries(new URL(call.url).searchParams);
  const body = endpoint.method === 'GET' ? { values: {}, textual: true } : bodyOf(call);
  const { access_token: token, ...given } = { ...query, ...body?.values };
  const schema = endpoint.request as Node;
  const values = Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, read(schema.properties?.[name], value, name in query || body?.textual)]),
  );
  const wrong = call.isRequestCut ? [] : wrongIn(endpoint, call, body !== undefined, values);
  const missing = call.isRequestCut ? [] : (schema.required ?? []).filter((name) => !(name in values));
  const sent = familyOf(endpoint) === 'v1' ? call.requestHeaders[tokenHeader] : token;
  return { values, wrong, missing, hasToken: typeof sent === 'string' && sent !== '' };
}

function wrongIn(endpoint: Endpoint, call: RecordedCall, isRead: boolean, values: Values): string[] {
  const schema = endpoint.request as Node;
  return [
    ...(call.method === endpoint.method ? [] : [`the method is ${call.method} and not ${endpoint.method}`]),
    ...(!isRead ? ['the body is neither a JSON object nor a form'] : []),
    ...violations(endpoint.request, values).map(({ path, message }) => `${path} ${message}`),
    ...limitsIn(schema, values, ''),
    ...unknownIn(schema, values, ''),
  ];
}

function bodyOf({
  requestHeaders,
  requestBody = '',
}: RecordedCall): { values: Values; textual: boolean } | undefined {
  if (requestBody.trim() === '') return { values: {}, textual: false };
  const isForm = /x-www-form-urlencoded|multipart/.test(requestHeaders['content-type'] ?? '');
  if (isForm) return { values: Object.fromEntries(new URLSearchParams(requestBody)), textual: true };
  const value = jsonIn(requestBody);
  return isObject(value) ? { values: value, textual: false } : undefined;
}

const written: readonly (readonly [types: readonly string[], read: (text: string) => unknown])[] = [
  [['string'], (text) => text],
  [['integer', 'number'], (text) => (/^-?\d+$/.test(text) ? Number(text) : text)],
  [['boolean'], (text) => ({ true: true, false: false })[text] ?? text],
];

// Observed: a scalar at the top level may be sent as a text; in a form an object is one JSON text.
function read(schema: Node | undefined, value: unknown, textual = false): unknown {
  if (typeof value !== 'string' || schema?.type === undefined) return value;
  const types = [schema.type].flat();
  const found = written.find(([names]) => names.some((name) => types.includes(name)));
  if (found) return found[1](value);
  return textual ? (jsonIn(value) ?? value) : value;
}

// What the validator takes for notes.
function limitsIn(schema: Node, values: Values, above: string): string[] {
  const ofMembers = Object.entries(schema.properties ?? {}).flatMap(([name, node]) => {
    const value = values[name];
    const most = node.commaSeparated?.maxItems ?? Infinity;
    const count = typeof value === 'string' ? value.split(',').length : 0;
    return [
      ...(count > most ? [`${above}/${name} must NOT have more than ${most} items`] : []),
      ...(isObject(value) ? limitsIn(node, value, `${above}/${name}`) : []),
    ];
  });
  return [...ofMembers, ...windowsIn(schema, values, above)];
}

function windowsIn({ windows = [] }: Node, values: Values, above: string): string[] {
  // Of several windows the widest: which one holds depends on the rest of the request.
  const widest = Math.max(...windows.map(({ maxDays = Infinity }) => maxDays));
  return windows
    .filter(({ maxDays }) => maxDays === widest)
    .filter(({ start, end }) => momentOf(values[end]) - momentOf(values[start]) > widest * 86_400_000)
    .map(({ end }) => `${above}/${end} must be at most ${widest} days after the start`);
}

/** A moment in epoch milliseconds, written as such or as `yyyy-MM-dd HH:mm:ss` in GMT+8 (documented); NaN where it is none. */
export function momentOf(value: unknown): number {
  if (typeof value === 'number') return value;
  const [, day, time] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(typeof value === 'string' ? value : '') ?? [];
  return day === undefined || time === undefined ? NaN : Date.parse(`${day}T${time}+08:00`);
}

function unknownIn(schema: Node, value: unknown, above: string): string[] {
  const { properties, items } = schema;
  if (Array.isArray(value) && items) return value.flatMap((each) => unknownIn(items, each, `${above}/[]`));
  if (!isObject(value) || !properties) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const known = properties[name];
    return known
      ? unknownIn(known, member, `${above}/${name}`)
      : [`${above}/${name} is no documented parameter`];
  });
}
