/** `npm run emulator:pack`. */
import { join, resolve } from 'node:path';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { commandLine } from '../cli/command-line';
import { start } from '../cli/start';
import { packEmulator } from '../generate/pack-emulator';
import { figuresOf, type Figures } from '../generate/packed-figures';

const { args, language } = commandLine({
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

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

// Not with the path, which scripts read.
const said: Readonly<Record<typeof language, (figures: Figures) => string>> = {
  en: ({ installedBytes, answerMs, bareMs }) =>
    `${megabytes(installedBytes)} MB installed, no dependencies; first answer ${answerMs} ms after its start, of which Node alone takes ${bareMs} ms`,
  zh: ({ installedBytes, answerMs, bareMs }) =>
    `安装后 ${megabytes(installedBytes)} MB，无依赖；启动后 ${answerMs} 毫秒给出第一个响应，其中 Node 自身启动占 ${bareMs} 毫秒`,
};

start(async () => {
  const folder =
    args[0] === undefined ? join(readReportsDir(environment()), 'dingtalk-emulator') : resolve(args[0]);
  const tarball = await packEmulator(folder);
  process.stdout.write(`${tarball}\n`);
  process.stderr.write(`${said[language](await figuresOf(folder))}\n`);
});
