/** `npm run scoreboard`. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { root } from '../../config/root';
import { faults } from '../faults';
import { plannedCases } from '../../runner/planning/costs';
import { readCosts } from '../../runner/planning/forecast';
import { readResults, writeResult } from '../results/read-results';
import type { MeasuredRun } from '../results/scoreboard';
import { scoreboardPage } from '../results/scoreboard-page';
import { staleness } from '../results/staleness';
import type { Summary } from '../../reporting/summary';
import { commandLine } from '../../runner/cli/command-line';
import { flag } from '../../runner/cli/options';
import { start } from '../../runner/cli/start';

const { values } = commandLine({
  command: 'npm run scoreboard',
  says: {
    en: 'Writes docs/scoreboard.md from what the proving commands have left in lab/results.',
    zh: '由各项验证命令留在 lab/results 中的结果生成 docs/scoreboard.md。',
  },
  options: {
    measure: flag({
      en: 'first takes cases, coverage, times and sizes from the reports of the last full `npm test`',
      zh: '先从上次完整 `npm test` 的报告中取用例数、覆盖率、时间和大小',
    }),
    check: flag({
      en: 'writes nothing, and says whether all of it is fresh',
      zh: '不写文件，只检查是否为最新',
    }),
  },
  statuses: {
    0: { en: 'written, or fresh', zh: '已生成，或为最新' },
    1: { en: 'with --check: it is stale', zh: '使用 --check 时：已过期' },
    2: { en: 'there is nothing to measure', zh: '没有可用的运行结果' },
  },
});

const page = join(root, 'docs', 'scoreboard.md');
const mostShown = 20;
const listed = (texts: readonly string[]): string => new Intl.ListFormat('en-GB').format(texts);

function measure(): MeasuredRun {
  const folder = readReportsDir(environment());
  const summary = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')) as Summary;
  if (summary.verdict !== 'passed' || summary.profile !== 'full' || summary.totals.notSelected > 0) {
    throw new Error(`The last run in ${folder} was not a full one that passed: run \`npm test\` first.`);
  }
  const { totals, calls, coverage, sources, reports, durationMs, startedAt } = summary;
  return {
    date: startedAt.slice(0, 10),
    cases: totals.total,
    specFiles: Object.keys(readCosts()).length,
    calls: calls.total,
    seconds: Math.round(durationMs / 1000),
    level: coverage.tcl.asserted,
    coverage: coverage.total.map(({ kind, total, asserted }) => ({ kind, total, asserted })),
    sources,
    sizes: Object.fromEntries(
      [reports.start, reports.html, reports.allure, reports.junit, reports.summary].map((path) => [
        path,
        statSync(join(folder, path)).size,
      ]),
    ),
  };
}

function main(): number {
  if (values.measure) writeResult('run', measure());
  const results = readResults();
  const fresh = scoreboardPage(results);
  const isFresh = existsSync(page) && readFileSync(page, 'utf8') === fresh;
  if (!values.check) {
    writeFileSync(page, fresh);
    process.stdout.write('wrote docs/scoreboard.md\n');
    return 0;
  }
  const { lines, commands } = staleness(results, { faults, cases: plannedCases(readCosts(), 1) });
  const stale = [...(isFresh ? [] : ['docs/scoreboard.md is not what lab/results says']), ...lines];
  if (stale.length === 0) return 0;
  const mending = listed([...commands, 'npm run scoreboard'].map((command) => `\`${command}\``));
  const more = stale.length > mostShown ? [`and ${stale.length - mostShown} more`] : [];
  const shown = [...stale.slice(0, mostShown), ...more].map((line) => `  - ${line}\n`).join('');
  process.stderr.write(
    `The scoreboard is stale:\n${shown}Run ${mending}, and commit lab/results and docs/scoreboard.md.\n`,
  );
  return 1;
}

start(main);
