import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { holdsSecret } from '../../client/redaction/find-secrets';
import { Redactor } from '../../client/redaction/redact';
import { spellings } from './spellings';

/** A text that stands where none may stand. */
export interface Leak {
  readonly place: string;
  /** Which secret, and how it is written there. */
  readonly what: string;
}

// A piece of this length gives a secret away as well; shorter ones occur by chance.
const piece = 12;

/** Finds what of `secrets` (name to text) stands in `bytes`, whole or in part, in whatever way it is written or packed there. */
export function leaksIn(place: string, bytes: Buffer, secrets: Readonly<Record<string, string>>): Leak[] {
  const text = stripVTControlCharacters(bytes.toString('utf8'));
  return Object.entries(secrets).flatMap(([name, secret]) => {
    const spelled = spellings(secret).find((each) => text.includes(each.text));
    if (spelled) return [{ place, what: `${name} as ${spelled.as}` }];
    if (piecesOf(secret).some((part) => text.includes(part))) return [{ place, what: `a piece of ${name}` }];
    const known = new Redactor([{ name: 'SECRET', text: secret }]);
    return holdsSecret(bytes, known) ? [{ place, what: `${name}, packed or mixed` }] : [];
  });
}

/** The same for every file under `folder`, and for the names of the files. */
export function leaksUnder(folder: string, secrets: Readonly<Record<string, string>>): Leak[] {
  return filesUnder(folder, '').flatMap((file) => [
    ...leaksIn(`the name of ${file}`, Buffer.from(file), secrets),
    ...leaksIn(file, readFileSync(join(folder, file)), secrets),
  ]);
}

/** The ids and names of `people` that stand anywhere under `folder`, as words of their own, also packed. */
export function namesUnder(folder: string, people: readonly string[]): Leak[] {
  if (people.length === 0) return [];
  return filesUnder(folder, '').flatMap((file) => namesIn(file, readFileSync(join(folder, file)), people));
}

/** The same in `bytes`. */
export function namesIn(place: string, bytes: Buffer, people: readonly string[]): Leak[] {
  if (people.length === 0) return [];
  const [found, each] = [new Set<string>(), wordsOf(people)];
  const note = (text: string): boolean => {
    for (const [name] of text.matchAll(each)) found.add(decodeURIComponent(name));
    return false;
  };
  // Nothing ends the search, so that it goes through all that is packed.
  holdsSecret(bytes, { findIn: note });
  return [...found].map((name) => ({ place, what: `the person ${name}` }));
}

// A long number may hold an id by chance; what an escape ends with does not belong to the word.
function wordsOf(people: readonly string[]): RegExp {
  const forms = people.flatMap((name) => [name, encodeURIComponent(name)]).join('|');
  return new RegExp(
    String.raw`(?:(?<![A-Za-z0-9])|(?<=%[0-9A-F]{2}|\\[nrt]))(?:${forms})(?![A-Za-z0-9])`,
    'g',
  );
}

/** Every file under `folder`, with its path relative to it. */
export function filesUnder(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    return entry.isDirectory() ? filesUnder(folder, path) : [path];
  });
}

const piecesOf = (secret: string): string[] =>
  Array.from({ length: Math.max(0, secret.length - piece + 1) }, (_, at) => secret.slice(at, at + piece));
