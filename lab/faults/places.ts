import type { Endpoint, Source } from '../../schemas/endpoint';
import { untestable } from '../../schemas/untestable';
import type { Described } from '../../schemas/values';

/** Where one field stands in a success. */
export interface FieldPlace {
  /** As the docs write it: `result.data_list[].report_id`; an element of plain values as `result[]`. */
  readonly name: string;
  /** Its JSON type, and where that comes from. */
  readonly type: string;
  readonly source: Source;
  /** Whether it is there whenever what holds it is. */
  readonly required: boolean;
  /** What `npm run coverage` calls it; an element goes by its list. */
  readonly promise: string;
}

/** Every documented field of an endpoint's success that a call can show, at every depth, and the elements of lists of plain values. */
export function fieldsOf({ id, response }: Endpoint): FieldPlace[] {
  return membersOf(response, [])
    .map((place) => ({ ...place, promise: `${id}#${place.name.replace(/\[\]$/, '')}` }))
    .filter(({ promise }) => untestable(promise) === undefined);
}

type Found = Omit<FieldPlace, 'promise'>;

function membersOf({ properties = {}, required = [] }: Described, above: readonly string[]): Found[] {
  return Object.entries(properties).flatMap(([name, schema]) =>
    placeOf(schema, [...above, name], required.includes(name)),
  );
}

function placeOf(schema: Described, path: readonly string[], required: boolean): Found[] {
  const { type, items, facets, source = 'documented' } = schema;
  const typed = { required, source: facets?.type?.source ?? source };
  // What may be of several types is left out: hardly a value is wrong there.
  const own = typeof type === 'string' ? [{ name: nameOf(path), type, ...typed }] : [];
  const inside = [...path, '[]'];
  if (!items) return [...own, ...membersOf(schema, path)];
  const elements = items.properties ? membersOf(items, inside) : placeOf(items, inside, false);
  return [...own, ...elements];
}

const nameOf = (path: readonly string[]): string => path.join('.').replaceAll('.[]', '[]');
