import type { Exchange, Finding } from '../../client/exchange';
import { endpoints } from '../../schemas';
import type { Source } from '../../schemas/endpoint';
import type { KnownAs } from '../../config/known-issues';
import type { CaseLine } from './events';
import { keyOf } from '../../runner/planning/costs';
import { classify, type Circumstances, type FailureClass } from '../failure';
import { steadilyFailing } from '../steady-errors';
import type { CaseResult, FileResult } from './results';

type CaseRecorded = Extract<CaseLine, { kind: 'case' }>;

/** A case with all that is known of it: Jest's result, and the calls and findings of its record. */
export interface Case extends CaseResult {
  readonly file: string;
  readonly exchanges: readonly Exchange[];
  readonly findings: readonly Finding[];
  /** What it asserts, in the ids of `covers`. */
  readonly asserted?: readonly string[];
  /** The sources of what it asserts besides. */
  readonly claims?: readonly Source[];
  /** The title of the case in its file that failed over what both need. */
  readonly blockedBy?: string;
  /** Whose fault it seems to be; only of a failed case. */
  readonly failureClass?: FailureClass;
  /** What is said of the known issue over which it fails; only of a failed case. */
  readonly knownIssue?: KnownAs;
  /** Its cause came, went and came again. */
  readonly flaky?: true;
  /** The page of the endpoint that the case is about: the last one it called, or the one its file is named after. */
  readonly docs?: string;
}

/**
 * The results with each case's own time where it is recorded: as Jest saw it, a case that was started early took no time, and the
 * one that it waited for all of it.
 */
export function withOwnTimes(files: readonly FileResult[], lines: readonly CaseLine[]): FileResult[] {
  const records = recordsOf(lines);
  return files.map((each) => ({
    ...each,
    cases: each.cases.map((result) => {
      const { startedAt = result.startedAt, durationMs = result.durationMs } =
        records.get(keyOf({ file: each.file, title: result.title })) ?? {};
      return { ...result, startedAt, durationMs };
    }),
  }));
}

function recordsOf(lines: readonly CaseLine[]): Map<string, CaseLine & { kind: 'case' }> {
  return new Map(lines.flatMap((line) => (line.kind === 'case' ? [[keyOf(line), line] as const] : [])));
}

const noRecord: Pick<
  CaseRecorded,
  'exchanges' | 'findings' | 'asserted' | 'claims' | 'skipped' | 'failure' | 'blockedBy'
> = {
  exchanges: [],
  findings: [],
};

/**
 * Joins results and records by file and title. Of a case that ran more than once the last record counts.
 * @param ill the people and the template of the run that were found wanting before it.
 */
export function joinCases(
  files: readonly FileResult[],
  lines: readonly CaseLine[],
  ill: readonly string[] = [],
): Case[] {
  const records = recordsOf(lines);
  const broken = steadilyFailing(
    [...records.values()].map(({ exchanges }) => exchanges.filter(({ cleaning }) => cleaning !== true)),
  );
  return files.flatMap(({ file, cases }) =>
    cases.map((result) => {
      const record = records.get(keyOf({ file, title: result.title })) ?? noRecord;
      const { exchanges, findings, asserted = [], claims = [], skipped } = record;
      const reason = result.reason ?? skipped;
      return {
        ...result,
        file,
        exchanges,
        findings,
        asserted,
        claims,
        ...(result.status === 'skipped' ? { reason: reason ?? 'no reason given' } : {}),
        ...(result.status === 'failed' ? verdictOn(result, record, { ill, broken }) : {}),
        ...docsOf(file, exchanges),
      };
    }),
  );
}

function verdictOn(
  result: CaseResult,
  { exchanges, failure, blockedBy }: typeof noRecord,
  circumstances: Circumstances,
): Pick<Case, 'failureClass' | 'blocked' | 'blockedBy'> {
  const failureClass = classify(result, exchanges, failure, circumstances);
  return { failureClass, ...(blockedBy === undefined ? {} : { blocked: true, blockedBy }) };
}

/** Every call that was recorded, of cases and of the run itself, whether or not its case came to an end. */
export function allExchanges(lines: readonly CaseLine[]): Exchange[] {
  return lines.flatMap((line) => (line.kind === 'start' ? [] : line.exchanges));
}

function docsOf(file: string, exchanges: readonly Exchange[]): { docs?: string } {
  const named = endpoints.find(({ id }) => file === `specs/${id}.spec.ts`)?.docs.url;
  const last = exchanges.findLast(({ cleaning }) => cleaning !== true) ?? exchanges.at(-1);
  const docs = last?.docs ?? named;
  return docs === undefined ? {} : { docs };
}
