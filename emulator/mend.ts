import type { Described } from '../schemas/values';
import type { Call } from './call';
import { isRecord } from './call';
import type { Tenant } from './tenant';

/** Where a value stands: the call that holds it, its name, and whether it is inside an object. */
interface Place {
  readonly call: Call;
  readonly name: string;
  readonly isNested: boolean;
}

type Mend = (value: unknown, schema: Described, place: Place) => unknown;

/**
 * Makes a value fit its schema where the tenant's choices say that what does not fit is cut, clamped, read or left out rather than
 * refused; undefined takes it as absent. What still does not fit is refused afterwards.
 */
export function mended(value: unknown, schema: Described, place: Place): unknown {
  const mend = mends[String(schema.type)];
  return mend ? mend(value, schema, place) : value;
}

const mends: Readonly<Record<string, Mend>> = {
  string: text,
  integer,
  boolean: (value, _, { call: { tenant } }) =>
    typeof value === 'boolean' || tenant.choice('input/flag') === 'refused'
      ? value
      : [1, '1', 'true'].includes(value as string),
  array: (value, { maxItems = Infinity, items = {} }, place) => {
    const list = asList(value, place.call.tenant);
    if (!Array.isArray(list)) return list;
    const isCut =
      list.length > maxItems && place.call.tenant.choice('blackboard/too-many-receivers') === 'cut';
    return (isCut ? list.slice(0, maxItems) : list).map((item) =>
      mended(item, items, { ...place, isNested: true }),
    );
  },
  object,
};

function text(value: unknown, schema: Described, { call, isNested }: Place): unknown {
  const { tenant } = call;
  const read = asText(value, tenant, isNested);
  if (typeof read !== 'string') return read;
  if (schema.commaSeparated) return commaSeparated(read, schema.commaSeparated, tenant);
  const isLong = Array.from(read).length > (schema.maxLength ?? Infinity);
  if (isLong && tenant.choice('ai/long-url') === 'cut')
    return Array.from(read).slice(0, schema.maxLength).join('');
  return listed(read, schema, call);
}

function asText(value: unknown, tenant: Tenant, isNested: boolean): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') {
    const how = tenant.choice(isNested ? 'input/nested-number-for-text' : 'input/number-for-text');
    return how === 'digits' ? String(value) : value;
  }
  return typeof value === 'object' && value !== null ? textOf(value, tenant, isNested) : value;
}

function textOf(value: object, tenant: Tenant, isNested: boolean): unknown {
  const how = tenant.choice(isNested ? 'input/nested-object-for-text' : 'input/object-for-text');
  if (how === 'refused') return value;
  return how === 'text' ? JSON.stringify(value) : undefined;
}

function commaSeparated(
  value: string,
  { maxItems = Infinity, enum: allowed }: NonNullable<Described['commaSeparated']>,
  tenant: Tenant,
): string {
  const isBare = tenant.choice('input/brackets') === 'dropped';
  const items = listItems(isBare ? value.replace(/^\[|\]$/g, '') : value, tenant);
  const many = tenant.choice(allowed ? 'hrm/too-many-statuses' : 'checkin/too-many-people');
  const some = many === 'cut' ? items.slice(0, maxItems) : items;
  const isStrict = !allowed || tenant.choice('hrm/unknown-status') === 'refused';
  return (isStrict ? some : some.filter((item) => allowed.includes(item))).join(',');
}

/** Splits a comma-separated list, as DingTalk writes lists of plain values at the top level. */
export function listItems(list: string, { choice }: Tenant): string[] {
  const items = list.split(',');
  return choice('input/comma-spaces') === 'ignored' ? items.map((item) => item.trim()) : items;
}

// A text that is not among those of the page is the first of them, where such a one is taken.
function listed(value: string, schema: Described, { endpoint: { id }, tenant }: Call): string {
  const [first] = schema.enum ?? [];
  if (typeof first !== 'string' || schema.enum?.includes(value)) return value;
  const taken = id === 'ai/ocr' ? tenant.choice('ai/unknown-type') : tenant.choice('report/content-type');
  return taken === 'taken' ? first : value;
}

