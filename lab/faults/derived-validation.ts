import type { Reply } from '../../emulator/call';
import { parametersOf, valueAt, withValue, type Path, type Window } from '../../fixtures/generated-places';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { sourceOfRefusal } from '../../fixtures/generated-evidence';
import { around, asked, isSuccess, valuesOf, withValues, type Fault } from './fault';
import { parameterPlaces, type ParameterPlace } from './parameter-places';
import { careless } from './derived-defaults';

type Fields = Record<string, unknown>;

const day = 24 * 3_600_000;

// Where the facts do not say that the parameter is needed, or which other value would be taken; see the endpoint files.
const leftOpen = ['to_chat', 'dd_from', 'create_request.private_level'];

/** Every required parameter that is not asked for, and every limit that is not kept, derived from the endpoint files. */
export const faults: readonly Fault[] = endpoints.flatMap((endpoint) =>
  parameterPlaces(parametersOf(endpoint))
    .filter(({ name }) => !leftOpen.some((open) => name.endsWith(open)))
    .flatMap((place) => [
      ...notRequired(endpoint, place),
      ...noMaximum(endpoint, place),
      ...noMinimum(endpoint, place),
      ...anyValue(endpoint, place),
      ...(place.schema.windows ?? []).map((window) => longWindow(endpoint, place.path, window)),
    ])
    .concat(
      (parametersOf(endpoint).windows ?? [])
        .filter(({ when }) => when === undefined)
        .map((window) => longWindow(endpoint, [], window)),
    ),
);

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function notRequired(endpoint: Endpoint, { path, name, schema, required }: ParameterPlace): Fault[] {
  const { id } = endpoint;
  if (!required || schema.type === 'object' || schema.type === 'array') return [];
  const layer = asked(id, (values, { tenant }) =>
    isMissing(valueAt(values, path))
      ? (withValue(values, path, schema.enum?.[0] ?? careless(String(path.at(-1)), tenant)) as Fields)
      : values,
  );
  const breaks = `${name} is required`;
  const promises = [`${id}?${name}`];
  const source = sourceOfRefusal(endpoint, name, 'left out');
  return [{ id: `${id}: ${name} is not required`, class: 'validation', breaks, promises, source, layer }];
}

function noMaximum({ id }: Endpoint, { path, name, schema: { maximum } }: ParameterPlace): Fault[] {
  if (maximum === undefined) return [];
  const layer: Fault['layer'] = around(id, async (_, call, next) => {
    const size = Number(valueAt(valuesOf(call), path));
    if (!(size > maximum)) return next(call);
    const largest = withValue(valuesOf(call), path, maximum) as Fields;
    return stretched(await next(withValues(call, largest)), size);
  });
  return [
    {
      id: `${id}: ${name} has no maximum`,
      class: 'validation',
      breaks: `${name} is at most ${maximum}`,
      promises: [`${id}?${name}=>max`],
      layer,
    },
  ];
}

// A tenant with more rows would show them; here its rows are repeated.
function stretched(reply: Reply, size: number): Reply {
  if (!isSuccess(reply)) return reply;
  return { ...reply, body: stretch(reply.body, size) as object };
}

function stretch(value: unknown, size: number): unknown {
  if (Array.isArray(value)) {
    const rows: readonly unknown[] = value;
    return rows.length === 0 ? rows : Array.from({ length: size }, (_, place) => rows[place % rows.length]);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, stretch(member, size)]));
}

function noMinimum({ id }: Endpoint, { path, name, schema: { minimum } }: ParameterPlace): Fault[] {
  if (minimum === undefined) return [];
  const layer = asked(id, (values) =>
    Number(valueAt(values, path)) < minimum ? (withValue(values, path, minimum) as Fields) : values,
  );
  return [
    {
      id: `${id}: ${name} has no minimum`,
      class: 'validation',
      breaks: `${name} is at least ${minimum}`,
      promises: [`${id}?${name}=<min`],
      source: 'inferred',
      layer,
    },
  ];
}

function anyValue({ id }: Endpoint, { path, name, schema }: ParameterPlace): Fault[] {
  const listed = schema.enum;
  // Callers send other kinds of content, and are answered.
  if (!listed || name.endsWith('content_type')) return [];
  const layer = asked(id, (values) => {
    const value = valueAt(values, path);
    const scalar = typeof value === 'string' || typeof value === 'number';
    const taken = !scalar || listed.map(String).includes(String(value));
    return taken ? values : (withValue(values, path, listed.at(0)) as Fields);
  });
  const breaks = `${name} is one of ${listed.join(', ')}`;
  const promises = [`${id}?${name}`];
  const what = `${id}: ${name} takes any value`;
  return [{ id: what, class: 'validation', breaks, promises, source: 'inferred', layer }];
}

function longWindow({ id }: Endpoint, above: Path, { start, end, maxDays }: Window): Fault {
  const layer = asked(id, (values) => {
    const [from, to] = [valueAt(values, [...above, start]), valueAt(values, [...above, end])];
    const longest = Number(millis(to)) - maxDays * day;
    if (isMissing(from) || !(Number(millis(from)) < longest)) return values;
    return withValue(values, [...above, start], isDate(to) ? text(longest) : longest) as Fields;
  });
  const breaks = `${start} and ${end} are at most ${maxDays} days apart`;
  const promises = [`${id}?${[...above, start].join('.')}=>max`];
  return {
    id: `${id}: a window of more than ${maxDays} days`,
    class: 'validation',
    breaks,
    promises,
    source: 'inferred',
    layer,
  };
}

// A query writes milliseconds as a text, too.
const isDate = (time: unknown): time is string => typeof time === 'string' && time.includes('-');

const millis = (time: unknown): unknown =>
  isDate(time) ? Date.parse(`${time.replace(' ', 'T')}+08:00`) : time;

const text = (ms: number): string =>
  new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
