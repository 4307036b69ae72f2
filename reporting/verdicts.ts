import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readLines } from './records/events';
import { openAfter, type Before, type PastRun } from './news';
import type { Summary } from './summary';

/** A line of `history/verdicts.ndjson`: how a run ended, and the cases that it left failing. */
interface VerdictLine extends PastRun, Calls {
  readonly run: string;
}

/** Calls of a tenant's month: since when (ISO 8601, UTC), and how many the quota counts. */
interface Calls {
  readonly tenant: string;
  readonly startedAt: string;
  readonly counted: number;
}

// More than a month of nights.
const longestPast = 40;

const fileIn = (reportsDir: string): string => join(reportsDir, 'history', 'verdicts.ndjson');
// What an interrupted run or the doctor has called counts in its month, and that is all that is known of it.
const callsIn = (reportsDir: string): string => join(reportsDir, 'history', 'calls.ndjson');

/** What the last run on `tenant` left open; undefined when its reports' folder knows of none. Lines that are cut short do not count. */
export function lastVerdict(reportsDir: string, tenant: string): Before | undefined {
  const lines = readLines<Partial<VerdictLine>>(fileIn(reportsDir)).filter(
    (line): line is VerdictLine =>
      line.tenant === tenant && Array.isArray(line.open) && typeof line.startedAt === 'string',
  );
  const last = lines.at(-1);
  return last && { ...last, past: lines.slice(-longestPast) };
}

/** The counted calls that the suite has made on `tenant` since `from` (epoch milliseconds), as far as this folder knows of them. */
export function countedSince(reportsDir: string, tenant: string, from: number): number {
  return [fileIn(reportsDir), callsIn(reportsDir)]
    .flatMap((file) => readLines<Partial<VerdictLine>>(file))
    .filter((line) => line.tenant === tenant && Date.parse(line.startedAt ?? '') >= from)
    .reduce((sum, { counted = 0 }) => sum + counted, 0);
}

/** Adds a run's line, for the next one to compare itself with; of an interrupted one only its calls. `summary` holds no secret. */
export function addVerdict(reportsDir: string, tenant: string, summary: Summary): void {
  const { run, startedAt, verdict, news, topics } = summary;
  const { counted } = summary.calls;
  const isWhole = verdict !== 'interrupted';
  const calls = { tenant, run, startedAt, counted };
  const line: VerdictLine = { ...calls, verdict, open: openAfter(news), topics };
  if (isWhole) append(fileIn(reportsDir), line);
  else addCalls(reportsDir, calls);
}

/** Adds counted calls that belong to no run that came to its end. */
export function addCalls(reportsDir: string, calls: Calls): void {
  append(callsIn(reportsDir), calls);
}

function append(file: string, line: object): void {
  mkdirSync(dirname(file), { recursive: true });
  // It begins with a line break, so that a line that a killed run has left half-written spoils no other.
  appendFileSync(file, `\n${JSON.stringify(line)}`);
}
