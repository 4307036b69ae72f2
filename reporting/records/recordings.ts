import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaObject } from 'ajv';
import type { Endpoint } from '../../schemas/endpoint';
import { codeOf } from '../../schemas/evidence';
import { familyOf, gatewayFacts } from '../../schemas/gateways';
import type { Recording } from './recording';
import { root } from '../../config/root';

/** Where the recordings of this project are: a file for each endpoint that was ever recorded. */
export const recordingsFolder = join(root, 'recordings');

/** The recordings in `folder`; none when nobody has recorded yet. */
export function readRecordings(folder = recordingsFolder): Recording[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recording);
}

/** Where a recording speaks against the endpoint file, or tells of what the file does not know, each with its place. */
export function contradicted(endpoint: Endpoint, { fields, refusals }: Recording): string[] {
  return [
    ...Object.entries(fields).flatMap(([path, { types }]) => fieldProblems(endpoint, path, types)),
    ...Object.keys(refusals)
      .filter((code) => !isKnown(endpoint, code))
      .map((code) => `${endpoint.id}: the refusal ${code} was recorded, and no source knows it`),
  ];
}

function fieldProblems({ id, response }: Endpoint, path: string, types: readonly string[]): string[] {
  const schema = path.split('.').reduce<SchemaObject | undefined>(memberOf, response);
  if (!schema) return [`${id}: ${path} was recorded, and the schema does not know it`];
  const { type } = schema as { type: string | string[] };
  const allowed = [type].flat();
  return types
    .filter((each) => !allowed.includes(each) && !(each === 'integer' && allowed.includes('number')))
    .map((each) => `${id}: ${path} was recorded as ${each}, and the schema says ${allowed.join(' or ')}`);
}

function memberOf(schema: SchemaObject | undefined, step: string): SchemaObject | undefined {
  const { properties = {} } = (schema ?? {}) as { properties?: Record<string, SchemaObject> };
  const member = properties[step.replace('[]', '')] as (SchemaObject & { items?: SchemaObject }) | undefined;
  return step.endsWith('[]') ? member?.items : member;
}

// Whether a code is wrapped in 88 is the gateway's business, so the one inside counts.
function isKnown(endpoint: Endpoint, code: string): boolean {
  const gateway = gatewayFacts.errors.filter(({ family }) => family === familyOf(endpoint));
  const known = [...endpoint.errors, ...gateway].map((error) => innermost(codeOf(error)));
  const inner = innermost(code);
  return known.includes(inner) || inner in gatewayFacts.catalogue.meanings;
}

const innermost = (code: string): string => code.replace(/^.*\//, '');
