/** `npm run sdks`. */
import { join } from 'node:path';
import { commandLine } from '../../runner/cli/command-line';
import { start } from '../../runner/cli/start';
import { sdksPage } from '../interop/sdks-page';
import { toolchains } from '../interop/sdks';
import { writePage } from '../interop/write-page';
import { inTemporaryFolder } from '../../reporting/render';
import { tryAll, type Tried } from '../interop/try-sdks';

commandLine({
  command: 'npm run sdks',
  says: {
    en: 'Installs SDKs of Java, Node and Python in a temporary folder, lets each call an embedded tenant, and writes docs/sdks.md.',
    zh: '在临时目录安装 Java、Node、Python 的 SDK，逐个调用内置模拟租户，并生成 docs/sdks.md。',
  },
  statuses: {
    0: { en: 'written', zh: '已生成' },
    1: { en: 'written, but an SDK could not be tried', zh: '已生成，但有 SDK 未能测试' },
  },
});

const say = (line: string): unknown => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const tried: Tried[] = [];
  await inTemporaryFolder(async (folder) => {
    for (const toolchain of toolchains)
      tried.push(...(await tryAll(toolchain, join(folder, toolchain.language), say)));
  });
  await writePage('sdks.md', sdksPage(tried, new Date().toISOString().slice(0, 10)));
  const missing = tried.filter(({ notTried }) => notTried !== undefined);
  for (const { sdk, notTried } of missing) say(`${sdk.name} was not tried: ${notTried ?? ''}`);
  process.stdout.write(`${tried.length - missing.length} of ${tried.length} SDKs in docs/sdks.md\n`);
  return missing.length > 0 ? 1 : 0;
}

start(main);
