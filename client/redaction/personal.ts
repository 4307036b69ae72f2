import type { SchemaObject } from 'ajv';

type Personal = SchemaObject & {
  readonly personal?: true;
  readonly items?: Personal;
  readonly properties?: Readonly<Record<string, Personal>>;
};

/** The ids and names of people in an answer: the texts of the fields that its schema marks as personal, each once. */
export function peopleIn(response: SchemaObject, body: string): string[] {
  try {
    return [...new Set(textsIn(response, JSON.parse(body) as unknown))];
  } catch {
    return [];
  }
}

function textsIn(schema: Personal, value: unknown): string[] {
  if (schema.personal) return [value].flat().filter((each): each is string => typeof each === 'string');
  const { items, properties = {} } = schema;
  if (Array.isArray(value)) return items ? value.flatMap((each) => textsIn(items, each)) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(properties).flatMap(([name, member]) =>
    textsIn(member, Reflect.get(value, name) as unknown),
  );
}
