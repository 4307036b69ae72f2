import type { Endpoint } from '../schemas/endpoint';
import { violations, type Violation } from '../schemas/validate';
import { isRecord, type Call } from './call';
import type { Gateway, Parameters } from './gateways';
import { badParameter } from './refusal';

/** The part of a parameter's schema that reading it needs. */
interface ParameterSchema {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ParameterSchema>>;
  readonly commaSeparated?: { readonly maxItems?: number; readonly enum?: readonly string[] };
}

/** The schema of a whole request. */
interface RequestSchema extends ParameterSchema {
  readonly properties: Readonly<Record<string, ParameterSchema>>;
}

/**
 * Reads the parameters of a call and checks them against the endpoint's schema. Throws the family's refusal for the
 * first one that is missing or unusable. Members that the schema does not know are left in and ignored (observed).
 */
export function acceptedRequest(gateway: Gateway, call: Call): Record<string, unknown> {
  const schema = parameterSchema(call.endpoint);
  const parameters = readParameters(schema, gateway.parameters(call));
  const required = schema.required ?? [];
  const missing = required.find((name) => !(name in parameters));
  if (missing !== undefined) throw gateway.missing(missing);
  for (const [name, parameter] of Object.entries(schema.properties)) {
    if (name in parameters)
      checkParameter(gateway, { name, required: required.includes(name) }, parameter, parameters[name]);
  }
  return parameters;
}

// Ajv's type of a schema has no known members; the guard of the endpoint files sees to it that these are there.
function parameterSchema({ request }: Endpoint): RequestSchema {
  return request as object as RequestSchema;
}

// Assumed: null counts as absent, and so does a blank text, also for a parameter that is not required.
function readParameters(schema: RequestSchema, { values, textual }: Parameters): Record<string, unknown> {
  const present = Object.entries(values).filter(([, value]) => !isBlank(value));
  return Object.fromEntries(
    present.map(([name, value]) => [name, converted(schema.properties[name], value, textual)]),
  );
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function converted(schema: ParameterSchema | undefined, value: unknown, textual: boolean): unknown {
  const convert = converters[schema?.type ?? ''];
  if (convert) return convert(value);
  return withReportNumbers(textual ? asJson(String(value)) : value);
}

// Observed: the official SDK sends every top-level number as text.
const converters: Readonly<Record<string, (value: unknown) => unknown>> = {
  integer: asNumber,
  // Assumed: the reverse works as well, since a form cannot tell a number from its text.
  string: (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
};

function asNumber(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

// Observed: sort and type of a report's contents may be texts, although other nested members may not.
function withReportNumbers(value: unknown): unknown {
  if (!isRecord(value) || !Array.isArray(value.contents)) return value;
  const contents = value.contents.map((content: unknown) => {
    if (!isRecord(content)) return content;
    const { sort, type } = content;
    return {
      ...content,
      ...('sort' in content && { sort: asNumber(sort) }),
      ...('type' in content && { type: asNumber(type) }),
    };
  });
  return { ...value, contents };
}

interface Named {
  readonly name: string;
  readonly required: boolean;
}

// Assumed: what is wrong inside an object is found by the service, which answers 400002, not by the gateway.
function checkParameter(
  gateway: Gateway,
  { name, required }: Named,
  schema: ParameterSchema,
  value: unknown,
): void {
  const [first] = violations(schema, value);
  if (first && !isNested(schema, first)) throw gateway.invalid(name, required);
  if (first) throw badParameter(`${name}${first.path} ${first.message}`);
  if (!fitsList(schema, value)) throw gateway.invalid(name, required);
}

function isNested({ type }: ParameterSchema, { path }: Violation): boolean {
  return type === 'object' && path !== '/';
}

function fitsList({ commaSeparated }: ParameterSchema, value: unknown): boolean {
  if (!commaSeparated) return true;
  const { maxItems = Infinity, enum: allowed } = commaSeparated;
  const items = listItems(String(value));
  return items.length <= maxItems && items.every((item) => allowed?.includes(item) ?? true);
}

/** Splits a comma-separated list, as DingTalk writes lists of plain values at the top level. */
export function listItems(text: string): string[] {
  return text.split(',').map((item) => item.trim());
}

/** Whether calls to an endpoint carry a token: all but those that fetch one. */
export function needsToken({ id }: Endpoint): boolean {
  return !id.startsWith('token/');
}
