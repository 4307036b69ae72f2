/** `npm run openapi:tools`. */
import { join } from 'node:path';
import { commandLine } from '../../runner/cli/command-line';
import { words } from '../../runner/cli/options';
import { start } from '../../runner/cli/start';
import { writePage } from '../interop/write-page';
import { readResult, writeResult } from '../results/read-results';
import { inTemporaryFolder } from '../../reporting/render';
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
      en: 'only tools whose name holds this; the others keep their results',
      zh: '只运行名称包含该词的工具；其余工具保留原有结果',
    }),
  },
  statuses: {
    0: { en: 'written', zh: '已生成' },
    1: { en: 'written, but a tool could not be tried', zh: '已生成，但有工具未能测试' },
  },
});

const say = (line: string): unknown => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const isAsked = (name: string): boolean =>
    values.only.length === 0 || values.only.some((word) => name.toLowerCase().includes(word.toLowerCase()));
  const tried: Record<string, ToolTried> = {};
  await inTemporaryFolder(async (folder) => {
    for (const tool of tools.filter(({ name }) => isAsked(name))) {
      say(`${tool.name} ${tool.version}`);
      const one = await tryTool(tool, join(folder, tool.name.replace(/\W+/g, '-')));
      say(`  ${one.result ?? `not tried: ${one.notTried ?? ''}`}`);
      tried[tool.name] = one;
    }
  });
  // What was not tried this time keeps its result.
  const results = { ...readResult<Record<string, ToolTried>>('openapi-tools'), ...tried };
  writeResult('openapi-tools', results);
  await writePage('openapi-tools.md', toolsPage(tools, results));
  process.stdout.write(`${Object.keys(tried).length} tools tried, see docs/openapi-tools.md\n`);
  return Object.values(tried).some(({ notTried }) => notTried !== undefined) ? 1 : 0;
}

start(main);
