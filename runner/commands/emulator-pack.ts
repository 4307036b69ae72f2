/** `npm run emulator:pack`. */
import { join, resolve } from 'node:path';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { commandLine } from '../cli/command-line';
import { start } from '../cli/start';
import { packEmulator } from '../generate/pack-emulator';

const { args } = commandLine({
  command: 'npm run emulator:pack',
  says: {
    en: 'Builds the embedded tenant as an npm package without dependencies, for the tests of other projects: a folder, and the tarball beside it.',
    zh: '把内置模拟租户打成没有依赖的 npm 包，供其他项目的测试使用：生成一个文件夹和旁边的压缩包。',
  },
  argument: {
    name: '[folder]',
    says: {
      en: 'default: dingtalk-emulator in REPORTS_DIR',
      zh: '默认为 REPORTS_DIR 下的 dingtalk-emulator',
    },
  },
  statuses: { 0: { en: 'built', zh: '已生成' } },
});

start(async () => {
  const folder =
    args[0] === undefined ? join(readReportsDir(environment()), 'dingtalk-emulator') : resolve(args[0]);
  const tarball = await packEmulator(folder);
  process.stdout.write(`${tarball}\n`);
});
