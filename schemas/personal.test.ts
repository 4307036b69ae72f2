import { endpoints } from './index';
import type { Described } from './values';

interface Field {
  readonly path: string;
  readonly schema: Described;
}

const telling = /(?:user_?id|staff_?id|user_?name|creator_(?:id|name)|author)(?:_?list)?$/i;

function fieldsOf({ properties = {}, items }: Described, path: string): Field[] {
  const members = Object.entries(properties).map(([name, member]) => ({
    path: `${path}.${name}`,
    schema: member,
  }));
  const below = [...members, ...(items ? [{ path, schema: items }] : [])];
  return [...members, ...below.flatMap((field) => fieldsOf(field.schema, field.path))];
}

const people = endpoints
  .flatMap(({ id, response }) => fieldsOf(response, id))
  .filter(({ path, schema }) => telling.test(path) && schema.type !== 'object');

describe('Fields whose names tell of people', () => {
  it('are many', () => {
    expect(people.length).toBeGreaterThan(12);
  });

  it.each(people)('$path is marked as personal', ({ schema }) => {
    expect(schema.personal).toBe(true);
  });
});
