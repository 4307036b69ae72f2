import type { Layer } from '../../emulator/call';
import { day, fromGmt8, toGmt8 } from '../../emulator/clock';
import { valuesOf, withValues } from '../../emulator/layers';
import { sourceOfRefusal } from '../../fixtures/generated-evidence';
import {
  parametersOf,
  valueAt,
  withValue,
  type Path,
  type Place,
  type Window,
} from '../../fixtures/generated-places';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { careless } from './careless';
import { faultsOf, validation, type Fault, type Row } from './fault';
import { answered, asked, type Fields } from './layers';
import { parameterPlaces } from './parameter-places';

// Where the facts do not say that the parameter is needed, or which other value would be taken; see the endpoint files.
const leftOpen = ['to_chat', 'dd_from', 'create_request.private_level'];

/** Every required parameter that is not asked for, and every limit that is not kept, derived from the endpoint files. */
export const faults: readonly Fault[] = endpoints.flatMap((endpoint) => {
  const { windows = [], ...schema } = parametersOf(endpoint);
  const always = windows.filter(({ when }) => when === undefined);
  const places = parameterPlaces(schema).filter(({ name }) => !leftOpen.some((open) => name.endsWith(open)));
  return faultsOf(endpoint.id, [
    ...places.flatMap((place) => [
      ...notRequired(endpoint, place),
      ...noMaximum(place),
      ...noMinimum(place),
      ...anyValue(place),
      ...(place.schema.windows ?? []).map((window) => longWindow(place.path, window)),
    ]),
    ...always.map((window) => longWindow([], window)),
  ]);
});

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function notRequired(endpoint: Endpoint, { path, name, schema, required }: Place): Row[] {
  if (!required || schema.type === 'object' || schema.type === 'array') return [];
  return [
    validation(`${name} is not required`, [`?${name}`], {
      source: sourceOfRefusal(endpoint, name, 'left out'),
      layer: asked((values, { tenant }) =>
        isMissing(valueAt(values, path))
          ? (withValue(values, path, schema.enum?.[0] ?? careless(endpoint, path, tenant)) as Fields)
          : values,
      ),
    }),
  ];
}

function noMaximum({ path, name, schema: { maximum } }: Place): Row[] {
  if (maximum === undefined) return [];
  const layer: Layer = (endpoint, call, next) => {
    const values = valuesOf(call);
    const size = Number(valueAt(values, path));
    if (!(size > maximum)) return next(call);
    // A tenant with more rows would show them; here its rows are repeated.
    const stretched = answered((body) => stretch(body, size) as Fields);
    return stretched(endpoint, withValues(call, withValue(values, path, maximum) as Fields), next);
  };
  return [validation(`${name} has no maximum`, [`?${name}=>max`], { layer })];
}

function stretch(value: unknown, size: number): unknown {
  if (Array.isArray(value)) {
    const rows: readonly unknown[] = value;
    return rows.length === 0 ? rows : Array.from({ length: size }, (_, place) => rows[place % rows.length]);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, stretch(member, size)]));
}

function noMinimum({ path, name, schema: { minimum } }: Place): Row[] {
  if (minimum === undefined) return [];
  return [
    validation(`${name} has no minimum`, [`?${name}=<min`], {
      source: 'inferred',
      layer: asked((values) =>
        Number(valueAt(values, path)) < minimum ? (withValue(values, path, minimum) as Fields) : values,
      ),
    }),
  ];
}

function anyValue({ path, name, schema: { enum: listed } }: Place): Row[] {
  // Callers send other kinds of content, and are answered.
  if (!listed || name.endsWith('content_type')) return [];
  return [
    validation(`${name} takes any value`, [`?${name}`], {
      source: 'inferred',
      layer: asked((values) => {
        const value = valueAt(values, path);
        const isScalar = typeof value === 'string' || typeof value === 'number';
        const isTaken = !isScalar || listed.map(String).includes(String(value));
        return isTaken ? values : (withValue(values, path, listed.at(0)) as Fields);
      }),
    }),
  ];
}

function longWindow(above: Path, { start, end, maxDays }: Window): Row {
  return validation(`a window of more than ${maxDays} days`, [`?${[...above, start].join('.')}=>max`], {
    source: 'inferred',
    layer: asked((values) => {
      const [from, to] = [valueAt(values, [...above, start]), valueAt(values, [...above, end])];
      const longest = Number(millis(to)) - maxDays * day;
      if (isMissing(from) || !(Number(millis(from)) < longest)) return values;
      return withValue(values, [...above, start], isDate(to) ? toGmt8(longest) : longest) as Fields;
    }),
  });
}

// A query writes milliseconds as a text, too.
const isDate = (time: unknown): time is string => typeof time === 'string' && time.includes('-');

const millis = (time: unknown): unknown => (isDate(time) ? fromGmt8(time) : time);
