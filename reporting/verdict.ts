import { join } from 'node:path';
import { styleText } from 'node:util';
import { quotaInWords } from './quota-report';
import type { KnownCause } from './history';
import type { Summary, Verdict } from './summary';
import {
  causeHeadline,
  causeInWords,
  countedInWords,
  day,
  duration,
  knownInWords,
  newsInWords,
  plural,
  skipsByReason,
  tenantWords,
  unfinishedInWords,
} from './words';

const colours: Record<Verdict, 'green' | 'yellow' | 'red'> = {
  passed: 'green',
  partial: 'yellow',
  failed: 'red',
  'not started': 'red',
  interrupted: 'yellow',
};

/**
 * What the terminal says at the end of a run: the verdict first, then whatever a reader has to act on, then where the reports are.
 * @param isTerminal whether colours are wanted.
 */
export function verdictText(summary: Summary, reportsDir: string, isTerminal: boolean): string {
  const { verdict, problems, missing, leftBehind, causes, findings, calls, quota } = summary;
  const paint = (text: string): string => (isTerminal ? styleText(['bold', colours[verdict]], text) : text);
  const lines = [
    ...problems.map((problem) => line('problem', problem)),
    ...missing.map((what) => line('missing', what)),
    ...summary.unfinished.map((run) => line('killed', unfinishedInWords(run))),
    ...leftBehind.map((what) => line('left', what)),
    ...causesText(causes),
    ...skipsByReason(summary).map(([reason, titles]) => line('skipped', `${titles.length}: ${reason}`)),
    ...(findings.length > 0 ? [line('findings', `${findings.length}, listed in the report`)] : []),
    ...sinceLastTime(summary),
    line('calls', `${calls.total} sent, of which ${countedInWords(summary)}`),
    ...(verdict === 'not started' ? [] : [line('quota', quotaInWords(quota))]),
    ...(summary.lostMessage === undefined ? [] : [line('chat', `not told: ${summary.lostMessage}`)]),
    line('reports', join(reportsDir, summary.reports.start)),
  ];
  return `\n${paint(verdict.toUpperCase())}  ${headline(summary)}\n${lines.join('\n')}\n`;
}

function headline(summary: Summary): string {
  const { total, failed, skipped, blocked, known, notSelected } = summary.totals;
  if (summary.verdict === 'not started') return 'the run could not start';
  const some = (...counts: readonly (readonly [number, string])[]): string => {
    const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    return told.length > 0 ? ` (${told.join(', ')})` : '';
  };
  return [
    plural(total - notSelected, 'case'),
    `${failed} failed${some([blocked, 'blocked'], [known, 'known'])}`,
    `${skipped - notSelected} skipped in ${duration(summary.durationMs)} on ${tenantWords(summary)}${some([notSelected, 'others not selected'])}`,
  ].join(', ');
}

function sinceLastTime({ news }: Summary): string[] {
  const words = newsInWords(news);
  return news.before === undefined || words === '' ? [] : [line('since', `${day(news.before)}: ${words}`)];
}

const line = (name: string, text: string): string => `  ${name.padEnd(8)}  ${text}`;

// Everything else is in the report.
const mostCauses = 10;

function causesText(causes: readonly KnownCause[]): string[] {
  const more = causes.length - mostCauses;
  return [
    ...causes
      .slice(0, mostCauses)
      .map((cause) => line(cause.knownIssue ? 'known' : 'failed', causeText(cause))),
    ...(more > 0 ? [line('failed', `${plural(more, 'cause')} more, in the report`)] : []),
  ];
}

function causeText(cause: KnownCause): string {
  const { expected, got, cases, id } = cause;
  const [first] = cases;
  const shown = [
    ...(expected === undefined ? [] : [`- ${expected}`]),
    ...(got === undefined ? [] : [`+ ${got}`]),
    ...knownInWords(cause),
    `${causeInWords(cause)}; first «${first?.title ?? ''}» (cause ${id})`,
  ];
  return [`[${cause.class}] ${causeHeadline(cause)}`, ...shown.map(cut)].join('\n            ');
}

const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
