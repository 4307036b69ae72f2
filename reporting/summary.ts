import type { Exchange, Finding } from '../client/exchange';
import { missingIn, type Capabilities } from '../config/capabilities';
import type { Case } from './records/cases';
import { endpoints } from '../schemas';
import { causesOf } from './causes';
import { withHistory, type KnownCause } from './history';
import type { KnownAs } from '../config/known-issues';
import type { SuiteVersion } from '../config/suite-version';
import type { Coverage } from './coverage/coverage';
import { firstLines, type FailureClass } from './failure';
import { symptomOf } from './fingerprint';
import { folded, type Folded } from './findings';
import { judgedIssues, redIn, type JudgedIssue } from './known-issues';
import type { QuotaTotals } from './quota-report';
import { newsOf, type Before, type News } from './news';
import { notSelected, totalsOf, type Results, type Totals } from './records/results';
import type { ToldUnfinished } from './unfinished';
import { observedIn, type Observed } from './observed';
import type { RunInfo } from './records/run';

/** `interrupted` where the reader stopped it: such a run stands in no history, and is compared with none. */
export type Verdict = 'passed' | 'partial' | 'failed' | 'not started' | 'interrupted';

/** How many calls were sent, and how many of them the tenant's monthly quota counts. */
interface Calls {
  readonly calls: number;
  readonly counted: number;
}

/** `summary.json`: what a run came to, for programs. Texts hold no secret. */
export interface Summary extends Observed {
  /** Of this form; it grows by one where a member changes its meaning. */
  readonly version: 1;
  readonly verdict: Verdict;
  /** What the command exits with: 0 passed or partial, 1 failed (or partial where that is not allowed), 2 could not start, 130 interrupted. */
  readonly exitStatus: 0 | 1 | 2 | 130;
  readonly run: string;
  /** The suite that ran. */
  readonly suite?: SuiteVersion;
  readonly target: 'emulator' | 'live';
  readonly profile: string;
  readonly urls: RunInfo['urls'];
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /**
   * `blocked` counts those of the failed that something before them kept from running, `known` those that fail over a known issue; `notSelected`
   * those of the skipped that -t left out.
   */
  readonly totals: Totals & {
    readonly blocked: number;
    readonly known: number;
    readonly notSelected: number;
  };
  readonly calls: {
    readonly total: number;
    readonly counted: number;
    readonly perEndpoint: Readonly<Record<string, Calls>>;
  };
  /** Planned calls against those that were made; by endpoint they stand in `quota.json`. */
  readonly quota: QuotaTotals;
  readonly failures: readonly Failure[];
  /** What the failures come from: what is new first, then by how many cases. */
  readonly causes: readonly KnownCause[];
  /** What became of each of them. */
  readonly knownIssues: readonly JudgedIssue[];
  /** The runs on the same tenant that were killed before it, and left no reports. */
  readonly unfinished: readonly ToldUnfinished[];
  /** Why the chat was not told of it, although one is set. */
  readonly lostMessage?: string;
  /** Compared with the run before on the same tenant. */
  readonly news: News;
  readonly skips: readonly { readonly title: string; readonly file: string; readonly reason: string }[];
  /** Noticed, but no failures; the same finding of several cases stands once. */
  readonly findings: readonly Folded[];
  /** What the run, or one before it, left on the tenant and could not remove. */
  readonly leftBehind: readonly string[];
  /** The shards that are not there, in words. */
  readonly missing: readonly string[];
  /** What the tenant was found to grant before a live run. */
  readonly capabilities?: Capabilities;
  /** How much of the documentation the run has covered. */
  readonly coverage: Coverage;
  /** What is wrong with the reports or the run itself; any one of them makes the verdict failed. */
  readonly problems: readonly string[];
  /** Paths relative to the folder of `summary.json`. */
  readonly reports: typeof reportPaths;
  /** The totals that each artifact itself shows, read back from it; null when there is none. */
  readonly agree: Agreement;
}

/** One failed case. `message` holds its first lines. */
interface Failure {
  readonly title: string;
  readonly file: string;
  readonly class: FailureClass;
  readonly message: string;
  /** The page of the endpoint that broke its promise. */
  readonly docs?: string;
  readonly blocked?: true;
  readonly knownIssue?: KnownAs;
}

export interface Agreement {
  readonly jest: Totals | null;
  readonly html: Totals | null;
  readonly allure: Totals | null;
  readonly junit: Totals | null;
}

export const reportPaths = {
  start: 'index.html',
  html: 'html/index.html',
  allure: 'allure/index.html',
  allureResults: 'allure-results',
  junit: 'junit.xml',
  summary: 'summary.json',
  quota: 'quota.json',
} as const;

/** Everything that a summary is made from. */
export interface Evidence {
  readonly run: RunInfo;
  readonly results: Results;
  readonly cases: readonly Case[];
  readonly exchanges: readonly Exchange[];
  /** What each case noticed. */
  readonly findings: readonly (readonly Finding[])[];
  readonly coverage: Coverage;
  readonly quota: QuotaTotals;
  readonly agree: Agreement;
  readonly problems: readonly string[];
  /** What the run before on the same tenant left open; absent when there was none. */
  readonly before?: Before | undefined;
  /** The runs before it that were killed. */
  readonly unfinished?: readonly ToldUnfinished[];
  /** Whether Jest got as far as a spec file. */
  readonly isStarted: boolean;
}

const noNews: News = { new: [], still: [], notRun: [], fixed: [] };

