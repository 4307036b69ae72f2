// Stryker disable StringLiteral: the words and markup of a page; logic is not left out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../records/cases';
import { exchangeText } from './exchange-text';
import { jestResults } from '../records/jest-results';
import { inTemporaryFolder, renderWith } from '../render';
import type { Results, Totals } from '../records/results';
import type { RunInfo } from '../records/run';
import { knownInWords } from '../words';

const reporter = require.resolve('jest-html-reporters');

/**
 * Writes `html/index.html` with jest-html-reporters: one file that opens without a network. A failed case shows every call it made.
 */
export async function writeHtml(
  reportsDir: string,
  run: RunInfo,
  results: Results,
  cases: readonly Case[],
): Promise<void> {
  const folder = join(reportsDir, 'html');
  mkdirSync(folder, { recursive: true });
  const options = {
    publicPath: folder,
    filename: 'index.html',
    pageTitle: 'DingTalk API suite',
    inlineSource: true,
    hideIcon: true,
    customInfos: [
      { title: 'Run', value: run.id },
      { title: 'Target', value: run.target === 'live' ? run.urls.oapi : 'the embedded tenant' },
      { title: 'Profile', value: run.profile },
    ],
  };
  await inTemporaryFolder((temporary) =>
    renderWith(reporter, temporary, options, jestResults(results, cases, temporary, story)),
  );
  const { before, data, after } = pageOf(reportsDir);
  const styled = before
    .replace('<html>', '<html lang="en">')
    // A phone may make it larger.
    .replace(/(?<=width=device-width,initial-scale=1)[^"]*/, '')
    .replace('</head>', `${style}</head>`);
  writeFileSync(join(folder, 'index.html'), styled + mended(data, results) + after);
}

// The button under a failure takes the focus, and a long failure would open at its end.
// On a phone its tables are wider than the screen: they move, and not the page. Grey on white, and white on green, are too faint to read in either theme.
const rules = [
  '.ant-modal-confirm-content{max-height:70vh;overflow:auto}',
  '.ant-table-wrapper{overflow-x:auto}',
  '.ant-typography-secondary,.chart_title,.time_box,.time_box *,.card_item_title,.card_item_label,.ant-space-item a{color:inherit!important}',
  '.ant-tag-has-color,.ant-btn-primary>span{color:#000!important}',
];
const style = `<style>${rules.join('')}</style>`;

function mended(data: string, { endedAt, workers = 1 }: Results): string {
  const shown = JSON.parse(data) as HtmlData;
  const folder = JSON.stringify(`${shown.config.rootDir}/`).slice(1, -1);
  const facts = { endTime: endedAt, config: { rootDir: 'dingtalk-api-suite', maxWorkers: workers } };
  const text = JSON.stringify({ ...shown, ...facts }).replaceAll(folder, '');
  // The page keeps its data in a textarea as it is: a reply that holds `</textarea>` or `&lt;` would break out of it or change.
  return text.replaceAll('&', '\\u0026').replaceAll('<', '\\u003c');
}

function pageOf(reportsDir: string): { before: string; data: string; after: string } {
  const text = readFileSync(join(reportsDir, 'html', 'index.html'), 'utf8');
  const begin = /id="jest-html-reports-result-data">/.exec(text);
  const from = begin ? begin.index + begin[0].length : -1;
  // JSON holds no line break of its own, so this is where the data ends.
  const to = text.indexOf('\n  </textarea>', from);
  if (from < 0 || to < 0) throw new Error('html/index.html holds no data');
  return { before: text.slice(0, from), data: text.slice(from, to), after: text.slice(to) };
}

function story({ messages, exchanges, knownIssue }: Case): readonly string[] {
  const calls = exchanges.map((exchange, index) => exchangeText(exchange, index, exchanges.length));
  // It is the last call that a case fails over, so it comes first.
  return [[...knownInWords({ knownIssue }), ...messages, ...calls.reverse()].join('\n\n')];
}

/**
 * Counts the cases that `html/index.html` holds.
 * @throws when it holds none of the data it should.
 */
export function readHtmlTotals(reportsDir: string): Totals {
  const { testResults } = JSON.parse(pageOf(reportsDir).data) as HtmlData;
  const statuses = testResults.flatMap((file) => file.testResults.map(({ status }) => status));
  const count = (wanted: string): number => statuses.filter((status) => status === wanted).length;
  const [passed, failed, skipped] = [count('passed'), count('failed'), count('pending')];
  return { total: statuses.length, passed, failed, skipped };
}

interface HtmlData {
  readonly config: { readonly rootDir: string };
  readonly testResults: readonly { readonly testResults: readonly { readonly status: string }[] }[];
}
