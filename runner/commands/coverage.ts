/** `npm run coverage`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import type { Results } from '../../reporting/records/results';
import type { Summary } from '../../reporting/summary';
import { UserError, type Text } from '../../config/language';
import { commandLine } from '../cli/command-line';
import { flag } from '../cli/options';
import { start } from '../cli/start';
import { tenantLine, tenantOfRun } from '../cli/tenant-line';
import { words } from '../cli/words';

const { values, args, language } = commandLine({
  command: 'npm run coverage',
  says: {
    en: 'Says what the last run of the whole suite left uncovered of the documentation, and what is wrong with its cases.',
    zh: '列出上次完整运行中文档尚未覆盖的部分，以及用例本身的问题。',
  },
  argument: {
    name: '[endpoint]',
    says: { en: 'the beginning of the ids asked for', zh: '接口 id 的开头部分' },
  },
  options: { json: flag(words.json) },
  examples: [
    ['', { en: 'all endpoints', zh: '全部接口' }],
    ['report/list', { en: 'one endpoint', zh: '单个接口' }],
  ],
  statuses: {
    0: { en: 'nothing is open', zh: '没有遗漏' },
    1: { en: 'something is open', zh: '有遗漏' },
    2: { en: 'there is no run to look at', zh: '没有可供分析的运行结果' },
  },
});

const folder = readReportsDir(environment());

function read(name: string): unknown {
  const file = join(folder, name);
  if (!existsSync(file))
    throw new UserError({
      en: `There is no ${file}: run \`npm test\` first.`,
      zh: `没有 ${file}：请先运行 \`npm test\`。`,
    });
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** What the last run shows to be missing or wrong, a line each; `chosen` begins the ids that are asked for. */
function findings(chosen: string): string[] {
  const { coverage, totals } = read('summary.json') as Summary;
  const open = coverage.endpoints
    .filter(({ id }) => id.startsWith(chosen))
    .flatMap(({ notCalled, notAsserted }) => [
      ...notCalled.map((id) => `not called    ${id}`),
      ...notAsserted.map((id) => `not asserted  ${id}`),
    ]);
  return [
    ...(totals.notSelected > 0 ? ['the last run was not of the whole suite'] : []),
    ...open,
    ...coverage.unknown.filter((id) => id.startsWith(chosen)).map((id) => `unknown       ${id}`),
    ...sameTitles(read('raw/results.json') as Results).map((title) => `title twice   ${title}`),
  ];
}

// Records are joined to results by their titles, so two cases of one name would share one record.
function sameTitles({ files }: Results): string[] {
  return files.flatMap(({ file, cases }) => {
    const titles = cases.map(({ title }) => title);
    return titles
      .filter((title, index) => titles.indexOf(title) !== index)
      .map((title) => `${file}: ${title}`);
  });
}

const asserting: Text = {
  en: "A case asserts an id by covers('…'); what no case can show stands in schemas/untestable.ts, with the reason.",
  zh: "用例用 covers('…') 声明验证了某一项；任何用例都无法验证的，写入 schemas/untestable.ts 并说明原因。",
};

function main(): number {
  const { coverage, ...run } = read('summary.json') as Summary;
  const found = findings(args[0] ?? '');
  const { asserted, called } = coverage.tcl;
  const sum = {
    en: `Test coverage level: ${asserted} of 7 asserted, ${called} of 7 called; ${found.length} open.`,
    zh: `测试覆盖等级：已验证 ${asserted}/7，已调用 ${called}/7；尚缺 ${found.length} 项。`,
  };
  const isToAssert = found.some((each) => each.startsWith('not asserted'));
  const lines = [
    tenantLine(tenantOfRun(run), language),
    ...found,
    ...(isToAssert ? [asserting[language]] : []),
    sum[language],
  ];
  const { target, urls } = run;
  const json = { target, urls, tcl: { asserted, called }, open: found };
  process.stdout.write(`${values.json ? JSON.stringify(json, null, 2) : lines.join('\n')}\n`);
  return found.length > 0 ? 1 : 0;
}

start(main);
