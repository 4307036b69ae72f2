import table from './page-words.json';

/** The languages of the page. */
export type Language = 'en' | 'zh';

/** The name of a fixed text of the page. */
export type Word = keyof typeof table;

/** Says a fixed text of the page in its language; `{count}` stands for a value, `{count|case|cases}` for one with its noun. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

const texts: Readonly<Record<string, Readonly<Record<Language, string>> | undefined>> = table;

/** Says texts in a language. Whatever cases, causes and findings say themselves stays as it was recorded. */
export function sayIn(language: Language): Say {
  return (word, values = {}) => {
    // What an older or newer run calls by a name that the table lacks is called by that name.
    const text = texts[word]?.[language] ?? word.replace(/^\w+\./, '');
    return text.replace(/\{(\w+)(?:\|(\w+)\|(\w+))?\}/g, (_, name: string, one = '', many = '') => {
      const value = String(values[name] ?? '');
      const noun: unknown = value === '1' ? one : many;
      return noun === '' ? value : `${value} ${String(noun)}`;
    });
  };
}

/** `3 of 9`, and `9` where all are shown. */
export const shownOf = (shown: number, all: number, say: Say): string =>
  shown === all ? String(all) : say('shownOf', { shown, all });
