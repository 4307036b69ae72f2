import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Exchange, Finding } from '../../client/exchange';
import type { Source } from '../../schemas/endpoint';
import type { Failed } from '../failure';
import type { CaseResult, FileResult } from './results';

/** What the reporter inside Jest writes to `raw/files.ndjson`, a line each, as it happens: it survives the death of Jest. */
export type RunEvent =
  | { readonly event: 'run'; readonly at: number; readonly files: number }
  | { readonly event: 'file started'; readonly file: string; readonly at: number }
  | {
      readonly event: 'case started';
      readonly file: string;
      readonly title: string;
      readonly describe: readonly string[];
      readonly name: string;
      readonly at: number;
    }
  | { readonly event: 'case ended'; readonly file: string; readonly result: CaseResult }
  | { readonly event: 'file ended'; readonly result: FileResult };

/**
 * What the test environment writes to `raw/cases-<pid>.ndjson`: that a case has begun, and at its end what it did. The calls that
 * the run makes for itself stand in a line of the second kind whose file is empty.
 */
export type CaseLine =
  | { readonly kind: 'start'; readonly file: string; readonly title: string; readonly at: number }
  | {
      readonly kind: 'case';
      readonly file: string;
      readonly title: string;
      /** When the case itself began (epoch milliseconds) and how long it took, wherever Jest saw it. */
      readonly startedAt?: number;
      readonly durationMs?: number;
      /** Why the case ended itself without a result. */
      readonly skipped?: string;
      /** What it threw, as long as nothing was added to it. */
      readonly failure?: Failed;
      /** The case before it that failed over what both need. */
      readonly blockedBy?: string;
      readonly exchanges: readonly Exchange[];
      readonly findings: readonly Finding[];
      /** What the case asserts if it passes, in the ids of `covers`. */
      readonly asserted?: readonly string[];
      /** The sources of what it asserts besides, which is the fact of no id. */
      readonly claims?: readonly Source[];
    };

/** The objects of a file with one JSON text per line; a line that the death of its writer cut short is left out. */
export function readLines<Line>(path: string): Line[] {
  const objects: Line[] = [];
  for (const line of linesOf(path)) {
    try {
      objects.push(JSON.parse(line) as Line);
    } catch {
      // It was cut short.
    }
  }
  return objects;
}

const chunk = 1_000_000;

/** The lines of a file one by one, or what another `separator` parts, for it may be larger than a text can be; none where there is no file. */
export function* linesOf(path: string, separator = '\n'): Generator<string> {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r');
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(chunk);
  let begun = '';
  try {
    for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) {
      const lines = (begun + decoder.write(buffer.subarray(0, size))).split(separator);
      begun = lines.pop() ?? '';
      yield* lines;
    }
    yield begun + decoder.end();
  } finally {
    closeSync(file);
  }
}
