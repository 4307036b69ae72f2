import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint } from './endpoint';
import { endpoint } from './load';

/** An endpoint file: where it is, relative to this folder, its JSON as it stands, and the same with references resolved. */
export interface EndpointFile {
  readonly path: string;
  readonly raw: unknown;
  readonly endpoint: Endpoint;
}

/** Reads every endpoint file of this folder, ordered by id. For generators and guards; code imports `schemas/index`. */
export function readEndpointFiles(): EndpointFile[] {
  return readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(__dirname, name)).map((file) => `${name}/${file}`))
    .filter((path) => path.endsWith('.json'))
    .map((path) => ({ path, raw: JSON.parse(readFileSync(join(__dirname, path), 'utf8')) as unknown }))
    .map(({ path, raw }) => ({ path, raw, endpoint: endpoint(raw) }))
    .sort((a, b) => (a.endpoint.id < b.endpoint.id ? -1 : 1));
}
