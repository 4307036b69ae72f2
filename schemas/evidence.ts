import type { KnownError, Rule, Source } from './endpoint';
import { familyOf, gatewayFacts } from './gateways';
import { endpoints } from './index';

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

type Fact = readonly [id: string, source: Source | undefined];

/** The part of a schema that has sources. */
interface Node extends Readonly<Record<string, unknown>> {
  readonly type?: string;
  readonly source?: Source;
  readonly facets?: Readonly<Record<string, { readonly source: Source }>>;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly enum?: readonly unknown[];
  readonly commaSeparated?: { readonly maxItems?: number; readonly enum?: readonly string[] };
  readonly windows?: readonly { readonly start: string; readonly source: Source }[];
  readonly pairs?: Pairs;
}

interface Pairs {
  readonly between: readonly string[];
  readonly supported: readonly (readonly string[])[];
  readonly source: Source;
}

const upperLimits = ['maximum', 'maxItems', 'maxLength', 'truncatedAt'];
const lowerLimits = ['minimum', 'minItems'];

// Of two facts with one id the first counts.
const sources = new Map(
  [
    ...endpoints.flatMap((endpoint) => [
      ...ruleFacts(endpoint.id, endpoint.rules),
      // What the endpoint itself tells of a code comes before what its gateway does.
      ...errorFacts(endpoint.id, endpoint.errors),
      ...errorFacts(endpoint.id, familyErrors(familyOf(endpoint))),
      ...memberFacts(endpoint.request, `${endpoint.id}?`),
      ...memberFacts(endpoint.response, `${endpoint.id}#`),
    ]),
    ...ruleFacts('gateway', gatewayFacts.rules),
  ].reverse(),
);

function ruleFacts(of: string, rules: readonly Rule[]): Fact[] {
  return rules.map(({ id, source }) => [`${of}/${id}`, source]);
}

function familyErrors(family: string): readonly KnownError[] {
  return gatewayFacts.errors.filter((error) => error.family === family);
}

// Of several texts of one code the firmest counts.
function errorFacts(of: string, errors: readonly KnownError[]): Fact[] {
  const firmestFirst = [...errors].sort((a, b) => Number(isFirm(b.source)) - Number(isFirm(a.source)));
  return firmestFirst.map((error) => [`${of}!${codeOf(error)}`, error.source]);
}

function memberFacts(node: Node, above: string): Fact[] {
  const { properties = {}, windows = [], pairs } = node;
  return [
    ...windows.flatMap(({ start, source }) => both(`${above}${start}`, 'max', source)),
    ...(pairs ? pairFacts(pairs, above) : []),
    ...Object.entries(properties).flatMap(([name, member]) => facts(member, above + name)),
  ];
}

function facts(node: Node, id: string): Fact[] {
  const { items } = node;
  return [
    [id, node.source],
    ...valueFacts(node, id),
    // The values of a list of plain values carry its id.
    ...(items ? [...valueFacts(items, id), ...facts(items, `${id}[]`)] : []),
    ...memberFacts(node, `${id}.`),
  ];
}

function pairFacts({ between, supported, source }: Pairs, above: string): Fact[] {
  const id = above + between.join('/');
  return [
    [id, source],
    ...supported.flatMap((pair): Fact[] => [
      [`${id}=${pair.join('/')}`, source],
      [`${id}=${[...pair].reverse().join('/')}`, source],
    ]),
  ];
}

function valueFacts(node: Node, id: string): Fact[] {
  const { type, enum: values = [], commaSeparated: list } = node;
  const of = (keyword: string): Source | undefined => node.facets?.[keyword]?.source ?? node.source;
  const limits = (keywords: readonly string[], name: string): Fact[] =>
    keywords.filter((keyword) => keyword in node).flatMap((keyword) => both(id, name, of(keyword)));
  return [
    ...values.map((value): Fact => [`${id}=${String(value)}`, of('enum')]),
    ...(type === 'boolean' ? ['true', 'false'] : []).map((value): Fact => [`${id}=${value}`, of('type')]),
    ...(list?.enum ?? []).map((value): Fact => [`${id}=${value}`, of('commaSeparated')]),
    ...limits(upperLimits, 'max'),
    ...(list?.maxItems === undefined ? [] : both(id, 'max', of('commaSeparated'))),
    ...limits(lowerLimits, 'min'),
  ];
}

// At a limit and past it.
function both(id: string, name: string, source: Source | undefined): Fact[] {
  return [
    [`${id}=${name}`, source],
    [`${id}=${name === 'max' ? '>' : '<'}${name}`, source],
  ];
}
