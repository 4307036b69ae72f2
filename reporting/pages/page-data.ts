import { createHash } from 'node:crypto';
import type { KnownAs } from '../../config/known-issues';
import { endpoints } from '../../schemas';
import { sourceOf } from '../../schemas/evidence';
import type { Source } from '../../schemas/endpoint';
import type { Case } from '../records/cases';
import { keyOf } from '../../runner/planning/costs';
import { firstLines } from '../failure';
import { stateIn, type KnownCause } from '../history';
import type { OpenFailure, PastRun } from '../news';
import { chainOf, ownCalls, type ToldCall } from '../guilty-call';
import type { TopicNights } from '../nights';
import { notSelected } from '../records/results';
import type { Summary } from '../summary';
import { Budget } from './page-budget';

/** Everything that the page shows, as it stands in it. */
export interface PageData {
  readonly summary: Omit<Summary, 'failures' | 'causes' | 'skips' | 'news'>;
  readonly news: Record<'added' | 'still' | 'notRun' | 'fixed', number> & {
    readonly before?: string;
    readonly lists: Record<'notRun' | 'fixed', readonly OpenFailure[]>;
  };
  readonly causes: readonly PageCause[];
  /** How many causes are left out. */
  readonly moreCauses: number;
  readonly files: readonly string[];
  readonly reasons: readonly string[];
  readonly cases: readonly CaseRow[];
  /** Of failed cases, by their index. */
  readonly details: Readonly<Record<number, CaseDetail>>;
  /** The runs before, the oldest first. */
  readonly nights: readonly Night[];
  readonly endpoints: Readonly<Record<string, EndpointName>>;
}

/** A cause with the indices of its cases, the telling one first. */
export interface PageCause extends Omit<KnownCause, 'cases' | 'chain'> {
  readonly cases: readonly number[];
  readonly requestId?: string;
  /** A letter for each of the runs before: `f`ailed, `w`aiting, `g`one. */
  readonly strip: string;
  readonly knownIssue?: KnownAs;
}

/** A case in short, for there may be ten thousand. The last three are -1 where there is none. */
export type CaseRow = readonly [
  id: string,
  file: number,
  title: string,
  state: 'p' | 'f' | 's' | 'n',
  durationMs: number,
  /** First letters of what it rests on: `d`ocumented, `o`bserved, `t`enant-recorded, `i`nferred, `a`ssumed. */
  sources: string,
  cause: number,
  reason: number,
];

/** What a failed case says, and its last calls. */
interface CaseDetail {
  readonly message: string;
  readonly blockedBy?: string;
  readonly docs?: string;
  readonly calls: readonly PageCall[];
  /** How many calls it made in all. */
  readonly made: number;
  readonly script: string;
}

/** A call with its bodies, cut where they are long. */
export interface PageCall extends ToldCall {
  readonly request?: Body;
  readonly reply?: Body;
}

/** A text, and how long it was where it is cut. */
type Body = readonly [text: string, whole?: number];

interface Night {
  readonly startedAt: string;
  readonly verdict: string;
  readonly topics: TopicNights;
}

interface EndpointName {
  readonly zh: string;
  readonly en: string;
  readonly call: string;
  readonly docs: string;
}

const mostNights = 30;
const mostCauses = 300;
const mostOfAList = 200;
const longestBody = 2000;

/** The id of a case in links to the page, `#case=…`: the same from run to run. */
const caseId = (file: string, title: string): string =>
  createHash('sha256').update(`${file}\n${title}`).digest('hex').slice(0, 10);

/**
 * Puts together what the page of a run shows.
 * @param past the runs before on the same tenant, the oldest first.
 */
export function pageData(summary: Summary, cases: readonly Case[], past: readonly PastRun[] = []): PageData {
  const { causes, news } = summary;
  const shown = causes.slice(0, mostCauses);
  const nights = past.slice(1 - mostNights);
  const files = [...new Set(cases.map(({ file }) => file))];
  const reasons = [...new Set(cases.flatMap(({ reason }) => reason ?? []))];
  const places = new Map(cases.map((each, index) => [keyOf(each), index]));
  const paged = shown.map((cause) => pageCause(cause, places, nights));
  const causeOf = new Map(paged.flatMap(({ cases: of }, cause) => of.map((index) => [index, cause])));
  return {
    summary: without(summary),
    news: shortNews(news),
    causes: paged,
    moreCauses: causes.length - shown.length,
    files,
    reasons,
    cases: cases.map((each, index) => rowOf(each, files, reasons, causeOf.get(index) ?? -1)),
    details: detailsOf(cases, paged),
    nights: nights.map(({ startedAt, verdict = '', topics = {} }) => ({ startedAt, verdict, topics })),
    endpoints: Object.fromEntries(
      endpoints.map(({ id, title, method, path, docs }) => [
        id,
        { ...title, call: `${method} ${path}`, docs: docs.url },
      ]),
    ),
  };
}

