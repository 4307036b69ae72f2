import { quotaInWords } from '../quota-report';
import type { OpenFailure } from '../news';
import type { KnownCause } from '../history';
import type { Summary } from '../summary';
import {
  causeHeadline,
  causeInWords,
  comparedIn,
  countedInWords,
  day,
  failedInWords,
  duration,
  knownInWords,
  newsInWords,
  plural,
  skipsByReason,
  tenantText,
  unfinishedInWords,
  verdictWords,
} from '../words';

const most = 50;

/** A summary as Markdown, for the page of a CI job; bounded, since such a page takes a megabyte at most. */
export function summaryMarkdown(summary: Summary): string {
  return [
    `## DingTalk API suite: ${verdictWords[summary.verdict].toLowerCase()}`,
    ['| | |', '| --- | --- |', ...factsOf(summary).map((cells) => `| ${cells.map(cell).join(' | ')} |`)].join(
      '\n',
    ),
    ...section('Something is wrong with the run itself', summary.problems, (text) => `- ${cell(text)}`),
    ...section(
      'Runs that did not come to their end',
      summary.unfinished,
      (run) => `- ${cell(unfinishedInWords(run))}`,
    ),
    ...section('Parts of the run that are not there', summary.missing, (text) => `- ${cell(text)}`),
    ...section('Causes', summary.causes, causeLine),
    ...section('Fixed', summary.news.fixed, oldLine),
    ...section('Failed when they last ran, not run this time', summary.news.notRun, oldLine),
    ...section(
      'Skipped',
      skipsByReason(summary),
      ([reason, titles]) => `- ${plural(titles.length, 'case')}: ${cell(reason)}`,
      summary.skips.length,
    ),
    ...section(
      'Findings',
      summary.findings,
      ({ endpoint, message, cases }) => `- ${cell(endpoint)}: ${cell(message)} (${plural(cases, 'case')})`,
    ),
    '',
  ].join('\n\n');
}

function factsOf(summary: Summary): string[][] {
  const { total, passed, notSelected } = summary.totals;
  const taken = `${total - notSelected}: ${passed} passed, ${failedInWords(summary)}, ${summary.skips.length} skipped`;
  return [
    ...(summary.verdict === 'not started' ? [] : [['Cases', taken]]),
    ['Where', `${tenantText(summary).en}, profile ${summary.profile}, run ${summary.run}`],
    ['Took', duration(summary.durationMs)],
    ['Calls', `${summary.calls.total} sent, of which ${countedInWords(summary)}`],
    ['Quota', quotaInWords(summary.quota)],
    ...(summary.lostMessage === undefined ? [] : [['Chat', `not told: ${summary.lostMessage}`]]),
    ...(summary.news.before === undefined
      ? []
      : [[`Since ${day(summary.news.before)}`, newsInWords(summary.news) || 'nothing is new']]),
  ];
}

function section<Item>(
  name: string,
  items: readonly Item[],
  line: (item: Item) => string,
  count = items.length,
): string[] {
  if (items.length === 0) return [];
  const more = items.length > most ? [`- and ${items.length - most} more, in the reports`] : [];
  return [`### ${name} (${count})`, [...items.slice(0, most).map(line), ...more].join('\n')];
}

function causeLine(cause: KnownCause): string {
  const { id, isNew, knownIssue } = cause;
  const told = [causeHeadline(cause), ...comparedIn(cause), ...knownInWords(cause)].map(cell);
  const mark = knownIssue ? '**known** ' : isNew ? '**new** ' : '';
  return `- ${mark}[${cause.class}] ${[...told, causeInWords(cause), `cause \`${id}\``].join('; ')}`;
}

const oldLine = ({ class: failureClass, title, since }: OpenFailure): string =>
  `- [${failureClass}] ${cell(title)}, since ${day(since)}`;

// One line, in which nothing is markup or a mention.
function cell(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.slice(0, 300).replace(/[\\`*_[\]<>#|@]/g, '\\$&');
}
