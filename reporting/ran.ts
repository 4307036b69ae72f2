import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '../client/exchange';
import { padded, type Language } from '../config/language';
import { joinCases, type Case } from './records/cases';
import { readCaseLines } from './records/recorded';
import { notSelected, type Results } from './records/results';
import { reportPaths } from './summary';
import { duration } from './words';

// More of them are better read in a report.
const fewCases = 10;

/**
 * The cases that a run has tried, a line each with how it ended, and where its report is: of a run that took a few of them, and of any where
 * `withCalls` asks for the calls of each. Empty for any other.
 * @param reportsDir where the run has left `raw/results.json` and its records, without secrets.
 */
export function ranText(reportsDir: string, withCalls: boolean, language: Language): string {
  const raw = join(reportsDir, 'raw');
  const { files } = JSON.parse(readFileSync(join(raw, 'results.json'), 'utf8')) as Results;
  const all = joinCases(files, readCaseLines(raw));
  const ran = all.filter(({ reason, added }) => !added && reason?.startsWith(notSelected) !== true);
  if (ran.length === 0 || (!withCalls && (ran.length > fewCases || ran.length === all.length))) return '';
  const say = words[language];
  const lines = ran.flatMap((each) => [
    caseLine(each, say),
    ...(withCalls ? each.exchanges.map((call) => callLine(call, say)) : []),
  ]);
  return ['', ...lines, `  ${padded(say.report, 8)}  ${join(reportsDir, reportPaths.html)}`, ''].join('\n');
}

const words = {
  en: {
    passed: 'passed',
    failed: 'failed',
    skipped: 'skipped',
    report: 'report',
    noAnswer: 'no answer',
    shared: (what: string) => `  for ${what}`,
    cleaning: '  cleaning up',
  },
  zh: {
    passed: '通过',
    failed: '失败',
    skipped: '跳过',
    report: '报告',
    noAnswer: '没有响应',
    shared: (what: string) => `  用于 ${what}`,
    cleaning: '  清理',
  },
};
type Words = (typeof words)[Language];

const caseLine = ({ status, title, file, durationMs }: Case, say: Words): string =>
  `  ${padded(say[status], 8)}  ${title}  (${file}, ${duration(durationMs)})`;

function callLine(
  { method, url, status, outcome, durationMs, shared, cleaning }: Exchange,
  say: Words,
): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const why = shared === undefined ? '' : say.shared(shared);
  const head = `${' '.repeat(12)}${method.padEnd(4)} ${path}  ${status ?? say.noAnswer}  ${outcome}`;
  return `${head}  ${duration(durationMs)}${why}${cleaning ? say.cleaning : ''}`;
}
