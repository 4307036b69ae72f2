import {
  parametersOf,
  valueAt,
  withoutValue,
  withValue,
  type ParameterSchema,
  type Place,
} from '../../fixtures/generated-places';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { familyOf } from '../../schemas/gateways';
import { untestable } from '../../schemas/untestable';
import { careless } from './careless';
import { faultsOf, validation, type Fault, type Row } from './fault';
import { asked, refusing, type Fields } from './layers';
import { parameterPlaces } from './parameter-places';

// Needed, whatever the table of parameters says: the errors name a wrong one (contradiction "required flags").
const needed = ['operationUserId', 'blackboardId'];

const plain = ['string', 'integer', 'number', 'boolean'];

/** Requests that the docs allow and a tenant refuses, and values of a wrong type that it takes; derived from the endpoint files. */
export const faults: readonly Fault[] = endpoints.flatMap((endpoint) =>
  faultsOf(endpoint.id, [
    ...parameterPlaces(parametersOf(endpoint))
      .filter(({ name }) => untestable(`${endpoint.id}?${name}`) === undefined)
      .flatMap((place) => [
        ...notChecked(endpoint, place),
        ...refusedValues(endpoint, place),
        ...(place.required || needed.includes(place.name) ? [] : refusedOptional(place)),
      ]),
    ...ofEncodings(endpoint),
  ]),
);

// A careless tenant passes over what it cannot read, or takes something of its own for it.
function notChecked(endpoint: Endpoint, { path, name, schema, required }: Place): Row[] {
  const type = schema.type ?? '';
  // A query knows texts only.
  if (!plain.includes(type) || (endpoint.method === 'GET' && type === 'string')) return [];
  return [
    validation(`${name} is not checked for its type`, [`?${name}`], {
      source: 'inferred',
      layer: asked((values, { tenant }) => {
        if (!isOfAnotherType(type, valueAt(values, path))) return values;
        const own = schema.enum?.[0] ?? careless(endpoint, path, tenant);
        return (required ? withValue(values, path, own) : withoutValue(values, path)) as Fields;
      }),
    }),
  ];
}

function isOfAnotherType(type: string, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'object') return true;
  return type === 'integer' && !/^\s*(-?\d+)?\s*$/.test(JSON.stringify(value).replaceAll('"', ''));
}

interface Listed {
  readonly commaSeparated?: { readonly enum?: readonly string[] };
}

function refusedValues({ id }: Endpoint, { path, name, schema }: Place): Row[] {
  const { enum: listed = [], minimum, maximum, commaSeparated } = schema as ParameterSchema & Listed;
  const of = (label: string, value: unknown, text: string): Row =>
    validation(`refuses ${name} where it is ${text}`, [`?${name}=${label}`], {
      // One picture stands for every kind of document: a service that finds no invoice in it may say so.
      ...(id === 'ai/ocr' && { source: 'inferred' as const }),
      layer: refusing((values) => String(valueAt(values, path)) === String(value)),
    });
  return [
    ...[...listed, ...(commaSeparated?.enum ?? [])].map((value) => of(String(value), value, String(value))),
    ...(maximum === undefined ? [] : [of('max', maximum, `at its maximum, ${maximum}`)]),
    ...(minimum === undefined ? [] : [of('min', minimum, `at its minimum, ${minimum}`)]),
  ];
}

function refusedOptional({ path, name }: Place): Row[] {
  return [
    validation(`refuses ${name}`, [`?${name}`], {
      layer: refusing((values) => valueAt(values, path) !== undefined),
    }),
    validation(`${name} is required`, [`?${name}`, 'accepted'], {
      layer: refusing(
        (values) => valueAt(values, path.slice(0, -1)) !== undefined && valueAt(values, path) === undefined,
      ),
    }),
  ];
}

function ofEncodings(endpoint: Endpoint): Row[] {
  if (familyOf(endpoint) !== 'topapi') return [];
  const { properties = {} } = parametersOf(endpoint);
  const numbers = Object.keys(properties).filter((name) => properties[name]?.type === 'integer');
  const form = validation('does not read a form', ['takes application/x-www-form-urlencoded', 'G13'], {
    layer: refusing((_, { body }) => body.kind === 'form'),
  });
  const texts = validation('refuses numbers that come as texts', ['G14'], {
    layer: refusing(
      (values, { body }) => body.kind === 'json' && numbers.some((name) => isDigits(values[name])),
    ),
  });
  return numbers.length === 0 ? [form] : [form, texts];
}

const isDigits = (value: unknown): boolean => typeof value === 'string' && /^\d+$/.test(value);
