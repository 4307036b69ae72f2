import type { Text } from './language';

/** The variables of a process, or of what is read in their place. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a variable is set to, without blanks around it. One that is set to nothing counts as not set: a copied .env.example has such lines. */
export function text(env: Environment, name: string): string | undefined {
  const given = env[name]?.trim();
  return given === '' ? undefined : given;
}

/** The choice that a variable names, or `fallback`; any other text is a problem. */
export function oneOf<const Choice extends string>(
  env: Environment,
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
  problems: Text[],
): Choice {
  const given = text(env, name) ?? fallback;
  const choice = choices.find((candidate) => candidate === given);
  if (choice === undefined) problems.push(isWrong(name, given, oneOfThese(choices)));
  return choice ?? fallback;
}

/** The whole number from 1 to 9999999 that a variable is set to, or `fallback`; any other text is a problem. */
export function count(env: Environment, name: string, fallback: number, problems: Text[]): number {
  const given = text(env, name);
  if (given === undefined) return fallback;
  if (/^[1-9]\d{0,6}$/.test(given)) return Number(given);
  problems.push(
    isWrong(name, given, { en: 'a whole number from 1 to 9999999', zh: ' 1 到 9999999 之间的整数' }),
  );
  return fallback;
}

/** What a variable is set to, if anything; a text that is not `what` is a problem. */
export function matching(
  env: Environment,
  name: string,
  pattern: RegExp,
  what: Text,
  problems: Text[],
): string | undefined {
  const given = text(env, name);
  if (given !== undefined && !pattern.test(given)) problems.push(isWrong(name, given, what));
  return given;
}

/** Whether a text is a date such as `2026-11-22`; what is no day of a calendar, such as 2026-02-30, is none. */
export const isDate = (given: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(given) &&
  !Number.isNaN(Date.parse(given)) &&
  new Date(given).toISOString().startsWith(given);

/** The problem of a variable that is not `what` it has to be. */
export const isWrong = (name: string, given: string | number, what: Text): Text => ({
  en: `${name} is '${given}': it has to be ${what.en}.`,
  zh: `${name} 的值是 '${given}'：应为${what.zh}。`,
});

const oneOfThese = (choices: readonly string[]): Text => ({
  en: `one of ${choices.join(', ')}`,
  zh: ` ${choices.join('、')} 之一`,
});
