import { oneOf, text, type Environment } from './variables';

/** The languages that commands speak to their user in. */
const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** A text in each of them. */
export type Text = Readonly<Record<Language, string>>;

/** The language of the user: SUITE_LANG, or else that of the terminal (LC_ALL, LANG), which is English unless it is Chinese. What SUITE_LANG must not be is added to `problems`. */
export function readLanguage(env: Environment, problems: string[] = []): Language {
  const terminal = text(env, 'LC_ALL') ?? text(env, 'LANG') ?? '';
  return oneOf(env, 'SUITE_LANG', languages, /^zh/i.test(terminal) ? 'zh' : 'en', problems);
}
