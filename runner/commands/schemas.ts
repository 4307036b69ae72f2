/** `npm run schemas`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../config/root';
import type { Text } from '../../config/language';
import { commandLine } from '../cli/command-line';
import { flag } from '../cli/options';
import { withProgress } from '../cli/progress';
import { start } from '../cli/start';
import { endpointModules } from '../generate/endpoint-modules';
import { registries } from '../generate/registries';

const { values, language } = commandLine({
  command: 'npm run schemas',
  says: {
    en: 'Writes what follows from the endpoint files (types, constants) and from where files stand (routes of the embedded tenant, faults of the catalogue).',
    zh: '由接口文件生成类型和常量，并根据文件位置生成模拟租户的路由表和错误目录。',
  },
  options: {
    check: flag({ en: 'writes nothing, and says whether all is fresh', zh: '不写文件，只检查是否为最新' }),
  },
  statuses: {
    0: { en: 'all is fresh', zh: '均为最新' },
    1: { en: 'with --check: something is stale', zh: '使用 --check 时：有文件已过期' },
  },
});

const upToDate: Text = { en: 'Everything generated is up to date.', zh: '生成的文件均为最新。' };

async function main(): Promise<number> {
  const modules = await withProgress(
    language,
    () => ({ en: 'generating', zh: '正在生成' }),
    () => endpointModules(),
  );
  const generated = { ...modules, ...registries() };
  const stale = Object.entries(generated).filter(([file, text]) => {
    const path = join(root, file);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
  const names = stale.map(([file]) => file).join(', ');
  if (stale.length === 0) process.stdout.write(`${upToDate[language]}\n`);
  else if (values.check) {
    const says = {
      en: `Out of date: ${names}. Run \`npm run schemas\` and commit the result.`,
      zh: `已过期：${names}。请运行 \`npm run schemas\` 并提交结果。`,
    };
    process.stderr.write(`${says[language]}\n`);
    return 1;
  } else {
    for (const [file, text] of stale) writeFileSync(join(root, file), text);
    process.stdout.write(`${{ en: 'wrote', zh: '已写入' }[language]} ${names}\n`);
  }
  return 0;
}

start(main);
