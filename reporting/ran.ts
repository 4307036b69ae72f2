import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '../client/exchange';
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
export function ranText(reportsDir: string, withCalls: boolean): string {
  const raw = join(reportsDir, 'raw');
  const { files } = JSON.parse(readFileSync(join(raw, 'results.json'), 'utf8')) as Results;
  const all = joinCases(files, readCaseLines(raw));
  const ran = all.filter(({ reason, added }) => !added && reason?.startsWith(notSelected) !== true);
  if (ran.length === 0 || (!withCalls && (ran.length > fewCases || ran.length === all.length))) return '';
  const lines = ran.flatMap((each) => [caseLine(each), ...(withCalls ? each.exchanges.map(callLine) : [])]);
  return ['', ...lines, `  report    ${join(reportsDir, reportPaths.html)}`, ''].join('\n');
}

const caseLine = ({ status, title, file, durationMs }: Case): string =>
  `  ${status.padEnd(8)}  ${title}  (${file}, ${duration(durationMs)})`;

function callLine({ method, url, status, outcome, durationMs, shared, cleaning }: Exchange): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const why = shared === undefined ? '' : `  for ${shared}`;
  const head = `${' '.repeat(12)}${method.padEnd(4)} ${path}  ${status ?? 'no answer'}  ${outcome}`;
  return `${head}  ${duration(durationMs)}${why}${cleaning ? '  cleaning up' : ''}`;
}
