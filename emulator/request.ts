import type { Endpoint } from '../schemas/endpoint';
import { violations, type Violation } from '../schemas/validate';
import type { Described } from '../schemas/values';
import { isRecord, type Call } from './call';
import type { Gateway, Parameters } from './gateways';
import { listItems, mended } from './mend';
import { badParameter } from './refusal';

/**
 * Reads the parameters of a call and checks them against the endpoint's schema. Throws the family's refusal for the
 * first one that is missing or unusable. Members that the schema does not know are left in and ignored (observed).
 */
export function acceptedRequest(gateway: Gateway, call: Call): Record<string, unknown> {
  const schema: Described = call.endpoint.request;
  const parameters = readParameters(schema, call, gateway.parameters(call));
  const required = schema.required ?? [];
  const missing = required.filter((name) => !(name in parameters));
  const named = call.tenant.choice('gateway/first-missing') === 'first' ? missing[0] : missing.at(-1);
  if (named !== undefined) throw gateway.missing(named, call);
  for (const [name, parameter] of Object.entries(schema.properties ?? {})) {
    if (name in parameters)
      checkParameter(gateway, call, { name, required: required.includes(name) }, parameter, parameters[name]);
  }
  return parameters;
}

function readParameters(
  schema: Described,
  call: Call,
  { values, textual }: Parameters,
): Record<string, unknown> {
  const present = Object.entries(values).filter(([name, value]) => !isAbsent(schema, call, name, value));
  const read = present.map(([name, value]): [string, unknown] => {
    const parameter = schema.properties?.[name] ?? {};
    const plain = converted(parameter, value, textual);
    return [name, plain === null ? null : mended(plain, parameter, { call, name, isNested: false })];
  });
  const named = Object.fromEntries(read.filter(([, value]) => value !== undefined));
  const isOfNobody =
    call.endpoint.id === 'report/getunreadcount' && call.tenant.choice('report/unread-of-nobody') === 'none';
  return isOfNobody ? { userid: '', ...named } : named;
}

// Documented by the SDK for a required parameter: null is absent, and so is a blank text. For others it is a choice.
function isAbsent({ required = [] }: Described, call: Call, name: string, value: unknown): boolean {
  const isRequired = required.includes(name);
  if (value === null) return isRequired || call.tenant.choice('input/null') === 'absent';
  return typeof value === 'string' && value.trim() === '' && isBlankAbsent(call, isRequired);
}

function isBlankAbsent({ endpoint, tenant: { choice } }: Call, isRequired: boolean): boolean {
  if (endpoint.id === 'token/get') return choice('token/blank') === 'missing';
  if (endpoint.id === 'token/access-token') return choice('token/v1-blank') === 'missing';
  return isRequired || choice('input/blank-optional') === 'absent';
}

function converted({ type = '' }: Described, value: unknown, textual: boolean): unknown {
  if (type === 'integer') return asNumber(value);
  return type === 'string' ? value : withReportNumbers(textual ? asJson(String(value)) : value);
}

// Observed: the official SDK sends every top-level number as text.
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
  call: Call,
  { name, required }: Named,
  schema: Described,
  value: unknown,
): void {
  const [first] = violations(schema, value).filter((violation) => !isTaken(call, violation));
  if (first && isNested(schema, first)) throw badParameter(`${name}${first.path} ${first.message}`);
  if (first) throw gateway.invalid(name, call, { required, isOfType: first.keyword !== 'type' });
  if (!fitsList(schema, value, call)) throw gateway.invalid(name, call, { required, isOfType: true });
}

function isTaken({ tenant }: Call, { keyword }: Violation): boolean {
  return keyword === 'maxItems' && tenant.choice('blackboard/too-many-receivers') === 'taken';
}

function isNested({ type }: Described, { path }: Violation): boolean {
  return type === 'object' && path !== '/';
}

function fitsList({ commaSeparated }: Described, value: unknown, { tenant }: Call): boolean {
  if (!commaSeparated || value === '') return true;
  const { maxItems = Infinity, enum: allowed } = commaSeparated;
  const items = listItems(String(value), tenant);
  return items.length <= maxItems && items.every((item) => allowed?.includes(item) ?? true);
}

/** Whether calls to an endpoint carry a token: all but those that fetch one. */
export function needsToken({ id }: Endpoint): boolean {
  return !id.startsWith('token/');
}
