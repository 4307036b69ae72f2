import type { CaseLine, RunEvent } from './events';
import { addedCase, wholeRun, type CaseResult, type FileResult, type Results } from './results';

/**
 * Puts the results of a run together when Jest died before it could: finished files as they are, and a failed case for whatever
 * was under way or never began. At least one case fails, for a run that did not get to its end has not passed.
 * @param how in words, as in `was ended by SIGKILL`.
 */
export function crashedResults(
  events: readonly RunEvent[],
  lines: readonly CaseLine[],
  how: string,
  now: number,
): Results {
  const started = new Map(
    events.flatMap((each) => (each.event === 'file started' ? [[each.file, each.at] as const] : [])),
  );
  const ended = new Map(
    events.flatMap((each) => (each.event === 'file ended' ? [[each.result.file, each.result] as const] : [])),
  );
  const files = [...started].map(
    ([file, at]) => ended.get(file) ?? brokenOff(file, at, casesOf(file, events, lines, how), how, now),
  );
  const missing = (events.find((each) => each.event === 'run')?.files ?? 0) - started.size;
  const isTold = files.some(({ file }) => !ended.has(file));
  const run = missing > 0 || !isTold ? [ofRun(missing, how, now)] : [];
  const startedAt = events.find((each) => each.event === 'run')?.at ?? now;
  return { startedAt, endedAt: now, files: [...files, ...run] };
}

function brokenOff(
  file: string,
  startedAt: number,
  cases: readonly CaseResult[],
  how: string,
  now: number,
): FileResult {
  const isTold = cases.some(({ status }) => status === 'failed');
  const told = isTold ? [] : [addedCase(`${file} › ran to its end`, `Jest ${how} while this file ran.`, now)];
  return { file, startedAt, endedAt: now, cases: [...cases, ...told] };
}

/** What came before the reader stopped a run: a case that was under way then is skipped, and what never began is not missed. */
export function beforeInterruption({ files, ...results }: Results, by: string): Results {
  const stopped = files
    .filter(({ file }) => file !== wholeRun)
    .map((each) => ({
      ...each,
      cases: each.cases.filter(({ added }) => added !== true).map((one) => unfinished(one, by)),
    }));
  return { ...results, files: stopped };
}

function unfinished(one: CaseResult, by: string): CaseResult {
  if (!one.messages.some((text) => text.startsWith(crash))) return one;
  return { ...one, status: 'skipped', messages: [], reason: `the run was stopped: ${by}` };
}

const crash = 'crashed: Jest ';

type Begun = Pick<CaseResult, 'title' | 'describe' | 'name' | 'startedAt'>;

function casesOf(
  file: string,
  events: readonly RunEvent[],
  lines: readonly CaseLine[],
  how: string,
): CaseResult[] {
  const begun = [
    ...lines.flatMap((line) => begunBefore(line, file)),
    ...events.flatMap((each) => begunIn(each, file)),
  ];
  const cases = new Map(begun.map((each) => [each.title, crashed(each, how)]));
  for (const each of events) {
    if (each.event === 'case ended' && each.file === file) cases.set(each.result.title, each.result);
  }
  return [...cases.values()];
}

// A case may be started long before its turn: then only the environment knows of it.
function begunBefore(line: CaseLine, file: string): Begun[] {
  if (line.kind !== 'start' || line.file !== file) return [];
  return [{ title: line.title, describe: [], name: line.title, startedAt: line.at }];
}

function begunIn(each: RunEvent, file: string): Begun[] {
  if (each.event !== 'case started' || each.file !== file) return [];
  return [{ title: each.title, describe: each.describe, name: each.name, startedAt: each.at }];
}

function crashed(begun: Begun, how: string): CaseResult {
  const message = `${crash}${how} while this case ran.`;
  return { ...begun, status: 'failed', durationMs: 0, messages: [message], attempts: 1 };
}

function ofRun(missing: number, how: string, now: number): FileResult {
  const failed =
    missing > 0
      ? addedCase(`${wholeRun} ran every file`, `Jest ${how}; ${missing} spec file(s) never began.`, now)
      : addedCase(`${wholeRun} ran to its end`, `Jest ${how} before it had summed up.`, now);
  return { file: wholeRun, startedAt: now, endedAt: now, cases: [failed] };
}
