import type { Source } from '../../schemas/endpoint';
import { nextNames } from '../../schemas/paging';

/** What an endpoint file says of a value that a printed sample shows: its type, the value as the example, what every one has as required, but for what begins the next page. */
export interface SampledField {
  readonly type: string;
  readonly source: Source;
  readonly cite?: string;
  readonly example?: unknown;
  readonly personal?: true;
  readonly commaSeparated?: object;
  readonly items?: SampledField;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly properties?: Readonly<Record<string, SampledField>>;
}

/** Where a sample comes from, and whether what it shows has these members and no others, as an answer has. */
export interface Sampled {
  readonly origin: Origin;
  readonly isClosed: boolean;
}

/** The page of the endpoint, or what a key of `schemas/citations.json` names. */
export interface Origin {
  readonly source: Source;
  readonly cite?: string;
}

/** Reads an object from samples of it, which are alike. Null tells no type, so it is taken for a text. */
export function sampledObjects(samples: readonly object[], sampled: Sampled): SampledField {
  const { origin, isClosed } = sampled;
  const sample = Object.assign({}, ...samples) as object;
  const members = Object.entries(sample).map(([name, value]): [string, SampledField] => {
    const field = sampledField(value, sampled);
    if (field.type !== 'string') return [name, field];
    // The guard of endpoint files knows these; of other personal fields only the reader of the page does.
    const personal = /user_?id$/i.test(name) && { personal: true as const };
    // A list that is written as a text has its items between commas.
    return [name, { ...field, ...personal, ...(name.endsWith('_list') && { commaSeparated: {} }) }];
  });
  return {
    type: 'object',
    ...(isClosed ? { additionalProperties: false } : {}),
    required: Object.keys(sample).filter((name) => samples.every((each) => name in each) && !isNext(name)),
    properties: Object.fromEntries(members),
    ...origin,
  };
}

// The last page names no next one, and the first is asked for without.
const isNext = (name: string): boolean => nextNames.some((next) => next === name);

// Of a list, from all its entries together.
function sampledField(value: unknown, sampled: Sampled): SampledField {
  const { origin } = sampled;
  if (Array.isArray(value)) {
    const entries = value.filter(isObject);
    const items = entries.length > 0 ? sampledObjects(entries, sampled) : sampledField(value[0], sampled);
    return { type: 'array', items, ...origin };
  }
  if (isObject(value)) return sampledObjects([value], sampled);
  return { type: typeOf(value), ...(value === null ? {} : { example: value }), ...origin };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typeOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}
