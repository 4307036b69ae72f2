import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { faultsOf, schema, type Fault, type Row } from './fault';
import { answered, field, type Fields } from './layers';
import { fieldsOf, type FieldPlace } from './places';

const others: Readonly<Record<string, readonly [what: string, change: (value: unknown) => unknown]>> = {
  string: ['a number', () => 7],
  integer: ['a text', String],
  boolean: ['a text', String],
  array: ['an object', (list) => ({ ...(list as object) })],
  object: ['a list', (object) => [object]],
};

// Texts that look like numbers, or could: a careless service writes them as such.
const digits = /(id|code|sort|type|cursor|itude|url)(\[\])?$/i;

// What every answer of a gateway carries is settled by its being there at all.
const envelope = ['errcode', 'success', 'request_id'];

const camel = (name: string): string =>
  name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Every documented field that is missing or null, and of another type; and the names of every answer in another spelling. */
export const faults: readonly Fault[] = endpoints.flatMap((endpoint) =>
  faultsOf(endpoint.id, [
    ...fieldsOf(endpoint)
      .filter(({ name }) => name !== 'errcode' && name !== 'success')
      .flatMap((place) => [absent(place), ...ofAnotherType(place)]),
    ...respelt(endpoint),
  ]),
);

function absent({ name, required, promise }: FieldPlace): Row {
  return schema(`${name} ${required ? 'is left out' : 'is null'}`, [promise], {
    // What the docs do not show in every answer may be null, for no source tells null from nothing.
    source: required ? 'documented' : 'inferred',
    layer: field(name, (value) => (required || value === undefined ? undefined : null)),
  });
}

function ofAnotherType({ name, type, source, promise }: FieldPlace): Row[] {
  const other = others[type];
  if (!other || envelope.includes(name) || (type === 'string' && !digits.test(name))) return [];
  const [what, change] = other;
  return [
    schema(`${name} is ${what}`, [promise], {
      source,
      layer: field(name, (value) => (value === undefined ? value : change(value))),
    }),
  ];
}

// The generations of the API differ in this: the older one writes with underscores, the newer one with capitals.
function respelt(endpoint: Endpoint): Row[] {
  const [spelling, spell] =
    endpoint.gateway === 'oapi' ? (['camel', camel] as const) : (['snake', snake] as const);
  const changed = fieldsOf(endpoint).filter(({ name }) => !envelope.includes(name) && spell(name) !== name);
  if (changed.length === 0) return [];
  return [
    schema(
      `the names of its fields in ${spelling} case`,
      changed.map(({ promise }) => promise),
      { layer: answered((body) => spelt(body, spell) as Fields) },
    ),
  ];
}

function spelt(value: unknown, spell: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => spelt(each, spell));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      envelope.includes(name) ? name : spell(name),
      spelt(member, spell),
    ]),
  );
}
