import Ajv2020, { type SchemaObject } from 'ajv/dist/2020';
import { uncited } from './citations';
import type { Endpoint } from './endpoint';
import metaSchema from './endpoint.schema.json';
import { familyOf } from './gateways';
import { endpoint as load } from './load';
import samples from './samples.json';
import { violations } from './validate';
import type { Described } from './values';

// The meta-schema composes objects out of parts, which strictTypes and strictRequired cannot follow.
const meets = new Ajv2020({ strictTypes: false, strictRequired: false, allErrors: true }).compile(metaSchema);

/** Lists what is wrong with one endpoint file; `path` is relative to this folder, `file` what JSON.parse gave. */
export function problemsOf(path: string, file: unknown): string[] {
  if (!meets(file)) {
    return (meets.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  }
  const endpoint = load(file);
  return [
    ...(path === `${endpoint.id}.json` ? [] : [`/id ${endpoint.id} does not match its path ${path}`]),
    ...nodes(endpoint.request, '/request').flatMap(problemsOfSchema),
    ...nodes(endpoint.response, '/response').flatMap(problemsOfSchema),
    ...endpoint.examples.flatMap((example, index) =>
      faults(endpoint.response, example, `/examples/${index}`),
    ),
    ...numbering(endpoint.rules, 'R'),
    ...uncited(file, true),
    ...(JSON.stringify(file).includes('TODO') ? ['/ has a TODO: something is still to be written'] : []),
    ...envelope(endpoint),
  ];
}

/** Lists what is wrong among the endpoints: names or addresses that are taken twice, successors that nobody knows. */
export function problemsAmong(endpoints: readonly Endpoint[]): string[] {
  const ids = new Set(endpoints.map(({ id }) => id));
  return [
    ...twice(endpoints.map(({ operation }) => operation)),
    ...twice(endpoints.map(({ gateway, method, path }) => `${gateway} ${method} ${path}`)),
    ...endpoints
      .flatMap(({ docs }) => docs.successor ?? [])
      .filter((successor) => !ids.has(successor))
      .map((successor) => `${successor} is a successor without a file`),
  ];
}

/** Lists the samples printed elsewhere in the docs (`samples.json`, by the ids that `covers` takes) that break the schema of their field. */
export function problemsOfSamples(endpoints: readonly Endpoint[]): string[] {
  const fields = new Map(
    endpoints.flatMap(({ id, response }) => nodes(response, `${id}#`)).map(({ at, schema }) => [at, schema]),
  );
  return Object.entries(samples).flatMap(([id, values]) => {
    const at = id.replaceAll('[]', '/items').replaceAll('.', '/').replace('#', '#/');
    const schema = fields.get(at);
    if (!schema) return [`samples.json: ${id} is no field`];
    return values.flatMap((value: unknown) => faults(schema, value, `samples.json: ${id} ${String(value)}`));
  });
}

/** Lists the rules whose id breaks the sequence of `prefix`1, `prefix`2 and so on. */
export function numbering(rules: readonly { readonly id: string }[], prefix: string): string[] {
  return rules
    .map(({ id }, index) => ({ id, expected: `${prefix}${index + 1}` }))
    .filter(({ id, expected }) => id !== expected)
    .map(({ id, expected }) => `/rules ${id} stands where ${expected} belongs`);
}

type Node = Readonly<{ at: string; schema: Described }>;

function nodes(schema: Described, at: string): Node[] {
  const { items, properties = {} } = schema;
  const inner = Object.entries(properties).flatMap(([name, member]) => nodes(member, `${at}/${name}`));
  return [{ at, schema }, ...inner, ...(items ? nodes(items, `${at}/items`) : [])];
}

function problemsOfSchema({ at, schema }: Node): string[] {
  const { required = [], usual = [], facets = {}, properties = {} } = schema;
  return [
    ...names(schema)
      .filter((name) => !(name in properties))
      .map((name) => `${at} speaks of ${name}, which is not among its properties`),
    ...usual.filter((name) => required.includes(name)).map((name) => `${at} has ${name} in both lists`),
    ...Object.keys(facets)
      .filter((keyword) => !(keyword in schema))
      .map((keyword) => `${at} has a source of ${keyword}, which it does not say`),
    ...meaningless(schema).map((key) => `${at} gives a meaning to ${key}, which is not among its values`),
    ...['example', 'default']
      .filter((key) => key in schema)
      .flatMap((key) => faults(schema, schema[key], `${at}/${key}`)),
  ];
}

function meaningless({ enum: values, meanings }: Described): string[] {
  return values
    ? Object.keys(Object(meanings) as object).filter((key) => !values.map(String).includes(key))
    : [];
}

function names({ required = [], usual = [], windows = [], pairs }: Described): string[] {
  return [
    ...required,
    ...usual,
    ...windows.flatMap(({ start, end }) => [start, end]),
    ...(pairs?.between ?? []),
  ];
}

function faults(schema: SchemaObject, value: unknown, at: string): string[] {
  try {
    return violations(schema, value).map(({ path, message }) => `${at}: ${path} ${message}`);
  } catch (error) {
    return [`${at} cannot be checked: ${String(error)}`];
  }
}

const envelopes = {
  classic: { has: ['errcode'], lacks: ['request_id', 'sub_code'] },
  topapi: { has: ['errcode', 'request_id'], lacks: ['sub_code'] },
  v1: { has: [], lacks: ['errcode'] },
};

function envelope(endpoint: Endpoint): string[] {
  const { properties: fields = {} } = endpoint.response as Described;
  const { has, lacks } = envelopes[familyOf(endpoint)];
  return [
    ...has.filter((name) => !(name in fields)).map((name) => `/response lacks ${name}`),
    ...lacks.filter((name) => name in fields).map((name) => `/response has ${name}`),
  ];
}

function twice(values: readonly string[]): string[] {
  return values
    .filter((value, index) => values.indexOf(value) !== index)
    .map((value) => `${value} is taken twice`);
}