function integer(value: unknown, schema: Described, place: Place): unknown {
  const { tenant, endpoint } = place.call;
  const read = asNumber(value, place);
  if (typeof read !== 'number') return read;
  const whole = tenant.choice('input/fraction') === 'floored' ? Math.floor(read) : read;
  const [first] = schema.enum ?? [];
  if (first !== undefined && !schema.enum?.includes(whole)) return isTaken(place) ? first : whole;
  return clamped(whole, schema, endpoint.id, place);
}

function asNumber(value: unknown, { call: { tenant }, isNested }: Place): unknown {
  if (typeof value !== 'string') return value;
  const isDigits = /^-?\d+$/.test(value);
  if (isNested)
    return isDigits && tenant.choice('input/nested-text-for-number') === 'read' ? Number(value) : value;
  const how = tenant.choice('input/text-for-number');
  if (isDigits || how === 'refused') return value;
  return how === 'zero' ? 0 : undefined;
}

// A number that is not among those of the page is the first of them, where such a one is taken.
function isTaken({ call: { tenant }, name, isNested }: Place): boolean {
  if (name === 'private_level') return tenant.choice('blackboard/unknown-level') === 'taken';
  return tenant.choice(isNested ? 'report/field-type' : 'report/people-type') === 'taken';
}

// Documented: the SDK or the page names the limits of these, and what is said when they are broken.
const strict = ['hrm/queryonjob', 'hrm/dismissions'];

function clamped(
  value: number,
  { minimum, maximum = Infinity }: Described,
  endpoint: string,
  { call: { tenant }, name }: Place,
): number {
  const product = endpoint.split('/')[0];
  if (strict.includes(endpoint) || !isPaged(product)) return value;
  const isMost = tenant.choice(`${product}/above-most`) === 'clamped';
  const isLeast = tenant.choice(`${product}/below-least`) === 'clamped';
  const most = isMost ? Math.min(value, maximum) : value;
  return isLeast ? Math.max(most, minimum ?? leastOf(name)) : most;
}

const paged = ['blackboard', 'report', 'hrm', 'checkin'] as const;

const isPaged = (product: string | undefined): product is (typeof paged)[number] =>
  paged.some((each) => each === product);

function leastOf(name: string): number {
  if (/^(size|page_size|page)$/.test(name)) return 1;
  return /^(offset|cursor)$/.test(name) ? 0 : -Infinity;
}

function asList(value: unknown, tenant: Tenant): unknown {
  const how = tenant.choice('input/text-for-list');
  if (typeof value !== 'string' || value.trim() === '' || how === 'refused') return value;
  return how === 'one' ? [value] : value.split(',');
}

function object(value: unknown, { properties = {}, required = [] }: Described, place: Place): unknown {
  const { tenant } = place.call;
  if (!isRecord(value))
    return !place.isNested && tenant.choice('input/other-for-object') === '40' ? undefined : value;
  const given = Object.entries(value)
    .filter(([, member]) => member !== null || tenant.choice('input/nested-null') === 'refused')
    .map(([name, member]): [string, unknown] => [
      name,
      mended(member, properties[name] ?? {}, { ...place, name, isNested: true }),
    ]);
  const members = Object.fromEntries(given.filter(([, member]) => member !== undefined));
  const spared = sparedOf(tenant, place.call.endpoint.id);
  const absent = required.filter((name) => !(name in members) && name in spared);
  return { ...members, ...Object.fromEntries(absent.map((name) => [name, spared[name]])) };
}

/** What required members of an object count as where the tenant does not insist on them. */
function sparedOf({ choice }: Tenant, endpoint: string): Readonly<Record<string, unknown>> {
  if (endpoint.startsWith('blackboard/')) {
    return {
      ...(choice('blackboard/words-left-out') === 'taken' && { title: '', content: '' }),
      ...(choice('blackboard/no-receivers') === 'nobody' && { blackboard_receiver: {} }),
    };
  }
  return {
    ...(choice('report/switches-left-out') === 'taken' && { to_chat: false, dd_from: '' }),
    ...(choice('report/form-left-out') === 'taken' && { type: 1, content_type: 'markdown', content: '' }),
  };
}
