import { stripVTControlCharacters } from 'node:util';
import { PlainPieces } from './plain-pieces';
import { Pseudonyms, pseudonym } from './pseudonyms';
import { formsOf } from './secret-forms';

/** A text that nobody may read, and the name that stands in its place. */
export interface Secret {
  readonly text: string;
  readonly name: string;
}

interface Known extends Secret {
  /** What is looked for: of a longer text, which only a broken service would call a token, the beginning. */
  readonly begun: string;
  readonly mask: string;
  /** Finds it in any form. */
  readonly found: RegExp;
  /** Finds every place of it, and earlier masks, lest a secret that looks like a part of one breaks it. */
  readonly everywhere: RegExp;
}

const longest = 1000;

// At most some 40 MB.
const [mostKept, longestKept] = [10_000, 2_000];

/** The name of a secret that is the id or the name of a person. Such a text reads as `person-3f2a1c`, not as `<person>`. */
export const person = 'person';

/** Replaces every secret by a name in everything that is written: artifacts, logs, error messages. */
export class Redactor {
  // One expression for each: together they are slower by far. A secret may hold another one, so the longest comes first.
  #secrets: readonly Known[] = [];
  readonly #pieces = new PlainPieces();
  readonly #people: Pseudonyms | undefined;
  // A run writes the same few thousand texts again and again: names of members, headers, paths.
  readonly #written = new Map<string, string>();

  /** @param peopleKey where people are masked, the key of their pseudonyms; nobody can tell without it who is meant. */
  constructor(secrets: readonly Secret[] = [], peopleKey?: string) {
    this.#people = peopleKey === undefined ? undefined : new Pseudonyms(peopleKey);
    this.registerAll(secrets);
  }

  /**
   * From now on `text` reads as `<name>`, also where it is URL-encoded, base64 or escaped. Texts under 6 characters are not secrets.
   * A person (see `registerPerson`) is called by a pseudonym.
   * @returns whether it was not known before.
   */
  register(text: string, name: string): boolean {
    if (name === person) return this.registerPerson(text);
    if (text.length < 6 || this.#secrets.some((known) => known.text === text)) return false;
    const begun = text.slice(0, longest);
    this.#pieces.add(begun);
    const forms = formsOf(begun);
    const everywhere = new RegExp(`${anyMask}|${forms}`, 'g');
    const added = { text, name, begun, mask: `<${name}>`, found: new RegExp(forms), everywhere };
    this.#secrets = [...this.#secrets, added].sort((one, other) => other.text.length - one.text.length);
    this.#written.clear();
    return true;
  }

  /** Registers several; returns those that were not known before. */
  registerAll(secrets: readonly Secret[]): Secret[] {
    return secrets.filter(({ text, name }) => this.register(text, name));
  }

  /** Whether ids and names of people are masked: for a report that leaves the company. */
  get masksPeople(): boolean {
    return this.#people !== undefined;
  }

  /** From now on this id or name of a person reads as a pseudonym (see `Pseudonyms.add`), where people are masked. */
  registerPerson(text: string): boolean {
    return this.#people?.add(text) ?? false;
  }

  /** Every secret and person so far. */
  get secrets(): readonly Secret[] {
    const people = this.#people?.people ?? [];
    return [
      ...this.#secrets.map(({ text, name }) => ({ text, name })),
      ...people.map((text) => ({ text, name: person })),
    ];
  }

  /** Registers what an answer has told, for whoever writes for the same run; here nobody else does. */
  learn(secrets: readonly Secret[]): Promise<void> {
    this.registerAll(secrets);
    return Promise.resolve();
  }

  /** `text` without any registered secret or person, and with what stands where secrets usually stand masked, whoever issued it. */
  redact(text: string): string {
    const named = this.redactSecrets(text);
    return this.#people?.replaceIn(named, anyMask) ?? named;
  }

  /** The same, with the people left in: for names of members, which are ours. */
  redactSecrets(text: string): string {
    const known = this.#written.get(text);
    if (known !== undefined) return known;
    const named = this.#heldBy(text).reduce(maskAll, text);
    const redacted = byPlace.reduce((rest, place) => rest.replace(place, '$1<redacted>'), named);
    if (text.length > longestKept) return redacted;
    if (this.#written.size >= mostKept) this.#written.clear();
    // What is redacted already stays so.
    this.#written.set(text, redacted).set(redacted, redacted);
    return redacted;
  }

  /** A deep copy of a JSON value in which no text holds a secret or a person; nor does a name of a member hold a secret. */
  redactValue<Value>(value: Value): Value {
    return redacted(value, this) as Value;
  }

  /**
   * The same for text with terminal colours, line by line: a difference of two texts is painted in the midst of a secret, so a line
   * that holds one loses its colours.
   */
  redactPainted(text: string): string {
    return text
      .split('\n')
      .map((line) => {
        const bare = stripVTControlCharacters(line);
        const redacted = this.redact(bare);
        return redacted === bare ? line : redacted;
      })
      .join('\n');
  }

  /** Whether a registered secret stands in `text`, in any form. A person does not count: many a name is a word like any other. */
  findIn(text: string): boolean {
    return this.#heldBy(text).some(({ found }) => found.test(text));
  }

  // The secrets that may stand in `text`, the longest first.
  #heldBy(text: string): readonly Known[] {
    const held = this.#pieces.heldBy(text);
    return held.size === 0 ? [] : this.#secrets.filter(({ begun }) => held.has(begun));
  }
}

function redacted(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.redact(stripVTControlCharacters(value));
  if (Array.isArray(value)) return value.map((member) => redacted(member, redactor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      redactor.redactSecrets(name),
      ofMember(name, member, redactor),
    ]),
  );
}

