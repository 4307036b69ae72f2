import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../client/exchange';
import type { Redactor } from '../../client/redaction/redact';
import { root } from '../../config/root';
import { emptyReports } from '../../reporting/empty-reports';
import { finish } from '../../reporting/finish';
import type { CaseLine } from '../../reporting/records/events';
import type { CaseResult, FileResult, Results } from '../../reporting/records/results';
import type { RunInfo } from '../../reporting/records/run';
import type { Summary } from '../../reporting/summary';
import type { EndpointJudgement, Problem, Seen } from './judgement';
import type { Judged, ShownCall } from './judge-traffic';
import { ruleTextOf } from './rules/rule';

/** Writes the reports of a judgement into `reportsDir`, over those of an earlier one. */
export async function writeReports(judged: Judged, reportsDir: string, redactor: Redactor): Promise<Summary> {
  const { run, results, lines } = recordsOf(judged);
  emptyReports(reportsDir);
  const raw = join(reportsDir, 'raw');
  mkdirSync(raw, { recursive: true });
  const write = (name: string, text: string): void => {
    writeFileSync(join(raw, name), redactor.redact(text));
  };
  write('results.json', JSON.stringify(results));
  write('cases-judge.ndjson', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const failed = results.files.some(({ cases }) => cases.some(({ status }) => status === 'failed'));
  return finish({ reportsDir, run, exit: { code: failed ? 1 : 0, signal: null }, secrets: redactor });
}

/** A judgement in the form in which a run leaves its records: from here on the reports are made as those of a run are. */
function recordsOf({ judgement, calls, guilty }: Judged): {
  run: RunInfo;
  results: Results;
  lines: CaseLine[];
} {
  const times = calls.filter(({ exchange }) => exchange.startedAt > 0).map(({ exchange }) => exchange);
  const startedAt = times[0]?.startedAt ?? Date.now();
  const endedAt = times.reduce(
    (latest, each) => Math.max(latest, each.startedAt + each.durationMs),
    startedAt,
  );
  const named = new Map<string, string>();
  const made = judgement.endpoints.map((each) => casesOf(each, startedAt, guilty.get(each.endpoint)));
  for (const { shown, result } of made.flat())
    for (const { place } of shown) named.set(place, named.get(place) ?? result.title);
  const lines = made.flat().map((each) => lineOf(each, named));
  const others = calls.filter(({ place }) => !named.has(place)).map(({ exchange }) => exchange);
  const files: FileResult[] = judgement.endpoints.map(({ endpoint: file }, index) => ({
    ...{ file, startedAt, endedAt },
    cases: (made[index] ?? []).map(({ result }) => result),
  }));
  return {
    run: runOf(calls, startedAt, judgement.calls - calls.length),
    results: { startedAt, endedAt, files },
    lines: [...lines, { kind: 'case', file: '', title: '', exchanges: others, findings: [] }],
  };
}

function runOf(calls: readonly ShownCall[], startedAt: number, hidden: number): RunInfo {
  const originOf = (gateway: 'oapi' | 'api'): string => {
    const url = calls.find(({ endpoint }) => endpoint.gateway === gateway)?.exchange.url;
    return url === undefined ? `https://${gateway}.dingtalk.com` : new URL(url).origin;
  };
  return {
    id: 'judge',
    target: 'live',
    profile: 'recorded traffic',
    startedAt,
    rootDir: root,
    strict: false,
    urls: { oapi: originOf('oapi'), api: originOf('api') },
    ...(hidden > 0 ? { missing: [`${hidden} more calls: they were judged, and are not shown here`] } : {}),
  };
}

interface Made {
  readonly file: string;
  readonly result: CaseResult;
  /** The calls that show why it failed. */
  readonly shown: readonly ShownCall[];
  readonly findings: readonly Finding[];
}

// A call stands in one case only, lest it is counted twice.
const lineOf = (
  { file, result: { title }, shown, findings }: Made,
  named: ReadonlyMap<string, string>,
): CaseLine => ({
  ...{ kind: 'case', file, title, findings },
  exchanges: shown.filter(({ place }) => named.get(place) === title).map(({ exchange }) => exchange),
});

function casesOf(
  judgement: EndpointJudgement,
  startedAt: number,
  guilty: ReadonlyMap<string, readonly ShownCall[]> | undefined,
): Made[] {
  const { endpoint, broken, notJudged, calls } = judgement;
  const make = (name: string, more: Partial<CaseResult>, shown: readonly ShownCall[] = []): Made => {
    const title = `${endpoint} ${name}`;
    const plain = { title, describe: [endpoint], name, status: 'passed', startedAt } as const;
    const result = { ...plain, durationMs: 0, messages: [], attempts: 1, ...more };
    return { file: endpoint, result, shown, findings: [] };
  };
  const unheld = notJudged.reduce((total, { count }) => total + count, 0);
  const reason = notJudged.map(({ what, count }) => `${count}: ${what}`).join('; ');
  const cases = [
    ...broken.map((problem) =>
      make(
        problem.what,
        { status: 'failed', messages: [storyOf(judgement, problem)] },
        guilty?.get(problem.what),
      ),
    ),
    ...(broken.length === 0 && calls > unheld ? [make('keeps its contract', {})] : []),
    ...(unheld > 0 ? [make('answers that cannot be judged', { status: 'skipped', reason })] : []),
  ];
  const [first, ...rest] = cases;
  // What was noticed of an endpoint belongs to none of its cases in particular.
  return first ? [{ ...first, findings: findingsOf(judgement) }, ...rest] : [];
}

function storyOf(
  { method, path, endpoint, title, docs, calls }: EndpointJudgement,
  problem: Problem,
): string {
  const { what, promise, expected, got } = problem;
  const rule = promise === undefined ? undefined : ruleTextOf(promise);
  return [
    `${method} ${path} (${endpoint} ${title}) broke its contract: ${what}`,
    ...(expected === undefined ? [] : [`Expected: ${expected}`]),
    ...(got === undefined ? [] : [`Received: ${got}`]),
    ...(rule === undefined ? [] : [`  says:  ${rule}`]),
    `  seen:  ${seenIn(problem, calls)}`,
    `  docs:  ${docs}`,
  ].join('\n');
}

/** `3 of 12 calls: traffic.har entry 17, traffic.har entry 19, …`. */
function seenIn({ count, places }: Seen, calls: number): string {
  const more = count > places.length ? ', …' : '';
  return `${count} of ${calls} calls: ${places.join(', ')}${more}`;
}

function findingsOf(judgement: EndpointJudgement): Finding[] {
  const { endpoint, calls, inferred, undocumented, refusals, requests, archived, tooFast } = judgement;
  const told = (kind: Finding['kind'], seen: readonly Seen[], words = (each: Seen) => each.what): Finding[] =>
    seen.map((each) => ({ kind, endpoint, message: `${words(each)} (${seenIn(each, calls)})` }));
  const once = (kind: Finding['kind'], message: string): Finding => ({ kind, endpoint, message });
  return [
    ...told('inferred', inferred, ({ what }) => `inferred: ${what}`),
    ...told('undocumented field', undocumented),
    ...told('undocumented request', requests),
    ...refusals.flatMap((each) => told('refusal', [each], () => `${each.what}: ${each.explained}`)),
    ...(archived ? [once('archived endpoint', archivedText(archived))] : []),
    ...(tooFast
      ? [
          once(
            'above the limit',
            `${tooFast.calls} calls in one second, ${tooFast.allowed} are let through (from ${tooFast.place})`,
          ),
        ]
      : []),
  ];
}

/** That the page of an endpoint is archived, and what takes its place. */
export const archivedText = ({ successor }: NonNullable<EndpointJudgement['archived']>): string =>
  successor === undefined
    ? 'its page is archived, and names no successor'
    : `its page is archived in favour of ${successor}`;
