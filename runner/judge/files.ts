import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Unreadable } from './reading/recorded-call';

/**
 * The files that a command was given: itself, or what a folder holds of recordings; of a reports folder the raw records of its run.
 * @throws Unreadable where there is no such file, and where a folder holds none.
 */
export function filesOf(given: readonly string[]): string[] {
  return given.flatMap((path) => {
    if (!existsSync(path)) throw new Unreadable(`There is no file ${path}.`);
    if (statSync(path).isFile()) return [path];
    if (!statSync(path).isDirectory()) throw new Unreadable(`${path} is no file.`);
    const found = filesIn(path);
    if (found.length === 0) throw new Unreadable(`${path} holds no recordings.`);
    return found;
  });
}

function filesIn(folder: string): string[] {
  const raw = existsSync(join(folder, 'raw')) ? join(folder, 'raw') : folder;
  const names = readdirSync(raw, { recursive: true, encoding: 'utf8' }).sort();
  const records = names.filter((name) => /^cases-.*\.ndjson$/.test(name));
  const chosen =
    records.length > 0 ? records : names.filter((name) => /\.(?:json|har|ndjson|jsonl)$/.test(name));
  return chosen.map((name) => join(raw, name));
}
