import type { Exchange } from '../../client/exchange';
import type { Endpoint } from '../../schemas/endpoint';
import { groupsOf, valuesOf, type Described } from '../../schemas/values';

/** The ids of all that one call has sent and got: operation, media types (that of the body where it was accepted), parameters and
 * their values, outcome, fields. */
export function seenIn(endpoint: Endpoint, exchange: Exchange): string[] {
  const { id } = endpoint;
  const sent = parametersIn(endpoint, exchange);
  const type = mediaType(exchange.requestHeaders);
  return [
    id,
    ...(exchange.requestBody === undefined || exchange.outcome !== 'ok' ? [] : [`${id} takes ${type}`]),
    ...sentIn(endpoint.request, sent, `${id}?`),
    ...gotIn(endpoint, exchange),
  ];
}

function gotIn(
  { id, response }: Endpoint,
  { status, outcome, responseHeaders, responseBody }: Exchange,
): string[] {
  if (status === undefined) return [];
  const type = `${id} answers ${mediaType(responseHeaders ?? {})}`;
  const refusal = /^refused (.+)$/.exec(outcome)?.[1];
  if (refusal !== undefined) return [type, `${id} refused`, `${id}!${refusal}`];
  if (outcome !== 'ok') return [type];
  return [type, `${id} accepted`, ...fieldsIn(response, parsed(responseBody), `${id}#`)];
}

const mediaType = (headers: Readonly<Record<string, string>>): string =>
  (headers['content-type'] ?? '').replace(/;.*/, '').trim().toLowerCase();

/** The parameters of a call as an object, however they were written; an empty one where they cannot be read. */
function parametersIn(
  { method, request }: Endpoint,
  { url, requestHeaders, requestBody }: Pick<Exchange, 'url' | 'requestHeaders' | 'requestBody'>,
): unknown {
  if (method === 'GET') return Object.fromEntries(new URL(url).searchParams);
  if (mediaType(requestHeaders) !== 'application/x-www-form-urlencoded') return parsed(requestBody);
  const fields = Object.fromEntries(new URLSearchParams(requestBody));
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, isComposite(request, name) ? parsed(text) : text]),
  );
}

function isComposite({ properties = {} }: Described, name: string): boolean {
  return [properties[name]?.type ?? []].flat().some((type) => type === 'object' || type === 'array');
}

function parsed(text = ''): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

// What the schema knows and the object has.
function present(schema: Described, value: unknown): [name: string, member: Described, value: unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    name in value ? [[name, member, Reflect.get(value, name) as unknown]] : [],
  );
}

function sentIn(schema: Described, sent: unknown, above: string): string[] {
  const groups = groupsOf(schema).filter(({ holds }) => holds(sent));
  return [
    ...groups.map(({ name, label }) => above + name + label),
    ...present(schema, sent).flatMap(([name, member, value]) => parameterIn(member, value, above + name)),
  ];
}

function parameterIn(schema: Described, value: unknown, id: string): string[] {
  const element = schema.items;
  const elements: unknown[] = Array.isArray(value) && element ? value : [];
  return [
    id,
    ...labelsOf(schema, value).map((label) => id + label),
    ...elements.flatMap((each) => (element ? labelsOf(element, each) : []).map((label) => id + label)),
    ...elements.flatMap((each) => (element ? sentIn(element, each, `${id}[].`) : [])),
    ...sentIn(schema, value, `${id}.`),
  ];
}

const labelsOf = (schema: Described, value: unknown): string[] =>
  valuesOf(schema)
    .filter(({ holds }) => holds(value))
    .map(({ label }) => label);

function fieldsIn(schema: Described, value: unknown, above: string): string[] {
  return present(schema, value).flatMap(([name, member, inner]) => {
    const id = above + name;
    const element = member.items;
    if (element && Array.isArray(inner)) {
      return [id, ...inner.flatMap((each) => fieldsIn(element, each, `${id}[].`))];
    }
    return [id, ...fieldsIn(member, inner, `${id}.`)];
  });
}

/** The fields of a success of which the closed schema itself says all there is: constants, and request_id, which is opaque. */
export function settledBySchema({ id, response }: Endpoint): string[] {
  return Object.entries((response as Described).properties ?? {})
    .filter(([name, schema]) => 'const' in schema || name === 'request_id')
    .map(([name]) => `${id}#${name}`);
}
