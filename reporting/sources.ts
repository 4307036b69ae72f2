import type { SchemaObject } from 'ajv';
import type { Endpoint, Source } from '../schemas/endpoint';
import type { GatewayFacts } from '../schemas/gateways';
import { sourceOf } from '../schemas/evidence';
import type { Case } from './records/cases';
import type { Recording } from './records/recording';

/** How many expectations come from where. `tenant-recorded` are those of the others that a recording of a real tenant confirms. */
export type Sources = Readonly<Record<Source | 'tenant-recorded', number>>;

/** Counts the expectations of all endpoint files and of the gateways by their source: parameters, fields, rules, errors, permissions. */
export function sourcesOf(
  endpoints: readonly Endpoint[],
  gateways: Pick<GatewayFacts, 'rules' | 'errors'>,
  recordings: readonly Recording[],
): Sources {
  const count = { documented: 0, observed: 0, inferred: 0, assumed: 0, 'tenant-recorded': 0 };
  const add = (sources: readonly Source[]): void => {
    for (const source of sources) count[source] += 1;
  };
  for (const { request, response, rules, errors, permission } of endpoints) {
    add([...sourcesIn(request), ...sourcesIn(response)]);
    add([...rules, ...errors, permission].map(({ source }) => source));
  }
  add([...gateways.rules, ...gateways.errors].map(({ source }) => source));
  for (const { by, fields, refusals } of recordings) {
    if (by === 'tenant')
      count['tenant-recorded'] += Object.keys(fields).length + Object.keys(refusals).length;
  }
  return count;
}

/** How many assertions of the cases that passed rested on which source; one that a case makes twice counts once. */
export function assertionsOf(cases: readonly Asserting[]): Readonly<Record<Source, number>> {
  const count = { documented: 0, observed: 0, 'tenant-recorded': 0, inferred: 0, assumed: 0 };
  for (const { status, asserted = [], claims = [] } of cases) {
    if (status !== 'passed') continue;
    for (const source of [...new Set(asserted)].map(sourceOf)) if (source !== undefined) count[source] += 1;
    for (const source of claims) count[source] += 1;
  }
  return count;
}

type Asserting = Pick<Case, 'status' | 'asserted' | 'claims'>;

function sourcesIn(schema: SchemaObject): Source[] {
  const { properties = {}, items } = schema as {
    properties?: Record<string, SchemaObject>;
    items?: SchemaObject;
  };
  const inner = [...Object.values(properties), ...(items ? [items] : [])];
  return inner.flatMap((member) => [
    ...('source' in member ? [member.source as Source] : []),
    ...sourcesIn(member),
  ]);
}
