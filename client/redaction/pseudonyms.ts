import { createHmac } from 'node:crypto';

const alphanumeric = '[A-Za-z0-9]';
// What stands before a word may be the end of an escape, as in %2C and \n.
const start = new RegExp(String.raw`(?:(?<!${alphanumeric})|(?<=%[0-9A-Fa-f]{2}|\\[bfnrt]))`, 'y');
const end = `(?!${alphanumeric})`;
const character = new RegExp(`^${alphanumeric}$`);

/** How a pseudonym looks; the source of a regular expression. */
export const pseudonym = `person-[0-9a-f]{6}${end}`;

/** One way in which a text may carry an id or a name, and what stands there instead. */
interface Form {
  readonly instead: string;
  /** Whether the person begins, and ends, like a word of which it may be no part. */
  readonly isBegun: boolean;
  readonly isEnded: boolean;
}

/** The people of a run, by their ids and names, and what each is called instead. There may be thousands: they are looked up. */
export class Pseudonyms {
  readonly #key: string;
  readonly #people = new Set<string>();
  readonly #forms = new Map<string, Form>();
  // Of the forms: the longest first.
  #lengths: readonly number[] = [];
  readonly #firsts = new Set<string>();
  #places: RegExp | undefined;

  /** @param key without it nobody can tell who is meant; whoever has the same one gives the same pseudonyms. */
  constructor(key: string) {
    this.#key = key;
  }

  /** The ids and names so far. */
  get people(): readonly string[] {
    return [...this.#people];
  }

  /**
   * From now on this id or name is replaced. A single character and a number of up to three digits are left: they would be found everywhere.
   * @returns whether it is replaced and was not known before.
   */
  add(person: string): boolean {
    if (/^(?:.|\d{1,3})?$/su.test(person) || this.#people.has(person)) return false;
    this.#people.add(person);
    const instead = `person-${createHmac('sha256', this.#key).update(person).digest('hex').slice(0, 6)}`;
    // The end of a name in another script is an end of the word, whatever follows.
    const isBegun = character.test(person.charAt(0));
    const isEnded = character.test(person.charAt(person.length - 1));
    for (const form of formsOf(person)) this.#addForm(form, { instead, isBegun, isEnded });
    return true;
  }

  #addForm(text: string, form: Form): void {
    this.#forms.set(text, form);
    if (!this.#lengths.includes(text.length))
      this.#lengths = [...this.#lengths, text.length].sort((one, other) => other - one);
    if (this.#firsts.has(text.charAt(0))) return;
    this.#firsts.add(text.charAt(0));
    this.#places = undefined;
  }

  /** `text` in which each person, standing as a word of its own, has a pseudonym; what `kept` finds (a regular expression) stays. */
  replaceIn(text: string, kept: string): string {
    this.#places ??= new RegExp(`(${kept})|[${[...this.#firsts].map(codeOf).join('')}]`, 'g');
    const places = this.#places;
    let [replaced, done] = ['', 0];
    places.lastIndex = 0;
    for (let place = places.exec(text); place; place = places.exec(text)) {
      const form = place[1] === undefined ? this.#formAt(text, place.index) : undefined;
      if (form === undefined) continue;
      replaced += text.slice(done, place.index) + form.instead;
      done = place.index + form.length;
      places.lastIndex = done;
    }
    return replaced + text.slice(done);
  }

  #formAt(text: string, at: number): { readonly instead: string; readonly length: number } | undefined {
    start.lastIndex = at;
    const isStart = start.test(text);
    // No form of a person who does not begin like a word begins like one.
    if (!isStart && character.test(text.charAt(at))) return undefined;
    const isThere = ({ isBegun, isEnded }: Form, length: number): boolean =>
      (isStart || !isBegun) && !(isEnded && character.test(text.charAt(at + length)));
    for (const length of this.#lengths) {
      const form = this.#forms.get(text.slice(at, at + length));
      if (form && isThere(form, length)) return { instead: form.instead, length };
    }
    return undefined;
  }
}

const codeOf = (first: string): string => String.raw`\u${first.charCodeAt(0).toString(16).padStart(4, '0')}`;

function formsOf(person: string): string[] {
  const inForm = new URLSearchParams({ person }).toString().slice('person='.length);
  return [person, encodeURIComponent(person), inForm, JSON.stringify(person).slice(1, -1)];
}
