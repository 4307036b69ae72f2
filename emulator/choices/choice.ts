import type { Layer } from '../call';

/** One way of answering a question that the sources leave open. */
export interface Answer {
  readonly id: string;
  /** What the tenant does, in a sentence. */
  readonly what: string;
  /** What stands around the tenant that answers so; without one the rules of the tenant ask for the answer. */
  readonly layer?: () => Layer;
  /** What the endpoint files promise and this answer does not keep, as `keyword path`; for the tenant's check of its own answers. */
  readonly unlike?: RegExp;
}

/**
 * A question about DingTalk that documentation and recordings leave open. Each answer is legal: no documented or observed fact
 * speaks against it. The first is what the embedded tenant does unless it is told otherwise.
 */
export interface Choice {
  /** The product, the family or what all have, and its subject: `report/order`, `topapi/get`, `input/null`. */
  readonly id: string;
  readonly question: string;
  /** Where the sources leave it open. */
  readonly open: string;
  readonly answers: readonly [Answer, Answer, ...Answer[]];
}

/** A choice as a row of its list. The types know its id and those of its answers. */
export const choice = <const Id extends string, const Answers extends Choice['answers']>(
  id: Id,
  question: string,
  given: Pick<Choice, 'open'> & { readonly answers: Answers },
) => ({ id, question, ...given });

/** An answer; where its id says what the tenant does, that is enough. */
export const answer = <const Id extends string>(
  id: Id,
  what: string = id,
  more: Pick<Answer, 'layer' | 'unlike'> = {},
) => ({ id, what, ...more });
