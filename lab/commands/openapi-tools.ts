/** `npm run openapi:tools`. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../config/root';
import { commandLine } from '../../runner/cli/command-line';
import { words } from '../../runner/cli/options';
import { start } from '../../runner/cli/start';
import { proofFolder } from '../results/read-results';
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

const resultsFile = join(proofFolder, 'openapi-tools.json');
const say = (line: string): unknown => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const isAsked = (name: string): boolean =>
    values.only.length === 0 || values.only.some((word) => name.toLowerCase().includes(word.toLowerCase()));
  const folder = mkdtempSync(join(tmpdir(), 'openapi-tools-'));
  const tried: Record<string, ToolTried> = {};
  try {
    for (const tool of tools.filter(({ name }) => isAsked(name))) {
      say(`${tool.name} ${tool.version}`);
      const one = await tryTool(tool, join(folder, tool.name.replace(/\W+/g, '-')));
      say(`  ${one.result ?? `not tried: ${one.notTried ?? ''}`}`);
      tried[tool.name] = one;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await write(tried);
  return Object.values(tried).some(({ notTried }) => notTried !== undefined) ? 1 : 0;
}

// What was not tried this time keeps its result.
async function write(tried: Readonly<Record<string, ToolTried>>): Promise<void> {
  const before = existsSync(resultsFile)
    ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as Record<string, ToolTried>)
    : {};
  const results = { ...before, ...tried };
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  const file = join(root, 'docs', 'openapi-tools.md');
  const page = toolsPage(tools, results);
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
  process.stdout.write(`${Object.keys(tried).length} tools tried, see docs/openapi-tools.md\n`);
}

start(main);
