import { endpoints } from '../../../schemas';
import { isFirm, sourceOf } from '../../../schemas/evidence';
import type { Source } from '../../../schemas/endpoint';
import { gatewayFacts } from '../../../schemas/gateways';
import type { JudgedCall } from '../judge-call';

/** A promise that a call, or several calls together, broke. */
export interface Wrong {
  /** The fact that says so, in the ids of `npm run coverage`: `blackboard/delete/R5`. */
  readonly promise: string;
  /** What is wrong, without values: the same for every call with which it is. */
  readonly what: string;
  readonly expected?: unknown;
  readonly got?: unknown;
  /** The calls that show it, the guilty one last. */
  readonly calls: readonly JudgedCall[];
}

/** What is wrong with a call by itself, without the calls around it. */
export type Fault = Omit<Wrong, 'calls'>;

/** Where a promise comes from; what no endpoint file tells of is inferred. */
export const sourceOfPromise = (promise: string): Source => sourceOf(promise) ?? 'inferred';

/** What the sources say, by the id of a rule such as `blackboard/delete/R5`, with the kind of source; undefined for what is no rule. */
export function ruleTextOf(promise: string): string | undefined {
  const [, of = '', rule] = /^(.+)\/([A-Z]\d+)$/.exec(promise) ?? [];
  const rules = of === 'gateway' ? gatewayFacts.rules : endpoints.find(({ id }) => id === of)?.rules;
  const fact = rules?.find(({ id }) => id === rule)?.fact;
  return fact === undefined ? undefined : `${fact} (${sourceOfPromise(promise)}, ${promise})`;
}

/** Whether a promise has to hold on any tenant; with `strict` every one has. */
export const isBinding = (promise: string, strict: boolean): boolean =>
  strict || isFirm(sourceOfPromise(promise));

/** When the answer to a call had come, in epoch milliseconds. */
export const endOf = ({ exchange: { startedAt, durationMs } }: JudgedCall): number => startedAt + durationMs;

/** Whether a call was answered with a success. */
export const isSuccess = ({ body, code }: JudgedCall): boolean => body !== undefined && code === undefined;
