/** `npm run openapi:tools`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../config/root';
import { commandLine } from '../../runner/cli/command-line';
import { words } from '../../runner/cli/options';
import { start } from '../../runner/cli/start';
import { toolsPage } from '../interop/tools-page';
import { tools, tryTool, type ToolTried } from '../interop/try-tools';

const { values } = commandLine({
  command: 'npm run openapi:tools',
  says: {
    en: 'Installs generators, mocks and clients of OpenAPI in a temporary folder, runs them on the description, and writes docs/openapi-tools.md.',
    zh: '在临时目录安装 OpenAPI 的代码生成器、模拟服务和客户端，在接口描述上逐个运行，并生成 docs/openapi-tools.md。',
  },
  options: {
    only: words('name', {
      en: 'only tools whose name holds this; prints what came out and writes nothing',
      zh: '只运行名称包含该词的工具；只打印结果，不写文件',
    }),
  },
  statuses: {
    0: { en: 'written, or printed with --only', zh: '已生成；使用 --only 时已打印' },
    1: { en: 'a tool could not be tried', zh: '有工具未能测试' },
  },
});

const say = (line: string): unknown => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const isAsked = (name: string): boolean =>
    values.only.length === 0 || values.only.some((word) => name.toLowerCase().includes(word.toLowerCase()));
  const folder = mkdtempSync(join(tmpdir(), 'openapi-tools-'));
  const tried: ToolTried[] = [];
  try {
    for (const tool of tools.filter(({ name }) => isAsked(name))) {
      say(`${tool.name} ${tool.version}`);
      const one = await tryTool(tool, join(folder, tool.name.replace(/\W+/g, '-')));
      say(`  ${one.result ?? `not tried: ${one.notTried ?? ''}`}`);
      tried.push(one);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (values.only.length === 0) await write(tried);
  return tried.some(({ notTried }) => notTried !== undefined) ? 1 : 0;
}

async function write(tried: readonly ToolTried[]): Promise<void> {
  const file = join(root, 'docs', 'openapi-tools.md');
  const page = toolsPage(tried, new Date().toISOString().slice(0, 10));
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
  process.stdout.write(`${tried.length} tools in docs/openapi-tools.md\n`);
}

start(main);
