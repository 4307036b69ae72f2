import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readLines } from './records/events';
import { openAfter, type Before, type PastRun } from './news';
import type { Summary } from './summary';

/** A line of `history/verdicts.ndjson`: how a run ended, and the cases that it left failing. */
interface VerdictLine extends PastRun {
  readonly tenant: string;
  readonly run: string;
  /** Calls that the tenant's monthly quota counts. */
  readonly counted: number;
}

// More than a month of nights.
const longestPast = 40;

const fileIn = (reportsDir: string): string => join(reportsDir, 'history', 'verdicts.ndjson');
// What an interrupted run has called counts in its month, and that is all that is known of it.
const interruptedIn = (reportsDir: string): string => join(reportsDir, 'history', 'interrupted.ndjson');

/** What the last run on `tenant` left open; undefined when its reports' folder knows of none. Lines that are cut short do not count. */
export function lastVerdict(reportsDir: string, tenant: string): Before | undefined {
  const lines = readLines<Partial<VerdictLine>>(fileIn(reportsDir)).filter(
    (line): line is VerdictLine =>
      line.tenant === tenant && Array.isArray(line.open) && typeof line.startedAt === 'string',
  );
  const last = lines.at(-1);
  return last && { ...last, past: lines.slice(-longestPast) };
}

/** The counted calls that the runs on `tenant` have made since `from` (epoch milliseconds), as far as this folder knows of them. */
export function countedSince(reportsDir: string, tenant: string, from: number): number {
  return [fileIn(reportsDir), interruptedIn(reportsDir)]
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
  const line = isWhole ? ({ ...calls, verdict, open: openAfter(news), topics } satisfies VerdictLine) : calls;
  const file = isWhole ? fileIn(reportsDir) : interruptedIn(reportsDir);
  mkdirSync(dirname(file), { recursive: true });
  // It begins with a line break, so that a line that a killed run has left half-written spoils no other.
  appendFileSync(file, `\n${JSON.stringify(line)}`);
}
