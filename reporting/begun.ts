import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../config/language';
import type { Redactor } from '../client/redaction/redact';
import { finish } from './finish';
import { readLines, type RunEvent } from './records/events';
import type { RunInfo } from './records/run';
import type { Summary } from './summary';

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
    events.flatMap((each) => (each.event === 'case ended' ? [`${each.file}\n${each.result.title}`] : [])),
  );
  const started = events.flatMap((each) => (each.event === 'case started' ? [each] : []));
  return {
    run: JSON.parse(readFileSync(fileIn(reportsDir), 'utf8')) as RunInfo,
    running: started.filter(({ file, title }) => !ended.has(`${file}\n${title}`)).map(({ title }) => title),
    heardOf: Math.max(...readdirSync(raw).map((name) => statSync(join(raw, name)).mtimeMs)),
  };
}

/**
 * Makes all reports of a run that was killed from what it has left; cases that were under way, or never began, are told as such.
 * @throws UserError where the folder holds no such run.
 */
export async function finishKilled(reportsDir: string, secrets: Redactor): Promise<Summary> {
  const found = unfinishedIn(reportsDir);
  if (!found)
    throw new UserError({
      en: `${reportsDir} holds no run that began and did not end.`,
      zh: `${reportsDir} 里没有开始了却没结束的运行。`,
    });
  const run = { ...found.run, stopped: 'it was killed, and finished afterwards by `npm run report:finish`' };
  return finish({ reportsDir, run, exit: { code: null, signal: 'SIGKILL' }, secrets });
}
