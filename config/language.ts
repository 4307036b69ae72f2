import { oneOf, text, type Environment } from './variables';

/** The languages that commands speak to their user in. */
const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** A text in each of them. What is printed is chosen where it is printed; records and what programs read are English. */
export type Text = Readonly<Record<Language, string>>;

/** The language of the user: SUITE_LANG, or else that of the terminal (LC_ALL, LANG), which is English unless it is Chinese. What SUITE_LANG must not be is added to `problems`. */
export function readLanguage(env: Environment, problems: Text[] = []): Language {
  const terminal = text(env, 'LC_ALL') ?? text(env, 'LANG') ?? '';
  return oneOf(env, 'SUITE_LANG', languages, /^zh/i.test(terminal) ? 'zh' : 'en', problems);
}

/** A text that is the same in every language, such as an id or what a tenant has answered. */
export const same = (text: string): Text => ({ en: text, zh: text });

/** The text that `say` makes in each language, of parts that are texts themselves. */
export const inEach = (say: (language: Language) => string): Text => ({ en: say('en'), zh: say('zh') });

/** Texts one after the other, by default as the clauses of one sentence. */
export const joined = (texts: readonly Text[], between: Text = { en: '; ', zh: '；' }): Text =>
  inEach((language) => texts.map((each) => each[language]).join(between[language]));

/** What is said of something, behind its name, which is the same in every language. */
export const labelled = (name: string, { en, zh }: Text): Text => ({
  ...{ en: `${name}: ${en}`, zh: `${name}：${zh}` },
});

/** A text with blanks up to so many columns of a terminal, of which a Chinese character takes two. */
export const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - text.replaceAll(/[\u3000-\uffee]/g, '__').length));

/** A value whose texts are in one language. */
export type Told<Value> = Value extends Text
  ? string
  : Value extends object
    ? { [Key in keyof Value]: Told<Value[Key]> }
    : Value;

/** The same value with every text in it in one language. */
export function told<Value>(value: Value, language: Language): Told<Value> {
  return toldOf(value, language) as Told<Value>;
}

function toldOf(value: unknown, language: Language): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => toldOf(each, language));
  if (languages.every((each) => each in value)) return (value as Text)[language];
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toldOf(each, language)]));
}

/** An error that is told to the user; its message, which records keep, is the English one. */
export class UserError extends Error {
  constructor(readonly says: Text) {
    super(says.en);
  }
}

const notAllowed: Text = { en: 'this user may not write there', zh: '当前用户没有写权限' };

/** What keeps a file or a folder from being read or written, by the code of the error. */
const fileTroubles: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'there is no such file or folder', zh: '没有这个文件或文件夹' },
  EISDIR: { en: 'it is a folder, and a file is needed', zh: '它是文件夹，这里需要文件' },
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: { en: 'it is on a disk that can only be read', zh: '所在磁盘是只读的' },
  ENOSPC: { en: 'no space is left there', zh: '磁盘空间已满' },
  EDQUOT: { en: "this user's space is used up", zh: '当前用户的磁盘配额已用完' },
  ENOTDIR: { en: 'a part of that path is a file', zh: '路径中有一段是文件' },
  EEXIST: { en: 'a file or a dead link is in the way', zh: '被同名文件或失效的链接占用' },
  ENAMETOOLONG: { en: 'that name is too long', zh: '名称过长' },
};

/** Why a file or a folder cannot be read or written, without its path; undefined for any other error. */
export const fileTrouble = (error: unknown): Text | undefined =>
  fileTroubles[(error as NodeJS.ErrnoException | undefined)?.code ?? ''];

/** What the user is told of an error: of one that was not made for that, its message. */
export function errorText(error: unknown): Text {
  if (error instanceof UserError) return error.says;
  const { path } = (error ?? {}) as NodeJS.ErrnoException;
  const trouble = fileTrouble(error);
  if (trouble && path !== undefined) return { en: `${path}: ${trouble.en}.`, zh: `${path}：${trouble.zh}。` };
  return same(error instanceof Error ? error.message : String(error));
}
