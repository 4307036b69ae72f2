import { UserError, type Text } from '../../config/language';

/** An option of a command: what its help says of it, and how its value is read. */
export interface Option<Value> {
  readonly says: Text;
  /** What it takes, such as `<n>`; a flag takes nothing. */
  readonly takes?: string;
  /** What stands in its place when it is not given, for the help. */
  readonly fallback?: string;
  /** Reads what was given, in order; nothing was where the list is empty. @throws Misused */
  readonly read: (given: readonly string[]) => Value;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values of options, by their names. */
export type Values<Of extends Options> = {
  readonly [Name in keyof Of]: Of[Name] extends Option<infer Value> ? Value : never;
};

/** What is wrong with a value, as the end of the sentence `--days is 'x': it …`. */
export class Misused extends UserError {}

/** An option that is there or not. */
export const flag = (says: Text): Option<boolean> => ({ says, read: (given) => given.length > 0 });

/** An option that takes any text; the last one counts. */
export const word = (takes: string, says: Text): Option<string | undefined> => ({
  says,
  takes: `<${takes}>`,
  read: (given) => given.at(-1),
});

/** An option that may be given any number of times. */
export const words = (takes: string, says: Text, fallback: readonly string[] = []): Option<string[]> => ({
  says,
  takes: `<${takes}>`,
  ...(fallback.length > 0 ? { fallback: fallback.join(' ') } : {}),
  read: (given) => [...(given.length > 0 ? given : fallback)],
});

/** An option that takes a whole number within bounds. */
export const whole = (bounds: Bounds, fallback: number, says: Text): Option<number> => ({
  says,
  takes: '<n>',
  fallback: String(fallback),
  read: (given) => wholeIn(given.at(-1) ?? String(fallback), bounds),
});

/** An option that takes one of several words. */
export const oneOf = <const Choice extends string, Fallback extends Choice | undefined>(
  choices: readonly Choice[],
  fallback: Fallback,
  says: Text,
): Option<Choice | Fallback> => ({
  says,
  takes: `<${choices.join('|')}>`,
  ...(fallback === undefined ? {} : { fallback }),
  read: (given) => {
    const word = given.at(-1);
    return word === undefined ? fallback : choiceIn(word, choices);
  },
});

type Bounds = readonly [least: number, most: number];

/** The whole number that a text is. @throws Misused where it is none, or out of bounds. */
function wholeIn(text: string, [least, most]: Bounds): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
  throw new Misused({
    en: `has to be a whole number from ${least} to ${most}`,
    zh: `应为 ${least} 到 ${most} 之间的整数`,
  });
}

/** The one of several words that a text is. @throws Misused where it is none of them. */
function choiceIn<const Choice extends string>(text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  const list = choices.join(', ');
  throw new Misused({ en: `has to be one of ${list}`, zh: `应为以下之一：${list}` });
}
