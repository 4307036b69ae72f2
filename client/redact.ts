import { formsOf } from './secret-forms';

interface Secret {
  readonly text: string;
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
  #secrets: readonly Secret[] = [];

  /** From now on `secret` reads as `<name>`, also where it is URL-encoded, base64 or escaped. Texts under 6 characters are not secrets. */
  register(secret: string, name: string): void {
    if (secret.length < 6 || this.#secrets.some(({ text }) => text === secret)) return;
    const forms = formsOf(secret.slice(0, longest));
    const everywhere = new RegExp(`<(?:[A-Z_]+|redacted)>|${forms}`, 'g');
    const added = { text: secret, mask: `<${name}>`, found: new RegExp(forms), everywhere };
    this.#secrets = [...this.#secrets, added].sort((one, other) => other.text.length - one.text.length);
  }

  /** `text` without any registered secret, and with what stands where secrets usually stand masked, whoever issued it. */
  redact(text: string): string {
    const named = this.#secrets.reduce(maskAll, text);
    return byPlace.reduce((rest, place) => rest.replace(place, '$1<redacted>'), named);
  }

  /** Whether a registered secret stands in `text`, in any form. */
  findIn(text: string): boolean {
    return this.#secrets.some(({ found }) => found.test(text));
  }
}

function maskAll(text: string, { mask, found, everywhere }: Secret): string {
  if (!found.test(text)) return text;
  return text.replace(everywhere, (part) => (/^<(?:[A-Z_]+|redacted)>$/.test(part) ? part : mask));
}

const key = '(?:access[_-]?token|(?:app|client|corp)_?secret)';
const quote = `["']|&quot;|&#3[49];|%22`;
// A mask of an earlier time, and the shell variable in a printed command, stay readable.
const masked = String.raw`(?:<|&lt;|%3C)[A-Za-z_]+(?:>|&gt;|%3E)|\$[A-Z_{]|(?:'|&#39;)?\\*(?:"|&quot;)\$`;
const byPlace = [
  // ?access_token=… in URLs and form bodies.
  String.raw`(${key}(?:=|%3D))(?!${masked})[^&\s"'\\<]+`,
  // "access_token": "…" in JSON and in headers, also where they stand escaped inside another text: up to the same quote.
  String.raw`(${key}(?:\\*(?:${quote}))?\s*(?::|%3A)\s*(\\*)(${quote}))(?!${masked})(?:(?!\3)[^\\\n]|(?!\2\3)\\+["']?)+`,
  // A header line.
  String.raw`(x-acs-dingtalk-access-token[ \t]*:[ \t]*)(?!${masked})[^\s"'\\<&]+`,
].map((source) => new RegExp(source, 'gi'));