/** Sums a run up. */
export function summarize(evidence: Evidence): Summary {
  const { run, results, cases, agree, before } = evidence;
  const known = cases.filter(({ knownIssue }) => knownIssue).length;
  const totals = { ...totalsOf(results.files), blocked: blockedIn(cases), known };
  const skipped = cases.filter(({ status }) => status === 'skipped');
  const skips = skipped.filter(({ reason }) => reason?.startsWith(notSelected) !== true);
  const causes = causesOf(cases);
  const startedAt = new Date(run.startedAt).toISOString();
  const news = run.interrupted ? noNews : newsOf(cases, startedAt, before, causes);
  const knownIssues = judgedIssues(run.knownIssues ?? [], cases, startedAt, news, before);
  const problems = [...problemsOf(evidence, totals), ...knownIssues.flatMap(redIn)];
  const verdict = verdictOf(evidence, totals, skips.length, problems);
  return {
    version: 1,
    verdict,
    exitStatus: exitStatusOf(verdict, run.strict),
    ...ofRun(run),
    startedAt,
    durationMs: Math.max(0, results.endedAt - run.startedAt),
    totals: { ...totals, notSelected: skipped.length - skips.length },
    calls: callsOf(evidence.exchanges),
    quota: evidence.quota,
    failures: cases.filter(({ status }) => status === 'failed').map(failureOf),
    causes: withHistory(causes, startedAt, before),
    knownIssues,
    unfinished: evidence.unfinished ?? [],
    news,
    skips: skips.map(({ title, file, reason = '' }) => ({ title, file, reason })),
    findings: folded(evidence.findings),
    coverage: evidence.coverage,
    ...observedIn(evidence.exchanges, cases),
    problems,
    reports: reportPaths,
    agree,
  };
}

const ofRun = ({
  id,
  target,
  profile,
  urls,
  left = [],
  missing = [],
  capabilities,
  suite,
}: RunInfo): Pick<
  Summary,
  'run' | 'target' | 'profile' | 'urls' | 'suite' | 'leftBehind' | 'missing' | 'capabilities'
> => ({
  run: id,
  target,
  profile,
  urls,
  ...(suite && { suite }),
  leftBehind: left,
  missing,
  ...(capabilities && { capabilities }),
});

const blockedIn = (cases: readonly Case[]): number => cases.filter(({ blocked }) => blocked === true).length;

function problemsOf({ run, problems, agree }: Evidence, totals: ReadTotals): string[] {
  const stopped = run.stopped === undefined ? [] : [`The run was stopped before its end: ${run.stopped}`];
  return [...stopped, ...problems, ...disagreements(run, totals, agree)];
}

type ReadTotals = Totals & { readonly known: number };

function verdictOf(
  { isStarted, run }: Evidence,
  { failed, passed, known }: ReadTotals,
  skips: number,
  problems: readonly string[],
): Verdict {
  if (run.interrupted) return 'interrupted';
  if (!isStarted) return 'not started';
  if (failed > known || problems.length > 0) return 'failed';
  const { missing = [], capabilities } = run;
  const lacks = skips + missing.length + missingIn(capabilities).length;
  return lacks > 0 || passed + known === 0 ? 'partial' : 'passed';
}

function exitStatusOf(verdict: Verdict, strict: boolean): Summary['exitStatus'] {
  if (verdict === 'interrupted') return 130;
  if (verdict === 'not started') return 2;
  return verdict === 'failed' || (verdict === 'partial' && strict) ? 1 : 0;
}

function disagreements({ interrupted }: RunInfo, totals: ReadTotals, agree: Agreement): string[] {
  // A worker of a Jest that was ended at once may write a last result after the others were read.
  if (interrupted) return [];
  return Object.entries(agree).flatMap(([name, shown]: [string, Totals | null]) => {
    const had = inWords(name === 'junit' ? inJunit(totals) : totals);
    return shown === null || inWords(shown) === had
      ? []
      : [`${name} shows ${inWords(shown)}, but the run had ${had}`];
  });
}

// It has no other word for what fails and is known.
const inJunit = ({ known, failed, skipped, ...others }: ReadTotals): Totals => ({
  ...others,
  failed: failed - known,
  skipped: skipped + known,
});

const inWords = ({ total, passed, failed, skipped }: Totals): string =>
  `${total} cases (${passed} passed, ${failed} failed, ${skipped} skipped)`;

function failureOf(failed: Case): Failure {
  const { title, file, failureClass = 'product', blocked, knownIssue } = failed;
  const guilty = symptomOf(failed).endpoint;
  const docs = endpoints.find(({ id }) => id === guilty)?.docs.url ?? failed.docs;
  return {
    title,
    file,
    class: failureClass,
    message: firstLines(failed),
    ...(docs === undefined ? {} : { docs }),
    ...(blocked ? { blocked } : {}),
    ...(knownIssue ? { knownIssue } : {}),
  };
}

function callsOf(exchanges: readonly Exchange[]): Summary['calls'] {
  const perEndpoint: Record<string, { calls: number; counted: number }> = {};
  for (const { endpoint, counted: isCounted } of exchanges) {
    const entry = (perEndpoint[endpoint] ??= { calls: 0, counted: 0 });
    entry.calls += 1;
    entry.counted += isCounted ? 1 : 0;
  }
  const sum = Object.values(perEndpoint).reduce((total, { counted: some }) => total + some, 0);
  return { total: exchanges.length, counted: sum, perEndpoint };
}
