/** `npm run init`. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCancel, log, password, select, spinner, text } from '@clack/prompts';
import { environment } from '../../config/environment';
import { root } from '../../config/root';
import { commandLine } from '../cli/command-line';
import { start } from '../cli/start';
import { withSettings } from '../cli/settings-text';
import { askSettings, type Prompts } from '../session/init';

const { language } = commandLine({
  command: 'npm run init',
  says: {
    en: 'Asks for the settings of your tenant, tries them there, and writes .env, which only you can read. Needs a terminal.',
    zh: '询问租户的配置，到租户上验证，写入仅本人可读的 .env。需要在终端中运行。',
  },
  statuses: {
    0: { en: '.env is written, or you stopped', zh: '已写入 .env，或主动退出' },
    2: { en: 'there is no terminal', zh: '没有终端' },
  },
});

const noTerminal = {
  en: 'There is no terminal to ask on. Copy .env.example to .env and fill in DINGTALK_APP_KEY, DINGTALK_APP_SECRET, DINGTALK_OPERATOR_USERID, DINGTALK_USERID and DINGTALK_TEMPLATE_NAME; `npm run doctor` then says what is wrong.',
  zh: '没有可交互的终端。请把 .env.example 复制为 .env，填写 DINGTALK_APP_KEY、DINGTALK_APP_SECRET、DINGTALK_OPERATOR_USERID、DINGTALK_USERID、DINGTALK_TEMPLATE_NAME，再运行 `npm run doctor` 检查。',
};

const written = {
  en: 'Wrote .env. Next: `npm run doctor -- --live`, which examines the whole tenant; then `npm run test:live`.',
  zh: '已写入 .env。接下来运行 `npm run doctor -- --live` 完整核对租户，再运行 `npm run test:live`。',
};

const nothingWritten = { en: 'Stopped: nothing was written.', zh: '已退出，没有写入任何文件。' };

class Cancelled extends Error {}

const answered = (answer: unknown): string => {
  if (isCancel(answer)) throw new Cancelled();
  return typeof answer === 'string' ? answer.trim() : '';
};

const prompts: Prompts = {
  text: async (message, current) =>
    answered(await text({ message, ...(current !== '' && { placeholder: current, defaultValue: current }) })),
  secret: async (message) => answered(await password({ message })),
  choose: async (message, among) =>
    answered(await select({ message, options: among.map((value) => ({ value, label: value })) })),
  say: (message) => {
    log.message(message);
  },
  wait: async (message, work) => {
    const shown = spinner();
    shown.start(message);
    return work.finally(() => {
      shown.clear();
    });
  },
};

async function main(): Promise<number> {
  if (!process.stdin.isTTY) {
    process.stderr.write(`${noTerminal[language]}\n`);
    return 2;
  }
  const settings = await askSettings(prompts, environment(), language).catch((error: unknown) => {
    if (error instanceof Cancelled) return undefined;
    throw error;
  });
  if (settings === undefined) {
    log.warn(nothingWritten[language]);
    return 0;
  }
  const file = join(root, '.env');
  const before = readFileSync(existsSync(file) ? file : join(root, '.env.example'), 'utf8');
  writeFileSync(file, withSettings(before, settings), { mode: 0o600 });
  // A file that was there keeps its mode otherwise.
  chmodSync(file, 0o600);
  log.success(written[language]);
  return 0;
}

start(main);
