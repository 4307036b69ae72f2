import { endpoints } from '../../schemas';
import { gatewayFacts } from '../../schemas/gateways';
import type { Rule, Source } from '../../schemas/endpoint';
import { sourceOf } from '../../schemas/evidence';

/** What an expectation claims of an endpoint, and what that rests on. */
export interface Claim {
  /** The endpoint, as in `blackboard/create`, or `gateway`. */
  readonly endpoint: string;
  /** The claim in a sentence: it stands in the finding of a tenant that answers otherwise. */
  readonly says: string;
  readonly source: Source;
}

/**
 * The claim behind an id in the words of `covers`.
 * @throws an Error when no fact of the endpoint files has that id: an expectation without a source is refused.
 */
export function claimOf(id: string): Claim {
  const source = sourceOf(id);
  if (source === undefined) throw new Error(`An expectation rests on ${id}, and there is no such fact.`);
  return { endpoint: endpointOf(id), says: ruleOf(id)?.fact ?? id, source };
}

/** Whether an id in the words of `covers` is that of a fact. */
export const isFact = (id: string): boolean => sourceOf(id) !== undefined;

const endpointOf = (id: string): string =>
  id.startsWith('gateway/') ? 'gateway' : (/^[a-z]+\/[a-z-]+/.exec(id)?.[0] ?? '');

function ruleOf(id: string): Rule | undefined {
  const [, endpoint = '', rule = ''] = /^(.*)\/([RG]\d+)$/.exec(id) ?? [];
  const rules =
    endpoint === 'gateway' ? gatewayFacts.rules : endpoints.find((one) => one.id === endpoint)?.rules;
  return rules?.find((one) => one.id === rule);
}

/**
 * The ids of the rules that a case names, from the titles of its blocks and its own: `R2: …` inside `hrm/queryonjob` is the rule
 * hrm/queryonjob/R2; rules of the gateways (G7) stand alone.
 */
export function rulesIn(titles: readonly string[]): string[] {
  const [outermost = ''] = titles;
  const rules = /^[RG]\d+(?:(?:, | and )[RG]\d+)*(?=:)/.exec(titles.at(-1) ?? '')?.[0] ?? '';
  return rules
    .split(/, | and /)
    .filter(Boolean)
    .map((rule) => (rule.startsWith('G') ? `gateway/${rule}` : `${outermost}/${rule}`));
}

/** What a case claims by the rules that its titles name. */
export const claimsIn = (titles: readonly string[]): Claim[] => rulesIn(titles).filter(isFact).map(claimOf);
