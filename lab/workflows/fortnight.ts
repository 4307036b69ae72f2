import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redactor } from '../../client/redaction/redact';
import type { KnownIssue } from '../../config/known-issues';
import { root } from '../../config/root';
import { emptyReports } from '../../reporting/empty-reports';
import { finish } from '../../reporting/finish';
import { chatMessage } from '../../reporting/formats/chat-message';
import { summaryMarkdown } from '../../reporting/formats/summary-markdown';
import {
  addedCase,
  notSelected,
  totalsOf,
  type CaseResult,
  type FileResult,
} from '../../reporting/records/results';
import type { RunInfo } from '../../reporting/records/run';
import type { renderAll } from '../../reporting/render-all';
import type { Summary } from '../../reporting/summary';
import { keepBegun } from '../../reporting/unfinished';
import { verdictText } from '../../reporting/verdict';

/** What is wrong with the tenant on some nights: which cases fail, and what they say. */
export interface Trouble {
  readonly titles: readonly string[];
  readonly message: string;
}

/** A night that is not run, but told by its records. */
export interface SimulatedNight {
  /** Such as `2026-11-16`. */
  readonly day: string;
  readonly troubles?: readonly Trouble[];
  /** The titles that the night did not take. */
  readonly leftOut?: readonly string[];
  /** It could not start, or was killed, or a file did not get to its end. */
  readonly notStarted?: string;
  readonly isKilled?: true;
  readonly brokenOff?: { readonly file: string; readonly message: string };
  readonly missing?: readonly string[];
  readonly knownIssues?: readonly KnownIssue[];
}

/** What a night says to each of its readers. */
export interface Told {
  readonly summary: Summary;
  readonly terminal: string;
  readonly chat: string;
  readonly markdown: string;
}

/** The cases of the simulated suite, by file. */
const suite: Readonly<Record<string, readonly string[]>> = {
  'specs/blackboard/delete.spec.ts': [
    'blackboard/delete R5: what was deleted is gone',
    'blackboard/delete R6: says success',
  ],
  'specs/report/list.spec.ts': ['report/list R1: lists the newest first', 'report/list R2: ends'],
  'specs/hrm/queryonjob.spec.ts': ['hrm/queryonjob R1: lists those at work'],
};

/**
 * Plays one night into `reportsDir`: leaves the records that a run would, and has the reports made of them. What the nights before left there is its
 * history.
 * @returns undefined where the night was killed.
 */
export async function playNight(
  reportsDir: string,
  night: SimulatedNight,
  render: typeof renderAll,
): Promise<Told | undefined> {
  emptyReports(reportsDir);
  const run = runOf(night);
  if (night.isKilled) leaveKilled(reportsDir, run);
  if (night.isKilled) return undefined;
  const raw = join(reportsDir, 'raw');
  mkdirSync(raw, { recursive: true });
  const files = filesOf(night, run.startedAt);
  const results = {
    startedAt: run.startedAt,
    endedAt: run.startedAt + 60_000,
    files,
    printed: totalsOf(files),
  };
  if (night.notStarted === undefined) writeFileSync(join(raw, 'results.json'), JSON.stringify(results));
  const isRed = files.some(({ cases }) => cases.some(({ status }) => status === 'failed'));
  const exit = { code: isRed ? 1 : 0, signal: null };
  const summary = await finish({ reportsDir, run, exit, secrets: new Redactor() }, render);
  return {
    summary,
    terminal: verdictText(summary, reportsDir, false, 'en'),
    chat: chatMessage(summary, { budget: 120, reportUrl: 'https://reports.example.com/' }).text,
    markdown: summaryMarkdown(summary),
  };
}

function runOf({ day, notStarted, missing, knownIssues }: SimulatedNight): RunInfo {
  const startedAt = Date.parse(`${day}T12:00:00Z`);
  return {
    id: `n${day.slice(-2)}`,
    target: 'live',
    profile: 'nightly',
    tenant: 'live oapi.example.com key',
    startedAt,
    rootDir: root,
    strict: false,
    urls: { oapi: 'https://oapi.example.com', api: 'https://api.example.com' },
    ...(notStarted === undefined ? {} : { notStarted }),
    ...(missing && { missing }),
    ...(knownIssues && { knownIssues }),
  };
}

// While its first case was under way.
function leaveKilled(reportsDir: string, run: RunInfo): void {
  keepBegun(reportsDir, run);
  const [file = ''] = Object.keys(suite);
  const title = suite[file]?.[0] ?? '';
  const started = { event: 'case started', file, title, describe: [], name: title, at: run.startedAt };
  appendFileSync(join(reportsDir, 'raw', 'files.ndjson'), `${JSON.stringify(started)}\n`);
}

function filesOf(night: SimulatedNight, startedAt: number): FileResult[] {
  return Object.entries(suite).map(([file, titles]) => {
    const cut = night.brokenOff?.file === file ? night.brokenOff : undefined;
    const cases = cut
      ? [addedCase(`${file} › ran to its end`, cut.message, startedAt)]
      : titles.map((title) => caseOf(title, night, startedAt));
    return { file, startedAt, endedAt: startedAt + 60_000, cases };
  });
}

function caseOf(
  title: string,
  { troubles = [], leftOut = [] }: SimulatedNight,
  startedAt: number,
): CaseResult {
  const [endpoint = ''] = title.split(' ');
  const messages = troubles.filter(({ titles }) => titles.includes(title)).map(({ message }) => message);
  const of = { title, describe: [endpoint], name: title.slice(endpoint.length + 1), startedAt, attempts: 1 };
  if (leftOut.includes(title))
    return { ...of, status: 'skipped', durationMs: 0, messages: [], reason: notSelected };
  return { ...of, status: messages.length > 0 ? 'failed' : 'passed', durationMs: 100, messages };
}
