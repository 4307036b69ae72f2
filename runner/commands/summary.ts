/** `npm run summary`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import type { Summary } from '../../reporting/summary';
import { summaryMarkdown } from '../../reporting/formats/summary-markdown';
import { verdictText } from '../../reporting/verdict';
import { commandLine } from '../cli/command-line';
import { flag } from '../cli/options';
import { start } from '../cli/start';
import { tenantLine, tenantOfRun } from '../cli/tenant-line';
import { words } from '../cli/words';

const { values, language } = commandLine({
  command: 'npm run summary',
  says: {
    en: 'Prints what the last run came to, from summary.json in REPORTS_DIR.',
    zh: '输出上次运行的结果（读取 REPORTS_DIR 下的 summary.json）。',
  },
  options: {
    markdown: flag({ en: 'as a page for a CI job', zh: '输出供 CI 任务展示的 Markdown' }),
    json: flag(words.json),
  },
  examples: [['--markdown', { en: 'as in the workflows of this project', zh: '与本项目的流水线用法相同' }]],
  statuses: { 0: { en: 'also where there was no run', zh: '没有运行结果时也是 0' } },
});

function main(): void {
  const reportsDir = readReportsDir(environment());
  const file = join(reportsDir, 'summary.json');
  process.stdout.write(existsSync(file) ? textOf(readFileSync(file, 'utf8'), reportsDir) : noneText(file));
}

const noneText = (file: string): string =>
  values.json
    ? 'null\n'
    : {
        en: `There is no ${file}: no run has come to its end.\n`,
        zh: `没有 ${file}：还没有运行完的记录。\n`,
      }[language];

function textOf(json: string, reportsDir: string): string {
  if (values.json) return json;
  const summary = JSON.parse(json) as Summary;
  if (values.markdown) return summaryMarkdown(summary);
  return `${tenantLine(tenantOfRun(summary), language)}\n${verdictText(summary, reportsDir, process.stdout.isTTY, language)}`;
}

start(main);
