import type { Endpoint } from './endpoint';
import envelope from './envelope.json';

const reference = /^\.\.\/envelope\.json#\/\$defs\/(\w+)$/;

/** Takes an endpoint file as it was read and returns it with the references into `envelope.json` resolved. */
export function endpoint<Request = unknown, Response = unknown>(file: unknown): Endpoint<Request, Response> {
  return resolve(file) as Endpoint<Request, Response>;
}

function resolve(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolve);
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value) return definition(String(value.$ref));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, resolve(member)]));
}

function definition(ref: string): unknown {
  const name = reference.exec(ref)?.[1] ?? '';
  const definitions: Record<string, unknown> = envelope.$defs;
  if (!(name in definitions)) throw new Error(`schemas/envelope.json has no definition for ${ref}`);
  return definitions[name];
}
