/** What an endpoint file says of a value that a printed sample shows: its type, the value as the example, what every one has as required. */
export interface SampledField {
  readonly type: string;
  readonly source: 'documented';
  readonly example?: unknown;
  readonly personal?: true;
  readonly commaSeparated?: object;
  readonly items?: SampledField;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly properties?: Readonly<Record<string, SampledField>>;
}

const source = 'documented';

/**
 * Reads an object from samples of it, which are alike. Null tells no type, so it is taken for a text.
 * @param isClosed whether it has the shown members and no others, as in an answer.
 */
export function sampledObjects(samples: readonly object[], isClosed: boolean): SampledField {
  const sample = Object.assign({}, ...samples) as object;
  const members = Object.entries(sample).map(([name, value]): [string, SampledField] => {
    const field = sampledField(value, isClosed);
    if (field.type !== 'string') return [name, field];
    // The guard of endpoint files knows these; of other personal fields only the reader of the page does.
    const personal = /user_?id$/i.test(name) && { personal: true as const };
    // A list that is written as a text has its items between commas.
    return [name, { ...field, ...personal, ...(name.endsWith('_list') && { commaSeparated: {} }) }];
  });
  return {
    type: 'object',
    ...(isClosed ? { additionalProperties: false } : {}),
    required: Object.keys(sample).filter((name) => samples.every((each) => name in each)),
    properties: Object.fromEntries(members),
    source,
  };
}

// Of a list, from all its entries together.
function sampledField(value: unknown, isClosed: boolean): SampledField {
  if (Array.isArray(value)) {
    const entries = value.filter(isObject);
    const items = entries.length > 0 ? sampledObjects(entries, isClosed) : sampledField(value[0], isClosed);
    return { type: 'array', items, source };
  }
  if (isObject(value)) return sampledObjects([value], isClosed);
  return { type: typeOf(value), ...(value === null ? {} : { example: value }), source };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typeOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}
