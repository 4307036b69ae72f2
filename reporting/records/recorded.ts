import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Redactor } from '../../client/redaction/redact';
import { clean, cleanMessage } from './clean';
import { cleanFolder } from './clean-folder';
import { beforeInterruption, crashedResults } from './crash';
import { readLines, type CaseLine, type RunEvent } from './events';
import { addedCase, runCouldStart, wholeRun, type FileResult, type Results } from './results';
import { describeExit, type Exit, type RunInfo } from './run';

/** What was recorded of a run, without secrets: the results, and what the cases and the run itself called. */
export interface Recorded {
  readonly results: Results;
  readonly lines: readonly CaseLine[];
  /** Whether Jest got as far as a spec file. */
  readonly isStarted: boolean;
}

/**
 * Reads what a run has left in `folder` (`raw/` of its reports), after every secret in it is gone. Jest's own results when it got that far, else what can be told
 * from the lines it wrote on the way, else one failed case which says that the run could not start.
 */
export function readRecorded(folder: string, run: RunInfo, exit: Exit, redactor: Redactor): Recorded {
  cleanFolder(folder, redactor);
  const lines = readCaseLines(folder);
  const { results, isStarted } = resultsIn(folder, run, exit, lines);
  const files = results.files.map((file) => cleanCases(file, run, redactor));
  return { results: { ...clean(results, redactor), files }, lines, isStarted };
}

/** What the cases of a run, and the run itself, have left in `folder`; nothing where there is no such folder. */
export function readCaseLines(folder: string): CaseLine[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^cases-.*\.ndjson$/.test(name))
    .flatMap((name) => readLines<CaseLine>(join(folder, name)));
}

function resultsIn(
  folder: string,
  run: RunInfo,
  exit: Exit,
  lines: readonly CaseLine[],
): { results: Results; isStarted: boolean } {
  if (run.notStarted !== undefined) return { results: notStarted(run, run.notStarted), isStarted: false };
  const path = join(folder, 'results.json');
  if (existsSync(path)) {
    return { results: JSON.parse(readFileSync(path, 'utf8')) as Results, isStarted: true };
  }
  const events = readLines<RunEvent>(join(folder, 'files.ndjson'));
  if (events.length === 0) return { results: notStarted(run, beforeAnyFile(exit)), isStarted: false };
  const crashed = crashedResults(events, lines, describeExit(exit), Date.now());
  const { interruptedBy: by } = exit;
  return { results: by === undefined ? crashed : beforeInterruption(crashed, by), isStarted: true };
}

// Its configuration, its arguments or the pattern was wrong.
function beforeAnyFile(exit: Exit): string {
  return `Jest ${describeExit(exit)} before it began with a spec file; what it printed says why.`;
}

function notStarted({ startedAt }: RunInfo, why: string): Results {
  const now = Date.now();
  const cases = [addedCase(runCouldStart, why, now)];
  return { startedAt, endedAt: now, files: [{ file: wholeRun, startedAt, endedAt: now, cases }] };
}

function cleanCases(file: FileResult, { rootDir }: RunInfo, redactor: Redactor): FileResult {
  const { cases, ...rest } = clean(file, redactor);
  return {
    ...rest,
    cases: cases.map((each, index) => ({
      ...each,
      messages: (file.cases[index]?.messages ?? []).map((text) => cleanMessage(text, redactor, rootDir)),
    })),
  };
}
