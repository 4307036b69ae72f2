import { createHmac } from 'node:crypto';

const alphanumeric = '[A-Za-z0-9]';
// What stands before a word may be the end of an escape, as in %2C and \n.
const start = String.raw`(?:(?<!${alphanumeric})|(?<=%[0-9A-Fa-f]{2}|\\[bfnrt]))`;
const end = `(?!${alphanumeric})`;

/** How a pseudonym looks; the source of a regular expression. */
export const pseudonym = `person-[0-9a-f]{6}${end}`;

/** The people of a run, by their ids and names, and what each is called instead. */
export class Pseudonyms {
  readonly #key: string;
  readonly #people = new Map<string, string>();
  // Those who are no plain word, by every form in which a text may carry the id or name.
  readonly #forms = new Map<string, string>();
  #found: RegExp | undefined;

  /** @param key without it nobody can tell who is meant; whoever has the same one gives the same pseudonyms. */
  constructor(key: string) {
    this.#key = key;
  }

  /** The ids and names so far. */
  get people(): readonly string[] {
    return [...this.#people.keys()];
  }

  /**
   * From now on this id or name is replaced. A single character and a number of up to three digits are left: they would be found everywhere.
   * @returns whether it is replaced and was not known before.
   */
  add(person: string): boolean {
    if (/^(?:.|\d{1,3})?$/su.test(person) || this.#people.has(person)) return false;
    const instead = `person-${createHmac('sha256', this.#key).update(person).digest('hex').slice(0, 6)}`;
    this.#people.set(person, instead);
    if (isWord.test(person)) return true;
    for (const form of formsOf(person)) this.#forms.set(form, instead);
    this.#found = undefined;
    return true;
  }

  /** `text` in which each person, standing as a word of its own, has a pseudonym; what `kept` finds (a regular expression) stays. */
  replaceIn(text: string, kept: string): string {
    // One expression for all who are no plain word: there may be hundreds. Words, of which there may be many thousands, are looked up.
    this.#found ??= new RegExp([kept, ...this.#expressions()].join('|'), 'g');
    const named = text.replace(this.#found, (part) => this.#forms.get(part) ?? part);
    return named.replace(new RegExp(`${kept}|${alphanumeric}+`, 'g'), this.#inWord);
  }

  // A word may begin with the end of an escape.
  readonly #inWord = (word: string, offset: number, text: string): string => {
    const person = this.#people.get(word);
    if (person !== undefined) return person;
    const [escape = ''] = escapes[text.charAt(offset - 1)]?.exec(word) ?? [];
    const instead = this.#people.get(word.slice(escape.length));
    return instead === undefined ? word : escape + instead;
  };

  // The end of a name in another script is an end of the word, whatever follows.
  #expressions(): string[] {
    const people = this.people
      .filter((person) => !isWord.test(person))
      .sort((one, other) => other.length - one.length);
    const expressions = edges.map(({ first, last, before, after }) => {
      const alike = people.filter((person) => first.test(person) && last.test(person));
      const forms = alike.flatMap(formsOf).map(literally);
      return forms.length === 0 ? [] : [`${before}(?:${forms.join('|')})${after}`];
    });
    return expressions.flat();
  }
}

const isWord = new RegExp(`^${alphanumeric}+$`);

const escapes: Readonly<Record<string, RegExp>> = { '%': /^[0-9A-Fa-f]{2}/, '\\': /^[bfnrt]/ };

const edges = [
  { first: /^[A-Za-z0-9]/, before: start },
  { first: /^[^A-Za-z0-9]/, before: '' },
].flatMap((begin) => [
  { ...begin, last: /[A-Za-z0-9]$/, after: end },
  { ...begin, last: /[^A-Za-z0-9]$/, after: '' },
]);

function formsOf(person: string): string[] {
  const inForm = new URLSearchParams({ person }).toString().slice('person='.length);
  return [person, encodeURIComponent(person), inForm, JSON.stringify(person).slice(1, -1)];
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