// Where it is the name that tells that a value is secret.
function ofMember(name: string, member: unknown, redactor: Redactor): unknown {
  const clean = redacted(member, redactor);
  const isTold = telling.test(name) && typeof clean === 'string' && clean !== '';
  return isTold && !mask.test(clean) ? '<redacted>' : clean;
}

function maskAll(text: string, { mask: name, found, everywhere }: Known): string {
  if (!found.test(text)) return text;
  return text.replace(everywhere, (part) => (mask.test(part) ? part : name));
}

const key = '(?:access[_-]?token|(?:app|client|corp)_?secret)';
const telling = new RegExp(`^(?:${key}|x-acs-dingtalk-access-token)$`, 'i');
const anyMask = `<(?:[A-Z_]+|redacted)>|${pseudonym}`;
const mask = new RegExp(`^(?:${anyMask})$`);
const quote = `["']|&quot;|&#3[49];|%22`;
// A mask of an earlier time, and the shell variable in a printed command, stay readable.
const masked = String.raw`(?:<|&lt;|%3C)[A-Za-z_]+(?:>|&gt;|%3E)|\$[A-Z_{]|(?:'|&#39;)?\\*(?:"|&quot;)\$`;
const byPlace = [
  // ?access_token=… in URLs and form bodies.
  String.raw`(${key}(?:=|%3D))(?!${masked})[^&\s"'\\<]+`,
  // "access_token": "…" in JSON and in headers, also where they stand escaped inside another text: up to the same quote.
  String.raw`(${key}(?:\\*(?:${quote}))?\s*(?::|%3A)\s*(\\*)(${quote}))(?!${masked})(?:(?!\3)[^\\\n]|(?!\2\3)\\+["']?)+`,
  // The signature of a message to the chat robot.
  String.raw`([?&](?:amp;)?sign(?:=|%3D))(?!${masked})[^&\s"'\\<]+`,
  // A header line.
  String.raw`(x-acs-dingtalk-access-token[ \t]*:[ \t]*)(?!${masked})[^\s"'\\<&]+`,
].map((source) => new RegExp(source, 'gi'));
