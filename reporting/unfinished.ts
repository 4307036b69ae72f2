import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { keyOf } from '../runner/planning/costs';
import { readLines, type RunEvent } from './records/events';
import type { RunInfo } from './records/run';

const fileIn = (reportsDir: string): string => join(reportsDir, 'raw', 'begun.json');

/** Keeps what the reports say about a run as a whole, for whoever has to finish it should it be killed. It holds no secret. */
export function keepBegun(reportsDir: string, run: RunInfo): void {
  mkdirSync(join(reportsDir, 'raw'), { recursive: true });
  writeFileSync(fileIn(reportsDir), JSON.stringify(run));
}

/** A killed run: what was under way, and when it was last heard of (epoch milliseconds). */
export interface Unfinished {
  readonly run: RunInfo;
  readonly running: readonly string[];
  readonly heardOf: number;
}

/** The run in a reports folder that began and has no summary; undefined where there is none. */
export function unfinishedIn(reportsDir: string): Unfinished | undefined {
  if (!existsSync(fileIn(reportsDir)) || existsSync(join(reportsDir, 'summary.json'))) return undefined;
  const raw = join(reportsDir, 'raw');
  const events = readLines<RunEvent>(join(raw, 'files.ndjson'));
  const ended = new Set(
    events.flatMap((each) =>
      each.event === 'case ended' ? [keyOf({ file: each.file, title: each.result.title })] : [],
    ),
  );
  const started = events.flatMap((each) => (each.event === 'case started' ? [each] : []));
  return {
    run: JSON.parse(readFileSync(fileIn(reportsDir), 'utf8')) as RunInfo,
    running: started.filter((each) => !ended.has(keyOf(each))).map(({ title }) => title),
    heardOf: Math.max(...readdirSync(raw).map((name) => statSync(join(raw, name)).mtimeMs)),
  };
}

/** A run that was killed, as the next one tells of it. */
export interface ToldUnfinished {
  readonly run: string;
  readonly tenant?: string;
  /** When it began, and when it was last heard of: ISO 8601, UTC. */
  readonly startedAt: string;
  readonly heardOf: string;
  /** The titles of the cases that were under way. */
  readonly running: readonly string[];
}

const toldIn = (reportsDir: string): string => join(reportsDir, 'history', 'unfinished.ndjson');

/** Notes the run in a folder that began and has no summary, for the next one to tell of; to be called before its records are removed. */
export function noteUnfinished(reportsDir: string): void {
  const found = unfinishedIn(reportsDir);
  if (!found) return;
  const { id, tenant, startedAt } = found.run;
  const told: ToldUnfinished = {
    run: id,
    ...(tenant === undefined ? {} : { tenant }),
    startedAt: new Date(startedAt).toISOString(),
    heardOf: new Date(found.heardOf).toISOString(),
    running: found.running,
  };
  mkdirSync(join(reportsDir, 'history'), { recursive: true });
  appendFileSync(toldIn(reportsDir), `\n${JSON.stringify(told)}`);
}

/** The runs on `tenant` that were killed since the last one that came to an end; each is told of once. */
export function takeUnfinished(reportsDir: string, tenant: string | undefined): ToldUnfinished[] {
  const all = readLines<ToldUnfinished>(toldIn(reportsDir));
  const own = all.filter((each) => each.tenant === tenant);
  const others = all.filter((each) => each.tenant !== tenant);
  if (own.length > 0) writeOrRemove(toldIn(reportsDir), others);
  return own;
}

function writeOrRemove(file: string, lines: readonly ToldUnfinished[]): void {
  if (lines.length === 0) rmSync(file);
  else writeFileSync(file, lines.map((each) => `\n${JSON.stringify(each)}`).join(''));
}
