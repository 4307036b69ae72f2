/** `npm run summary`: what the last run came to; `-- --markdown` as a page for a CI job. Says so, and exits 0, where no run has left a summary. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import type { Summary } from '../../reporting/summary';
import { summaryMarkdown } from '../../reporting/formats/summary-markdown';
import { verdictText } from '../../reporting/verdict';

const { values } = parseArgs({ options: { markdown: { type: 'boolean', default: false } } });
const reportsDir = readReportsDir(environment());
const file = join(reportsDir, 'summary.json');

function text(): string {
  if (!existsSync(file)) return `There is no ${file}: no run has come to its end.\n`;
  const summary = JSON.parse(readFileSync(file, 'utf8')) as Summary;
  return values.markdown ? summaryMarkdown(summary) : verdictText(summary, reportsDir, process.stdout.isTTY);
}

process.stdout.write(text());
