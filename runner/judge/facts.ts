import { endpoints } from '../../schemas';
import { gatewayFacts } from '../../schemas/gateways';
import { sourceOfPromise } from './rules/rule';

/** What the sources say, by the id of a rule such as `blackboard/delete/R5`, with the kind of source; undefined for what is no rule. */
export function ruleTextOf(promise: string): string | undefined {
  const [, of = '', rule] = /^(.+)\/([A-Z]\d+)$/.exec(promise) ?? [];
  const rules = of === 'gateway' ? gatewayFacts.rules : endpoints.find(({ id }) => id === of)?.rules;
  const fact = rules?.find(({ id }) => id === rule)?.fact;
  return fact === undefined ? undefined : `${fact} (${sourceOfPromise(promise)}, ${promise})`;
}
