/** The part of a schema that says where lists are. */
interface Node extends Readonly<Record<string, unknown>> {
  readonly usual?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/**
 * An answer as the cases read it: a list that is left out, null or empty is the same empty list, and so is what only holds lists; any other
 * member that is null is left out (inferred: no source tells the two apart).
 * @param schema that of the answer.
 */
export function withEmptyLists(schema: Node, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withEmptyLists(schema.items ?? {}, item));
  if (typeof value !== 'object' || value === null) return value;
  const { properties = {}, usual = [] } = schema;
  const shown = Object.entries(value)
    .filter(([, member]) => member !== null)
    .map(([name, member]) => [name, withEmptyLists(properties[name] ?? {}, member)] as const);
  const there = new Set(shown.map(([name]) => name));
  const empty = usual.filter((name) => !there.has(name)).flatMap((name) => emptyOf(name, properties[name]));
  return Object.fromEntries([...shown, ...empty]);
}

function emptyOf(name: string, schema: Node = {}): (readonly [string, unknown])[] {
  if (schema.type === 'array') return [[name, []]];
  return schema.type === 'object' ? [[name, withEmptyLists(schema, {})]] : [];
}
