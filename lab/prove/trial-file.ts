import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readLines } from '../../reporting/records/events';
import type { Trial } from './trial';

/** The digests of the files that a run depends on, by their path. */
export type Digests = Readonly<Record<string, string>>;

/** The digests of these files; `root` is the folder that their paths start from. */
export function digestsOf(files: readonly string[], root: string): Digests {
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(`${root}/${file}`))
        .digest('base64url'),
    ]),
  );
}

/** The files whose digest differs between two states, or that only one of them has. */
export function changedFiles(before: Digests, now: Digests): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((file) => before[file] !== now[file])
    .sort();
}

/** Keeps the trials of a run in a file as they end, a line each: what was stopped goes on where it was. */
export class TrialFile {
  readonly #path: string;

  /** @param path the file; beside it stands one more, with the state of the code. */
  constructor(path: string) {
    this.#path = path;
  }

  /** The trials of an earlier run and the state of the code that they were made with; undefined where there was none. */
  read(): { readonly trials: readonly Trial[]; readonly digests: Digests } | undefined {
    if (!existsSync(this.#path) || !existsSync(this.#stateFile)) return undefined;
    const digests = JSON.parse(readFileSync(this.#stateFile, 'utf8')) as Digests;
    return { trials: readLines<Trial>(this.#path), digests };
  }

  /** Begins anew with the trials that are still good. */
  begin(digests: Digests, trials: readonly Trial[] = []): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    rmSync(this.#path, { force: true });
    writeFileSync(this.#stateFile, JSON.stringify(digests));
    for (const trial of trials) this.add(trial);
    if (trials.length === 0) appendFileSync(this.#path, '');
  }

  /** Adds a trial. */
  add(trial: Trial): void {
    appendFileSync(this.#path, `${JSON.stringify(trial)}\n`);
  }

  get #stateFile(): string {
    return `${this.#path}.state.json`;
  }
}
