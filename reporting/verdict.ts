import { join } from 'node:path';
import { styleText } from 'node:util';
import { recorded } from '../config/capabilities';
import { padded, type Language, type Text } from '../config/language';
import type { KnownCause } from './history';
import type { Summary, Verdict } from './summary';
import { verdictSays } from './verdict-words';
import { skipReason } from './skip-reasons';
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
 * @param problem why the run could not start; where it is absent, what was recorded of that.
 */
export function verdictText(
  summary: Summary,
  reportsDir: string,
  isTerminal: boolean,
  language: Language,
  problem?: Text,
): string {
  const { verdict, problems, missing, leftBehind, findings, lostMessage } = summary;
  const says = verdictSays[language];
  const why = whyNot(summary, problem?.[language]);
  const paint = (text: string): string => (isTerminal ? styleText(['bold', colours[verdict]], text) : text);
  const line = (name: Parameters<typeof says.label>[0], text: string): string =>
    `  ${padded(says.label(name), 8)}  ${text}`;
  const lines = [
    ...problems.map((problem) => line('problem', problem)),
    ...missing.map((what) => line('missing', what)),
    ...toFix(summary, language).map((text) => line('to fix', text)),
    ...summary.unfinished.map((run) => line('killed', says.killed(run))),
    ...leftBehind.map((what) => line('left', what)),
    ...causesText(why === undefined ? summary.causes : [], language).map(([name, text]) => line(name, text)),
    ...skipsByReason(summary).map(([reason, titles]) =>
      line('skipped', says.skip(titles.length, skipReason(reason, language))),
    ),
    ...(findings.length > 0 ? [line('findings', says.findings(findings.length))] : []),
    ...openSince(summary, says.news).map((text) => line('since', text)),
    line('calls', says.calls(summary)),
    ...(why === undefined ? [line('quota', says.quota(summary.quota))] : []),
    ...(lostMessage === undefined ? [] : [line('chat', says.lost(lostMessage))]),
    line('reports', join(reportsDir, summary.reports.start)),
  ];
  return `\n${paint(says.verdict(verdict))}  ${why ?? says.headline(summary)}\n${lines.join('\n')}\n`;
}

// The first sentence: the whole has been printed, and stands in the report.
function whyNot({ verdict, failures: [first] }: Summary, problem = first?.message ?? ''): string | undefined {
  return verdict === 'not started' ? problem.split(/[.:](?=\s|$)|[。：\n]/)[0] : undefined;
}

const toFix = ({ capabilities }: Summary, language: Language): string[] =>
  (capabilities?.problems ?? []).map(({ text, textZh }) => recorded(text, textZh, language));

const openSince = ({ news }: Summary, say: (typeof verdictSays)['en']['news']): string[] =>
  news.before === undefined || newsInWords(news) === '' ? [] : [say(news, news.before)];

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
