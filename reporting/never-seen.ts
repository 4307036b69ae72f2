import type { SchemaObject } from 'ajv';
import type { Exchange } from '../client/exchange';
import type { Endpoint } from '../schemas/endpoint';
import { successesOf, valuesAt } from './records/answered';

/** The documented fields that no success of an endpoint had. */
export interface NeverSeen {
  readonly endpoint: string;
  /** How many successes were looked at; at least one. */
  readonly successes: number;
  readonly fields: readonly string[];
}

/** What the docs promise and the run never saw, of each endpoint that succeeded at least once. */
export function neverSeen(endpoints: readonly Endpoint[], exchanges: readonly Exchange[]): NeverSeen[] {
  return endpoints.flatMap(({ id, response }) => {
    const bodies = successesOf(id, exchanges);
    const fields = fieldsOf(response, '').filter((path) => !bodies.some((body) => isThere(body, path)));
    return bodies.length === 0 || fields.length === 0
      ? []
      : [{ endpoint: id, successes: bodies.length, fields }];
  });
}

const isThere = (body: unknown, path: string): boolean =>
  valuesAt(body, path).some((value) => value !== undefined);

/** The paths of all fields of a schema, such as `result.data_list[].remark`. */
function fieldsOf(schema: SchemaObject, above: string): string[] {
  const { properties = {} } = schema as {
    properties?: Record<string, SchemaObject & { items?: SchemaObject }>;
  };
  return Object.entries(properties).flatMap(([name, member]) => [
    above + name,
    ...fieldsOf(member, `${above}${name}.`),
    ...(member.items ? fieldsOf(member.items, `${above}${name}[].`) : []),
  ]);
}
