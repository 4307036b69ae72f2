import { stripVTControlCharacters } from 'node:util';
import { formsOf } from './secret-forms';

/** A text that nobody may read, and the name that stands in its place. */
export interface Secret {
  readonly text: string;
  readonly name: string;
}

interface Known extends Secret {
  readonly mask: string;
  /** Finds it in any form. */
  readonly found: RegExp;
  /** Finds every place of it, and earlier masks, lest a secret that looks like a part of one breaks it. */
  readonly everywhere: RegExp;
}

// Of a longer text, which only a broken service would call a token, the beginning is masked.
const longest = 1000;

/** Replaces every secret by a name in everything that is written: artifacts, logs, error messages. */
export class Redactor {
  // One expression for each: together they are slower by far. A secret may hold another one, so the longest comes first.
  #secrets: readonly Known[] = [];

  constructor(secrets: readonly Secret[] = []) {
    for (const { text, name } of secrets) this.register(text, name);
  }

  /**
   * From now on `text` reads as `<name>`, also where it is URL-encoded, base64 or escaped. Texts under 6 characters are not secrets.
   * @returns whether it was not known before.
   */
  register(text: string, name: string): boolean {
    if (text.length < 6 || this.#secrets.some((known) => known.text === text)) return false;
    const forms = formsOf(text.slice(0, longest));
    const everywhere = new RegExp(`<(?:[A-Z_]+|redacted)>|${forms}`, 'g');
    const added = { text, name, mask: `<${name}>`, found: new RegExp(forms), everywhere };
    this.#secrets = [...this.#secrets, added].sort((one, other) => other.text.length - one.text.length);
    return true;
  }

  /** Every secret so far. */
  get secrets(): readonly Secret[] {
    return this.#secrets.map(({ text, name }) => ({ text, name }));
  }

  /** Registers what an answer has told, for whoever writes for the same run; here nobody else does. */
  learn(secrets: readonly Secret[]): Promise<void> {
    for (const { text, name } of secrets) this.register(text, name);
    return Promise.resolve();
  }

  /** `text` without any registered secret, and with what stands where secrets usually stand masked, whoever issued it. */
  redact(text: string): string {
    const named = this.#secrets.reduce(maskAll, text);
    return byPlace.reduce((rest, place) => rest.replace(place, '$1<redacted>'), named);
  }

  /** A deep copy of a JSON value in which no text holds a secret; names of members are texts like any other. */
  redactValue<Value>(value: Value): Value {
    return redacted(value, (text) => this.redact(text)) as Value;
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

  /** Whether a registered secret stands in `text`, in any form. */
  findIn(text: string): boolean {
    return this.#secrets.some(({ found }) => found.test(text));
  }
}

function redacted(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(stripVTControlCharacters(value));
  if (Array.isArray(value)) return value.map((member) => redacted(member, redact));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [redact(name), ofMember(name, member, redact)]),
  );
}

// Where it is the name that tells that a value is secret.
function ofMember(name: string, member: unknown, redact: (text: string) => string): unknown {
  const clean = redacted(member, redact);
  const isTold = telling.test(name) && typeof clean === 'string' && clean !== '';
  return isTold && !mask.test(clean) ? '<redacted>' : clean;
}

function maskAll(text: string, { mask: name, found, everywhere }: Known): string {
  if (!found.test(text)) return text;
  return text.replace(everywhere, (part) => (mask.test(part) ? part : name));
}

const key = '(?:access[_-]?token|(?:app|client|corp)_?secret)';
const telling = new RegExp(`^(?:${key}|x-acs-dingtalk-access-token)$`, 'i');
const mask = /^<(?:[A-Z_]+|redacted)>$/;
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
