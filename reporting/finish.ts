import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '../client/exchange';
import type { Redactor } from '../client/redaction/redact';
import { readCosts } from '../runner/planning/forecast';
import { allExchanges, joinCases, withOwnTimes, type Case } from './records/cases';
import { clean } from './records/clean';
import { cleanFolder } from './records/clean-folder';
import { coverageOf } from './coverage/coverage';
import { findLeaks, produced } from './leaks';
import { withFlakiness } from './history';
import { withKnownIssues } from './known-issues';
import type { Before } from './news';
import { quotaReportOf, writeQuotaReport, type QuotaReport } from './quota-report';
import { readRecorded, type Recorded } from './records/recorded';
import { renderAll } from './render-all';
import { describeExit, type Exit, type RunInfo } from './records/run';
import { pageData, type PageData } from './pages/page-data';
import { pageDataIn, scriptAndStyle, startPage } from './pages/start-page';
import { summarize, type Evidence, type Summary } from './summary';
import { takeUnfinished } from './unfinished';
import { addVerdict, lastVerdict } from './verdicts';

/** A run that is over, however it ended. */
export interface FinishedRun {
  readonly reportsDir: string;
  readonly run: RunInfo;
  readonly exit: Exit;
  /** Knows every secret of the run. */
  readonly secrets: Redactor;
}

// From these the pages are rendered: once that has begun nothing is written to them.
const sources = ['raw', 'allure-results'] as const;
const pages = produced.filter((name) => !sources.some((source) => source === name));

const leaksIn = (...searched: Parameters<typeof findLeaks>): string[] =>
  findLeaks(...searched).map((file) => `a secret stands in ${file}: do not publish it`);

/**
 * Renders every report of a run from what it has left in `raw/` and `allure-results/`, reads them back, and says what the run came
 * to. A report that cannot be written, or does not agree, is a problem in the summary; it keeps none of the others from being written.
 * @param render writes the reports and reads them back.
 */
export async function finish(input: FinishedRun, render = renderAll): Promise<Summary> {
  const { reportsDir, exit, secrets } = input;
  const interrupted = exit.interruptedBy === undefined ? {} : ({ interrupted: true } as const);
  const run = clean({ ...input.run, ...interrupted }, secrets);
  const raw = join(reportsDir, 'raw');
  const recorded = keep(raw, { ...input, run });
  cleanFolder(join(reportsDir, 'allure-results'), secrets);
  const ill = (run.capabilities?.problems ?? []).map(({ subject }) => subject);
  const joined = joinCases(recorded.results.files, recorded.lines, ill);
  const startedAt = new Date(run.startedAt).toISOString();
  const before = runBefore(reportsDir, run);
  const cases = withKnownIssues(withFlakiness(joined, startedAt, before), run.knownIssues ?? [], startedAt);
  const exchanges = allExchanges(recorded.lines);
  const rendering = render(reportsDir, run, recorded.results, cases);
  // Meanwhile other processes render.
  const coverage = coverageOf(cases, exchanges);
  const quota = keepQuota(reportsDir, run, cases, exchanges);
  scriptAndStyle();
  const leaks = leaksIn(reportsDir, secrets, sources);
  const { agree, problems } = await rendering;
  leaks.push(...leaksIn(reportsDir, secrets, pages));
  const evidence: Evidence = {
    run,
    results: recorded.results,
    cases,
    exchanges,
    findings: recorded.lines.flatMap((line) => (line.kind === 'start' ? [] : [line.findings])),
    coverage,
    quota: quota.totals,
    agree,
    before,
    problems: [...problems, ...unexplained(recorded, exit), ...leaks],
    isStarted: recorded.isStarted,
    unfinished: takeUnfinished(reportsDir, run.tenant),
  };
  const summary = clean(summarize(evidence), secrets);
  publish(reportsDir, summary, clean(pageData(summary, cases, before?.past), secrets), secrets);
  if (run.tenant !== undefined) addVerdict(reportsDir, run.tenant, summary);
  return summary;
}

const runBefore = (reportsDir: string, { tenant }: RunInfo): Before | undefined =>
  tenant === undefined ? undefined : lastVerdict(reportsDir, tenant);

// From here on `raw/` alone is enough to render everything again, as the merging of shards does.
function keep(raw: string, { run, exit, secrets }: FinishedRun): Recorded {
  mkdirSync(raw, { recursive: true });
  const read = readRecorded(raw, run, exit, secrets);
  const recorded = {
    ...read,
    results: { ...read.results, files: withOwnTimes(read.results.files, read.lines) },
  };
  writeFileSync(join(raw, 'results.json'), JSON.stringify(recorded.results));
  writeFileSync(join(raw, 'run.json'), JSON.stringify({ run, exit, isStarted: recorded.isStarted }));
  return recorded;
}

function keepQuota(
  reportsDir: string,
  { id, stories, capabilities }: RunInfo,
  cases: readonly Case[],
  exchanges: readonly Exchange[],
): QuotaReport {
  const quota = quotaReportOf(readCosts(), cases, exchanges, stories, capabilities?.planned);
  writeQuotaReport(reportsDir, id, quota);
  return quota;
}

// Jest fails a run also for what is no case, such as a reporter that throws.
function unexplained({ results, isStarted }: Recorded, exit: Exit): string[] {
  const isFailed = results.files.some(({ cases }) => cases.some(({ status }) => status === 'failed'));
  const isQuiet = (exit.code === 0 && exit.signal === null) || exit.interruptedBy !== undefined;
  return isQuiet || isFailed || !isStarted
    ? []
    : [`Jest ${describeExit(exit)} although no case failed; what it printed says why`];
}

/** Puts into `summary.json`, which holds `summary`, and into `index.html` why the chat was not told of the run. */
export function keepLostMessage(
  reportsDir: string,
  summary: Summary,
  problem: string,
  secrets: Redactor,
): void {
  const cleaned = clean({ ...summary, lostMessage: problem }, secrets);
  writeSummary(reportsDir, cleaned);
  const page = join(reportsDir, 'index.html');
  if (!existsSync(page)) return;
  const data = pageDataIn(readFileSync(page, 'utf8'));
  writeFileSync(page, startPage({ ...data, summary: { ...data.summary, lostMessage: cleaned.lostMessage } }));
}

function writeSummary(reportsDir: string, summary: Summary): void {
  writeFileSync(join(reportsDir, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
}

function publish(reportsDir: string, summary: Summary, page: PageData, secrets: Redactor): void {
  writeSummary(reportsDir, summary);
  writeFileSync(join(reportsDir, 'index.html'), startPage(page));
  const leaking = ['summary.json', 'index.html'].filter((name) =>
    secrets.findIn(readFileSync(join(reportsDir, name), 'utf8')),
  );
  if (leaking.length > 0) throw new Error(`A secret stands in ${leaking.join(' and ')}: do not publish it.`);
}
