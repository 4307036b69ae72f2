import { parse, stringify } from 'lossless-json';

/**
 * Parses JSON as a careful reader would: a key that stands twice with different values is an error (the last one would win
 * silently), and an integer beyond 2^53 becomes a bigint instead of losing digits.
 * @throws SyntaxError saying what is wrong and at which position.
 */
export function parseJson(text: string): unknown {
  return parse(text, undefined, { parseNumber, onDuplicateKey: refuseDuplicate });
}

/** Writes JSON; a bigint is written with all its digits. */
export function writeJson(value: unknown): string {
  return stringify(value) ?? 'null';
}

function parseNumber(digits: string): number | bigint {
  const value = Number(digits);
  return /^-?\d+$/.test(digits) && !Number.isSafeInteger(value) ? BigInt(digits) : value;
}

function refuseDuplicate({ key, position }: { key: string; position: number }): never {
  throw new SyntaxError(`key '${key}' stands twice with different values (position ${position})`);
}
