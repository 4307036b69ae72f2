import { join } from 'node:path';
import { styleText } from 'node:util';
import { padded, type Language } from '../config/language';
import type { KnownCause } from './history';
import type { Summary, Verdict } from './summary';
import { verdictSays } from './verdict-words';
import { causeHeadline, newsInWords, skipsByReason } from './words';

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
export function verdictText(
  summary: Summary,
  reportsDir: string,
  isTerminal: boolean,
  language: Language,
): string {
  const { verdict, problems, missing, leftBehind, findings, news, lostMessage } = summary;
  const says = verdictSays[language];
  const paint = (text: string): string => (isTerminal ? styleText(['bold', colours[verdict]], text) : text);
  const line = (name: Parameters<typeof says.label>[0], text: string): string =>
    `  ${padded(says.label(name), 8)}  ${text}`;
  const lines = [
    ...problems.map((problem) => line('problem', problem)),
    ...missing.map((what) => line('missing', what)),
    ...(summary.capabilities?.problems ?? []).map(({ text }) => line('to fix', text)),
    ...summary.unfinished.map((run) => line('killed', says.killed(run))),
    ...leftBehind.map((what) => line('left', what)),
    ...causesText(summary.causes, language).map(([name, text]) => line(name, text)),
    ...skipsByReason(summary).map(([reason, titles]) => line('skipped', `${titles.length}: ${reason}`)),
    ...(findings.length > 0 ? [line('findings', says.findings(findings.length))] : []),
    ...(news.before === undefined || newsInWords(news) === ''
      ? []
      : [line('since', says.news(news, news.before))]),
    line('calls', says.calls(summary)),
    ...(verdict === 'not started' ? [] : [line('quota', says.quota(summary.quota))]),
    ...(lostMessage === undefined ? [] : [line('chat', says.lost(lostMessage))]),
    line('reports', join(reportsDir, summary.reports.start)),
  ];
  return `\n${paint(says.verdict(verdict))}  ${says.headline(summary)}\n${lines.join('\n')}\n`;
}

// Everything else is in the report.
const mostCauses = 10;

function causesText(causes: readonly KnownCause[], language: Language): ['known' | 'failed', string][] {
  const more = causes.length - mostCauses;
  return [
    ...causes
      .slice(0, mostCauses)
      .map((cause): ['known' | 'failed', string] => [
        cause.knownIssue ? 'known' : 'failed',
        causeText(cause, language),
      ]),
    ...(more > 0 ? [['failed', verdictSays[language].more(more)] as ['failed', string]] : []),
  ];
}

function causeText(cause: KnownCause, language: Language): string {
  const { expected, got, cases, id } = cause;
  const says = verdictSays[language];
  const shown = [
    ...(expected === undefined ? [] : [`- ${expected}`]),
    ...(got === undefined ? [] : [`+ ${got}`]),
    ...says.known(cause),
    says.cause(cause) + says.first(cases[0]?.title ?? '', id),
  ];
  return [`[${cause.class}] ${causeHeadline(cause)}`, ...shown.map(cut)].join('\n            ');
}

const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
