import type { Call, Reply } from '../../emulator/call';
import {
  parametersOf,
  valueAt,
  withoutValue,
  withValue,
  type ParameterSchema,
} from '../../fixtures/generated-places';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { familyOf } from '../../schemas/gateways';
import { untestable } from '../../schemas/untestable';
import { around, asked, valuesOf, withValues, type Fault } from './fault';
import { parameterPlaces, type ParameterPlace } from './parameter-places';
import { careless } from './derived-defaults';

type Fields = Record<string, unknown>;

// Needed, whatever the table of parameters says: the errors name a wrong one (contradiction "required flags").
const needed = ['operationUserId', 'blackboardId'];

const plain = ['string', 'integer', 'number', 'boolean'];

/** Requests that the docs allow and a tenant refuses, and values of a wrong type that it takes; derived from the endpoint files. */
export const faults: readonly Fault[] = endpoints.flatMap((endpoint) => [
  ...parameterPlaces(parametersOf(endpoint))
    .filter(({ name }) => untestable(`${endpoint.id}?${name}`) === undefined)
    .flatMap((place) => [
      ...notChecked(endpoint, place),
      ...refusedValues(endpoint, place),
      ...(place.required || needed.includes(place.name)
        ? []
        : [refusedWhenGiven(endpoint, place), refusedWithout(endpoint, place)]),
    ]),
  ...ofEncodings(endpoint),
]);

// A careless tenant passes over what it cannot read, or takes something of its own for it.
function notChecked({ id, method }: Endpoint, { path, name, schema, required }: ParameterPlace): Fault[] {
  const type = schema.type ?? '';
  // A query knows texts only.
  if (!plain.includes(type) || (method === 'GET' && type === 'string')) return [];
  const layer = asked(id, (values, { tenant }) => {
    if (!isOfAnotherType(type, valueAt(values, path))) return values;
    const own = schema.enum?.[0] ?? careless(String(path.at(-1)), tenant);
    return (required ? withValue(values, path, own) : withoutValue(values, path)) as Fields;
  });
  const breaks = `${name} is of type ${type}`;
  return [
    {
      id: `${id}: ${name} is not checked for its type`,
      class: 'validation',
      breaks,
      promises: [`${id}?${name}`],
      source: 'inferred',
      layer,
    },
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

function refusedValues({ id }: Endpoint, { path, name, schema }: ParameterPlace): Fault[] {
  const { enum: listed = [], minimum, maximum, commaSeparated } = schema as ParameterSchema & Listed;
  const of = (label: string, value: unknown, text: string): Fault => ({
    id: `${id}: refuses ${name} where it is ${text}`,
    class: 'validation',
    breaks: `${name} may be ${text}`,
    promises: [`${id}?${name}=${label}`],
    // One picture stands for every kind of document: a service that finds no invoice in it may say so.
    ...(id === 'ai/ocr' && { source: 'inferred' as const }),
    layer: refusing(id, (values) => String(valueAt(values, path)) === String(value)),
  });
  return [
    ...[...listed, ...(commaSeparated?.enum ?? [])].map((value) => of(String(value), value, String(value))),
    ...(maximum === undefined ? [] : [of('max', maximum, `at its maximum, ${maximum}`)]),
    ...(minimum === undefined ? [] : [of('min', minimum, `at its minimum, ${minimum}`)]),
  ];
}

function refusedWhenGiven({ id }: Endpoint, { path, name }: ParameterPlace): Fault {
  return {
    id: `${id}: refuses ${name}`,
    class: 'validation',
    breaks: `${name} may be given`,
    promises: [`${id}?${name}`],
    layer: refusing(id, (values) => valueAt(values, path) !== undefined),
  };
}

function refusedWithout({ id }: Endpoint, { path, name }: ParameterPlace): Fault {
  return {
    id: `${id}: ${name} is required`,
    class: 'validation',
    breaks: `${name} is optional`,
    promises: [`${id}?${name}`, `${id} accepted`],
    layer: refusing(
      id,
      (values) => valueAt(values, path.slice(0, -1)) !== undefined && valueAt(values, path) === undefined,
    ),
  };
}

/** Refuses what the tenant would take: it is made to look at a request that nobody could take. */
function refusing(id: string, when: (values: Fields, call: Call) => boolean): Fault['layer'] {
  return around(id, (endpoint, call, next): Promise<Reply> =>
    next(when(valuesOf(call), call) ? withValues(call, { ...token(call), ...unusable(endpoint) }) : call),
  );
}

// The token of a classic GET stands among its parameters.
const token = ({ query: { access_token } }: Call): Fields =>
  access_token === undefined ? {} : { access_token };

function unusable({ method, request }: Endpoint): Fields {
  const { properties = {} } = request as ParameterSchema;
  const names = Object.entries(properties);
  if (method === 'GET') {
    return Object.fromEntries(names.flatMap(([name, { type }]) => (type === 'integer' ? [[name, 'x']] : [])));
  }
  return Object.fromEntries(names.map(([name, { type }]) => [name, type === 'object' ? 1 : {}]));
}

function ofEncodings(endpoint: Endpoint): Fault[] {
  if (familyOf(endpoint) !== 'topapi') return [];
  const { id, request } = endpoint;
  const { properties = {} } = request as ParameterSchema;
  const numbers = Object.keys(properties).filter((name) => properties[name]?.type === 'integer');
  return [
    {
      id: `${id}: does not read a form`,
      class: 'validation',
      breaks: 'topapi accepts a form body',
      promises: [`${id} takes application/x-www-form-urlencoded`, 'gateway/G13'],
      layer: refusing(id, (_, { body }) => body.kind === 'form'),
    },
    ...(numbers.length === 0 ? [] : [textsRefused(id, numbers)]),
  ];
}

function textsRefused(id: string, numbers: readonly string[]): Fault {
  return {
    id: `${id}: refuses numbers that come as texts`,
    class: 'validation',
    breaks: 'a scalar at the top level may be sent as a string',
    promises: ['gateway/G14'],
    layer: refusing(
      id,
      (values, { body }) =>
        body.kind === 'json' && numbers.some((name) => /^\d+$/.test(asText(values[name]))),
    ),
  };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
