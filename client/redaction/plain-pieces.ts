import { base64Of } from './secret-forms';

/** What has to stand in a text, letter by letter, for a secret to be in it, unless the text is escaped. */
interface Piece {
  readonly text: string;
  /** Where in it the four characters stand by which it is looked up. */
  readonly at: number;
  readonly isHex: boolean;
}

const width = 4;
// A letter or a digit that is escaped: only then may a secret stand in a text without any of its pieces. Escaped quotes are in every page.
const letter = String.raw`(?:3\d|[46][1-9a-f]|[57][\da])`;
const escaped = new RegExp(
  String.raw`%(?:25)*${letter}|(?:\\|%(?:25)*5c)(?:u00|x)${letter}|&(?:amp;)*#(?!3[49];|x2[27];)x?[\da-f]`,
  'i',
);
const buckets = 0xffff;

/**
 * Tells at one glance that no secret stands in a text: a filter before the expressions of `formsOf`, which take many times as long. Every form
 * of a secret holds one of its pieces as it is, or escapes a letter or a digit.
 */
export class PlainPieces {
  readonly #pieces = new Map<number, Piece[]>();
  readonly #known = new Uint8Array(buckets + 1);
  #isOpen = false;

  /** From now on `mayHold` is true of every text that holds `secret` in a form of `formsOf`. */
  add(secret: string): void {
    const written = [secret, ...base64Of(secret).map(({ inner }) => inner)];
    for (const text of new Set(written)) this.#add(longestRun(text));
    this.#addHex(Buffer.from(secret).toString('hex'));
  }

  /** Whether a secret that was added may stand in `text`; where it is false, none does. */
  mayHold(text: string): boolean {
    return this.#isOpen || this.#holdsPiece(text) || escaped.test(text);
  }

  #holdsPiece(text: string): boolean {
    const known = this.#known;
    for (let at = 0, hash = 0; at < text.length; at += 1) {
      hash = next(hash, text.charCodeAt(at));
      if (known[hash] === 1 && this.#isPieceAt(hash, text, at - width + 1)) return true;
    }
    return false;
  }

  #isPieceAt(hash: number, text: string, start: number): boolean {
    const pieces = this.#pieces.get(hash) ?? [];
    return pieces.some(({ text: piece, at, isHex }) => {
      const found = text.slice(Math.max(0, start - at), start - at + piece.length);
      return (isHex ? found.toLowerCase() : found) === piece;
    });
  }

  // Without four such characters in a row there is nothing to look up: every text may hold it.
  #add(text: string): void {
    if (text.length < width) this.#isOpen = true;
    else this.#lookUp(text.slice(0, width), { text, at: 0, isHex: false });
  }

  // Its letters may be large or small: every way to write the four characters that have the fewest of them.
  #addHex(text: string): void {
    const starts = Array.from({ length: text.length - width + 1 }, (_, at) => at);
    const lettersAt = (at: number): number => text.slice(at, at + width).replace(/\d/g, '').length;
    const best = starts.reduce((one, other) => (lettersAt(other) < lettersAt(one) ? other : one), 0);
    for (const cased of casings(text.slice(best, best + width)))
      this.#lookUp(cased, { text, at: best, isHex: true });
  }

  #lookUp(four: string, piece: Piece): void {
    const hash = Array.from(four).reduce((sum, char) => next(sum, char.charCodeAt(0)), 0);
    this.#known[hash] = 1;
    this.#pieces.set(hash, [...(this.#pieces.get(hash) ?? []), piece]);
  }
}

// Four bits to the left each time: what is older than four characters has fallen out.
const next = (hash: number, code: number): number => ((hash << 4) ^ code) & buckets;

function longestRun(text: string): string {
  return (text.match(/[\dA-Za-z]+/g) ?? []).reduce(
    (one, other) => (other.length > one.length ? other : one),
    '',
  );
}

function casings(text: string): string[] {
  return Array.from(text).reduce<string[]>(
    (all, char) => all.flatMap((begun) => [...new Set([char, char.toUpperCase()])].map((c) => begun + c)),
    [''],
  );
}
