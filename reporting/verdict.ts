import { join } from 'node:path';
import { styleText } from 'node:util';
import { quotaInWords } from './quota-report';
import type { Summary, Verdict } from './summary';
import { countedInWords, day, duration, newsInWords, plural, skipsByReason, tenantWords } from './words';

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
  const { verdict, problems, leftBehind, failures, findings, calls, quota } = summary;
  const paint = (text: string): string => (isTerminal ? styleText(['bold', colours[verdict]], text) : text);
  const lines = [
    ...problems.map((problem) => line('problem', problem)),
    ...leftBehind.map((what) => line('left', what)),
    ...failures.map(({ class: failureClass, title, message }) =>
      line('failed', `[${failureClass}] ${title}${because(message)}`),
    ),
    ...skipsByReason(summary).map(([reason, titles]) => line('skipped', `${titles.length}: ${reason}`)),
    ...(findings.length > 0 ? [line('findings', `${findings.length}, listed in the report`)] : []),
    ...sinceLastTime(summary),
    line('calls', `${calls.total} sent, of which ${countedInWords(summary)}`),
    ...(verdict === 'not started' ? [] : [line('quota', quotaInWords(quota))]),
    line('reports', join(reportsDir, summary.reports.start)),
  ];
  return `\n${paint(verdict.toUpperCase())}  ${headline(summary)}\n${lines.join('\n')}\n`;
}

function headline(summary: Summary): string {
  const { total, failed, skipped, blocked, notSelected } = summary.totals;
  if (summary.verdict === 'not started') return 'the run could not start';
  const some = (count: number, what: string): string => (count > 0 ? ` (${count} ${what})` : '');
  return [
    plural(total, 'case'),
    `${failed} failed${some(blocked, 'blocked')}`,
    `${skipped} skipped${some(notSelected, 'not selected')} in ${duration(summary.durationMs)} on ${tenantWords(summary)}`,
  ].join(', ');
}

function sinceLastTime({ news }: Summary): string[] {
  const words = newsInWords(news);
  return news.before === undefined || words === '' ? [] : [line('since', `${day(news.before)}: ${words}`)];
}

const line = (name: string, text: string): string => `  ${name.padEnd(8)}  ${text}`;

function because(message: string): string {
  const lines = message.split('\n').map((text) => text.trim());
  // Of a difference, what was expected and what came; of anything else, the first line.
  const difference = [/^- /, /^\+ /].flatMap((sign) => lines.find((text) => sign.test(text)) ?? []);
  const shown = (difference.length > 0 ? difference : lines.slice(0, 1)).join('  ');
  return shown === '' ? '' : `\n            ${shown.length > 200 ? `${shown.slice(0, 200)}…` : shown}`;
}
