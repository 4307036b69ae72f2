import type { Layer } from '../call';
import type { Answer, Choice } from './choice';
import { aiChoices } from './ai';
import { blackboardReadingChoices } from './blackboard-reading';
import { blackboardWritingChoices } from './blackboard-writing';
import { checkinChoices } from './checkin';
import { fieldChoices } from './fields';
import { gatewayChoices } from './gateway';
import { hrmChoices } from './hrm';
import { inputChoices } from './input';
import { reportReadingChoices } from './report-reading';
import { reportWritingChoices } from './report-writing';
import { tokenChoices } from './tokens';

export type { Choice } from './choice';

// The layers of the first stand outside those of the last.
const table = [
  ...tokenChoices,
  ...blackboardWritingChoices,
  ...blackboardReadingChoices,
  ...reportWritingChoices,
  ...reportReadingChoices,
  ...hrmChoices,
  ...checkinChoices,
  ...aiChoices,
  ...inputChoices,
  ...gatewayChoices,
  ...fieldChoices,
] as const;

type Entry = (typeof table)[number];

/** The id of a choice: what it is about and its subject, such as `token/form`. */
export type ChoiceId = Entry['id'];

/** The ids of the answers to one question. */
export type AnswerId<Id extends ChoiceId> = Extract<Entry, { id: Id }>['answers'][number]['id'];

/** Tells which answer a tenant gives to a question. */
export type Choose = <Id extends ChoiceId>(id: Id) => AnswerId<Id>;

/** Answers by the id of their choice; what is not named is answered as by default. */
export type Chosen = Readonly<Record<string, string>>;

/** Every question that the sources leave open, with its legal answers, the tenant's own first. */
export const choices: readonly Choice[] = table;

/** The answers of one tenant. */
export interface Answers {
  readonly choose: Choose;
  /** What stands around a tenant that answers so. */
  readonly layers: readonly Layer[];
  /** Whether one of the answers says that a tenant breaks this promise of an endpoint file, written `keyword path`. */
  readonly allows: (promise: string) => boolean;
}

/**
 * The answers of a tenant to all questions, made for one tenant, since a layer may remember.
 * @throws an Error that says what there is when a choice or an answer is unknown.
 */
export function answersOf(chosen: Chosen = {}): Answers {
  const unknown = Object.keys(chosen).find((id) => !choices.some((choice) => choice.id === id));
  if (unknown !== undefined)
    throw new Error(`There is no choice '${unknown}'; they stand in emulator/README.md.`);
  const given = new Map<string, Answer>(
    choices.map((choice) => [choice.id, answerTo(choice, chosen[choice.id])]),
  );
  const answers = [...given.values()];
  return {
    // The compiler cannot know that the answer is one of its choice.
    choose: ((id: string) => given.get(id)?.id) as Choose,
    layers: answers.flatMap(({ layer }) => (layer ? [layer()] : [])),
    allows: (promise) => answers.some(({ unlike }) => unlike?.test(promise)),
  };
}

function answerTo({ id, answers }: Choice, answer: string = answers[0].id): Answer {
  const found = answers.find((each) => each.id === answer);
  if (found) return found;
  throw new Error(
    `'${id}' has no answer '${answer}'; there are: ${answers.map((each) => each.id).join(', ')}.`,
  );
}

/**
 * Reads answers as they stand on a command line, `choice=answer` each.
 * @throws an Error when one has no equals sign.
 */
export function readChosen(texts: readonly string[]): Chosen {
  return Object.fromEntries(
    texts.map((text) => {
      const [id, answer, ...more] = text.split('=');
      if (id === undefined || answer === undefined || more.length > 0)
        throw new Error(`'${text}' is not CHOICE=ANSWER.`);
      return [id, answer];
    }),
  );
}