// What the page holds in a shorter form.
const shortened = ['failures', 'causes', 'skips', 'news'];

const without = (summary: Summary): PageData['summary'] =>
  Object.fromEntries(
    Object.entries(summary).filter(([name]) => !shortened.includes(name)),
  ) as PageData['summary'];

function shortNews({ before, new: added, still, notRun, fixed }: Summary['news']): PageData['news'] {
  return {
    ...(before === undefined ? {} : { before }),
    ...{ added: added.length, still: still.length, notRun: notRun.length, fixed: fixed.length },
    lists: { notRun: notRun.slice(0, mostOfAList), fixed: fixed.slice(0, mostOfAList) },
  };
}

function pageCause(
  { chain, cases, ...cause }: KnownCause,
  places: ReadonlyMap<string, number>,
  nights: readonly PastRun[],
): PageCause {
  const requestId = chain.calls.findLast(({ guilty }) => guilty === true)?.requestId;
  return {
    ...cause,
    cases: [...new Set(cases.flatMap((each) => places.get(keyOf(each)) ?? []))],
    ...(requestId === undefined ? {} : { requestId }),
    strip: nights.map((night) => stateIn(night, cause.id).charAt(0)).join(''),
  };
}

function rowOf(each: Case, files: readonly string[], reasons: readonly string[], cause: number): CaseRow {
  const { file, title, status, durationMs, reason, asserted = [], claims = [] } = each;
  const sources = [...asserted.map(sourceOf), ...claims].flatMap(
    (source: Source | undefined) => source ?? [],
  );
  const letters = [...new Set(sources.map((source) => source.charAt(0)))].sort().join('');
  const state = reason?.startsWith(notSelected) === true ? 'n' : (status.charAt(0) as 'p' | 'f' | 's');
  const why = reason === undefined ? -1 : reasons.indexOf(reason);
  return [
    caseId(file, title),
    files.indexOf(file),
    title,
    state,
    Math.round(durationMs),
    letters,
    cause,
    why,
  ];
}

// The first case of each cause says most; what no longer fits says where it stands.
function detailsOf(cases: readonly Case[], causes: readonly PageCause[]): Record<number, CaseDetail> {
  const budget = new Budget();
  const guilty = new Map(
    causes.flatMap(({ cases: of, endpoint }) => of.map((index) => [index, endpoint] as const)),
  );
  const firsts = causes.flatMap(({ cases: [first] }) => first ?? []);
  const details: Record<number, CaseDetail> = {};
  for (const index of new Set([...firsts, ...guilty.keys()])) {
    const failed = cases[index];
    const detail = failed && budget.take(detailOf(failed, guilty.get(index)));
    if (detail) details[index] = detail;
  }
  return details;
}

function detailOf(failed: Case, endpoint: string | undefined): CaseDetail {
  const { exchanges, blockedBy, docs } = failed;
  const { calls, script } = chainOf(exchanges, endpoint);
  const own = ownCalls(exchanges);
  const shown = own.slice(own.length - calls.length);
  return {
    message: firstLines(failed, 40),
    ...(blockedBy === undefined ? {} : { blockedBy }),
    ...(docs === undefined ? {} : { docs }),
    calls: calls.map((call, index) => ({
      ...call,
      ...bodyOf('request', shown[index]?.requestBody),
      ...bodyOf('reply', shown[index]?.responseBody),
    })),
    made: own.length,
    script,
  };
}

function bodyOf(name: 'request' | 'reply', text = ''): Partial<Record<typeof name, Body>> {
  if (text === '') return {};
  return { [name]: text.length > longestBody ? [text.slice(0, longestBody), text.length] : [text] };
}
