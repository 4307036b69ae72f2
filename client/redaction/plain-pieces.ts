import { base64Of } from './secret-forms';

/** What has to stand in a text, letter by letter, for a secret to be in it, unless the text is escaped. */
interface Piece {
  readonly secret: string;
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
 * Tells at one glance which secrets can stand in a text, most often none: a filter before the expressions of `formsOf`, which take many times as
 * long. Every form of a secret holds one of its pieces as it is, or escapes a letter or a digit.
 */
export class PlainPieces {
  readonly #pieces = new Map<number, Piece[]>();
  readonly #known = new Uint8Array(buckets + 1);
  readonly #all = new Set<string>();
  // Secrets without four letters or digits in a row: there is nothing to look up, and every text may hold them.
  readonly #open = new Set<string>();

  /** From now on `heldBy` names `secret` for every text that holds it in a form of `formsOf`. */
  add(secret: string): void {
    this.#all.add(secret);
    const written = [secret, ...base64Of(secret).map(({ inner }) => inner)];
    for (const text of new Set(written)) this.#add(secret, longestRun(text));
    this.#addHex(secret, Buffer.from(secret).toString('hex'));
  }

  /** The secrets that may stand in `text`, of those that were added; no other does. */
  heldBy(text: string): ReadonlySet<string> {
    return escaped.test(text) ? this.#all : this.#whosePieces(text);
  }

  #whosePieces(text: string): ReadonlySet<string> {
    const known = this.#known;
    const held = new Set(this.#open);
    for (let at = 0, hash = 0; at < text.length; at += 1) {
      hash = next(hash, text.charCodeAt(at));
      if (known[hash] === 1)
        for (const secret of this.#beginningAt(hash, text, at - width + 1)) held.add(secret);
    }
    return held;
  }

  #beginningAt(hash: number, text: string, start: number): string[] {
    const pieces = this.#pieces.get(hash) ?? [];
    const found = pieces.filter(({ text: piece, at, isHex }) => {
      const part = text.slice(Math.max(0, start - at), start - at + piece.length);
      return (isHex ? part.toLowerCase() : part) === piece;
    });
    return found.map(({ secret }) => secret);
  }

  #add(secret: string, text: string): void {
    if (text.length < width) this.#open.add(secret);
    else this.#lookUp(text.slice(0, width), { secret, text, at: 0, isHex: false });
  }

  // Its letters may be large or small: every way to write the four characters that have the fewest of them.
  #addHex(secret: string, text: string): void {
    const starts = Array.from({ length: text.length - width + 1 }, (_, at) => at);
    const lettersAt = (at: number): number => text.slice(at, at + width).replace(/\d/g, '').length;
    const best = starts.reduce((one, other) => (lettersAt(other) < lettersAt(one) ? other : one), 0);
    for (const cased of casings(text.slice(best, best + width)))
      this.#lookUp(cased, { secret, text, at: best, isHex: true });
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
