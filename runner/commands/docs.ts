/** `npm run docs`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../config/root';
import { withAssumedAnswers } from '../../emulator/choices/list';
import type { Text } from '../../config/language';
import { commandLine } from '../cli/command-line';
import { flag } from '../cli/options';
import { withProgress } from '../cli/progress';
import { start } from '../cli/start';
import { contradictionsPage } from '../generate/contradictions-page';
import { withTables } from '../generate/guide-tables';

const { values, language } = commandLine({
  command: 'npm run docs',
  says: {
    en: 'Writes what the docs take from code and endpoint files: contradictions, choices, tables of commands, settings and permissions.',
    zh: '由代码和接口文件生成文档：矛盾之处、可选答案、命令、配置项和权限的表格。',
  },
  options: {
    check: flag({
      en: 'writes nothing, and says whether they are fresh',
      zh: '不写文件，只检查是否为最新',
    }),
  },
  statuses: {
    0: { en: 'all are fresh', zh: '均为最新' },
    1: { en: 'with --check: one of them is stale', zh: '使用 --check 时：有文件已过期' },
  },
});

const pages: Readonly<Record<string, (old: string) => string>> = {
  'docs/contradictions.md': contradictionsPage,
  'emulator/README.md': withAssumedAnswers,
  'docs/guides/commands.md': (old) => withTables(old, 'en', ['commands', 'environment']),
  'docs/guides/zh-CN/commands.md': (old) => withTables(old, 'zh', ['commands', 'environment']),
  'docs/guides/tenant.md': (old) => withTables(old, 'en', ['permissions']),
  'docs/guides/zh-CN/tenant.md': (old) => withTables(old, 'zh', ['permissions']),
};

/** Whether a page is fresh; without --check it is so afterwards. */
async function isFresh([name, fresh]: [string, (old: string) => string]): Promise<boolean> {
  const file = join(root, name);
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const page = await format(fresh(old), { ...(await resolveConfig(file)), filepath: file });
  if (!values.check) writeFileSync(file, page);
  return page === old;
}

const writtenText = (names: string): Text =>
  names === ''
    ? { en: 'nothing to write', zh: '没有需要更新的页面' }
    : { en: `wrote ${names}`, zh: `已写入 ${names}` };

const staleText = (names: string): Text => ({
  en: `Stale: ${names}. Run \`npm run docs\` and commit the result.`,
  zh: `已过期：${names}。请运行 \`npm run docs\` 并提交结果。`,
});

async function main(): Promise<number> {
  const found = await withProgress(
    language,
    () => ({ en: 'writing the pages', zh: '正在生成页面' }),
    () => Promise.all(Object.entries(pages).map(async (page) => ((await isFresh(page)) ? [] : [page[0]]))),
  );
  const names = found.flat().join(', ');
  if (!values.check) process.stdout.write(`${writtenText(names)[language]}\n`);
  else if (names !== '') process.stderr.write(`${staleText(names)[language]}\n`);
  return values.check && names !== '' ? 1 : 0;
}

start(main);
