import type { KnownError, Rule, Source } from './endpoint';
import { familyOf, gatewayFacts } from './gateways';
import { endpoints } from './index';
import { groupsOf, valuesOf, type Described } from './values';

/** Whether a source backs a failure on any tenant: something printed or recorded, and not what we make of it. */
export function isFirm(source: Source): boolean {
  return source !== 'inferred' && source !== 'assumed';
}

/**
 * The source of a fact by the id that `covers` takes: `blackboard/create/R4`, `gateway/G13`, `report/create!33012`,
 * `blackboard/get#result.title`, `report/list?size=>max`. An element may be named too: `blackboard/listids#result[]`.
 * @returns undefined for what no file tells of.
 */
export function sourceOf(id: string): Source | undefined {
  return sources.get(id);
}

/** `88/40014`, `40`, `badRequest`: as the client and the reports write the code of a refusal. */
export function codeOf({ errcode, subCode, code }: KnownError): string {
  if (code !== undefined) return code;
  return [String(errcode), ...(subCode === undefined ? [] : [subCode])].join('/');
}

/** Something that the docs say of a request or an answer, under the id that `covers` takes. */
export interface Fact {
  readonly id: string;
  readonly source: Source | undefined;
  /** A member at any depth; one of its values or limits; several members together; an element of a list of plain values. */
  readonly kind: 'member' | 'value' | 'group' | 'element';
}

// Of two facts with one id the first counts.
const sources = new Map(
  [
    ...endpoints.flatMap((endpoint) => [
      ...ruleFacts(endpoint.id, endpoint.rules),
      // What the endpoint itself tells of a code comes before what its gateway does.
      ...errorFacts(endpoint.id, endpoint.errors),
      ...errorFacts(endpoint.id, familyErrors(familyOf(endpoint))),
      ...sourcesIn(endpoint.request, `${endpoint.id}?`),
      ...sourcesIn(endpoint.response, `${endpoint.id}#`),
    ]),
    ...ruleFacts('gateway', gatewayFacts.rules),
  ].reverse(),
);

function ruleFacts(of: string, rules: readonly Rule[]): [string, Source][] {
  return rules.map(({ id, source }) => [`${of}/${id}`, source]);
}

function familyErrors(family: string): readonly KnownError[] {
  return gatewayFacts.errors.filter((error) => error.family === family);
}

// Of several texts of one code the firmest counts.
function errorFacts(of: string, errors: readonly KnownError[]): [string, Source][] {
  const firmestFirst = [...errors].sort((a, b) => Number(isFirm(b.source)) - Number(isFirm(a.source)));
  return firmestFirst.map((error) => [`${of}!${codeOf(error)}`, error.source]);
}

function sourcesIn(schema: Described, above: string): [string, Source | undefined][] {
  return factsIn(schema, above).map(({ id, source }) => [id, source]);
}

/** Everything that the schema of a request or an answer says, at every depth, under ids that begin with `above`: `report/list?`. */
export function factsIn(schema: Described, above: string): Fact[] {
  const { properties = {}, pairs } = schema;
  return [
    ...groupsOf(schema).map(({ name, label, source }): Fact => ({
      id: above + name + label,
      source,
      kind: 'value',
    })),
    ...(pairs ? [{ id: above + pairs.between.join('/'), source: pairs.source, kind: 'group' } as const] : []),
    ...Object.entries(properties).flatMap(([name, member]) => factsOf(member, above + name, 'member')),
  ];
}

function factsOf(schema: Described, id: string, kind: Fact['kind']): Fact[] {
  const { items, source } = schema;
  // The values of a list of plain values carry its id.
  const values = [schema, ...(items ? [items] : [])].flatMap(valuesOf);
  return [
    { id, source, kind },
    ...values.map((value): Fact => ({
      id: id + value.label,
      source: value.source,
      kind: kind === 'member' ? 'value' : kind,
    })),
    ...(items ? factsOf(items, `${id}[]`, 'element') : []),
    ...factsIn(schema, `${id}.`),
  ];
}
