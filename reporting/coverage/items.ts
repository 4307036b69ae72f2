import { endpoints } from '../../schemas';
import type { Endpoint, KnownError, Rule } from '../../schemas/endpoint';
import { codeOf, factsIn, isFirm, type Fact } from '../../schemas/evidence';
import { familyOf, gatewayFacts, refusalCodes } from '../../schemas/gateways';
import { grantedScope } from '../../schemas/permission';
import { untestable } from '../../schemas/untestable';

/** What kinds of things the documentation promises, in the order of the page. */
export const kinds = [
  'operations',
  'request content types',
  'response content types',
  'parameters',
  'values and limits',
  'outcomes',
  'errors',
  'response fields',
  'rules',
  'flows',
] as const;

export type Kind = (typeof kinds)[number];

/** One thing that a case can cover. `id` is what `covers` calls it. */
export interface Item {
  readonly id: string;
  readonly kind: Kind;
  /** Why no case can cover it. */
  readonly untestable?: string;
}

/** Everything that the documentation of an endpoint promises. */
export function itemsOf(endpoint: Endpoint): Item[] {
  const { id } = endpoint;
  return unique([
    item('operations', id),
    ...bodyTypes(endpoint).map((type) => item('request content types', `${id} takes ${type}`)),
    item('response content types', `${id} answers application/json`),
    ...requestItems(endpoint),
    ...['accepted', 'refused'].map((outcome) => item('outcomes', `${id} ${outcome}`)),
    ...errorsOf(endpoint).map((error) => item('errors', `${id}!${codeOf(error)}`)),
    ...said(factsIn(endpoint.response, `${id}#`), 'member', 'response fields'),
    ...promised(endpoint.rules).map((rule) => ruleItem(`${id}/${rule.id}`, rule)),
  ]);
}

/** What the documentation promises of both gateways as a whole. */
export function gatewayItems(): Item[] {
  return promised(gatewayFacts.rules).map((rule) => ruleItem(`gateway/${rule.id}`, rule));
}

/** The ids of all rules, also of those that are no promise: a case may hold the service to what was inferred. */
export const ruleIds: ReadonlySet<string> = new Set([
  ...endpoints.flatMap(({ id, rules }) => rules.map((rule) => `${id}/${rule.id}`)),
  ...gatewayFacts.rules.map(({ id }) => `gateway/${id}`),
]);

function item(kind: Kind, id: string): Item {
  const reason = untestable(id);
  return { id, kind, ...(reason === undefined ? {} : { untestable: reason }) };
}

function ruleItem(id: string, { untestable: reason }: Rule): Item {
  return { id, kind: 'rules', ...(reason === undefined ? {} : { untestable: reason }) };
}

// What was inferred or assumed is no promise.
const promised = (rules: readonly Rule[]): Rule[] => rules.filter(({ source }) => isFirm(source));

function unique(items: readonly Item[]): Item[] {
  return [...new Map(items.map((each) => [each.id, each])).values()];
}

/** The media types that a body may be sent in; none where there is no body. */
function bodyTypes(endpoint: Endpoint): string[] {
  if (endpoint.method === 'GET') return [];
  return familyOf(endpoint) === 'topapi'
    ? ['application/json', 'application/x-www-form-urlencoded']
    : ['application/json'];
}

// Of the refusals of a whole gateway those that any caller of this endpoint can meet.
function errorsOf(endpoint: Endpoint): KnownError[] {
  const family = familyOf(endpoint);
  const { noToken, badToken, noPermission } = refusalCodes[family];
  const { required = [] } = endpoint.request as { required?: readonly string[] };
  const expected = [
    ...(endpoint.id.startsWith('token/') ? [] : [noToken, badToken]),
    ...(grantedScope(endpoint) === undefined ? [] : [noPermission]),
    ...(family === 'topapi' && required.length > 0 ? ['40'] : []),
  ];
  const ofGateway = gatewayFacts.errors.filter(
    (error) => error.family === family && isFirm(error.source) && expected.includes(codeOf(error)),
  );
  const own = endpoint.errors.filter(({ source }) => isFirm(source));
  return [...own, ...ofGateway];
}

function requestItems({ id, request }: Endpoint): Item[] {
  const facts = factsIn(request, `${id}?`);
  return [...said(facts, 'member', 'parameters'), ...said(facts, 'value', 'values and limits')];
}

const said = (facts: readonly Fact[], wanted: Fact['kind'], kind: Kind): Item[] =>
  facts.filter((fact) => fact.kind === wanted).map(({ id }) => item(kind, id));
