/** `npx dingtalk-emulator`. */
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { settingsOf } from '../settings';
import { startEmulator, variantList, type Credentials, type DingTalkEmulator, type Seed } from './index';

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly variant: readonly string[];
  readonly choice: Readonly<Record<string, string>>;
  readonly seed?: Seed;
  readonly json?: true;
  readonly variants?: true;
}

const program = new Command('dingtalk-emulator')
  .description(
    'Serves an embedded DingTalk tenant until Ctrl-C, and prints its address and the credentials of its app.\n启动一个模拟的钉钉租户，按 Ctrl-C 结束；启动后输出地址和应用凭证。',
  )
  .option('--port <n>', 'the port; 0 takes a free one / 端口，0 为任意空闲端口', portOf, 7001)
  .option('--host <address>', 'the address to listen on / 监听地址', '127.0.0.1')
  .option('--seed <file>', 'a JSON file with further content / 追加内容的 JSON 文件', seedIn)
  .option('--variant <name>', 'slow, lagging …; any number of times / 变体，可多次使用', more, [])
  .option(
    '--choice <id=answer>',
    'an answer to what the documentation leaves open / 文档未说明之处的答案',
    chosen,
    {},
  )
  .option('--variants', 'lists the variants, and ends / 列出全部变体')
  .option('--json', 'prints address and credentials as JSON / 以 JSON 输出')
  .addHelpText(
    'after',
    '\nDINGTALK_APP_KEY and DINGTALK_APP_SECRET, if both are set, are the credentials of the app.\nExit statuses: 0 it was stopped, 2 it did not start.',
  )
  .exitOverride();

function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('It has to be 0 to 65535.');
  return Number(text);
}

function seedIn(file: string): Seed {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Seed;
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

function more(name: string, before: readonly string[]): string[] {
  return [...before, name];
}

function chosen(pair: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const [, id, answer] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
  if (id === undefined || answer === undefined) throw new InvalidArgumentError('It has to be id=answer.');
  return { ...before, [id]: answer };
}

function credentials({ DINGTALK_APP_KEY: appKey = '', DINGTALK_APP_SECRET: appSecret = '' }): {
  app?: Credentials;
} {
  return appKey === '' || appSecret === '' ? {} : { app: { appKey, appSecret } };
}

const introduction = (emulator: DingTalkEmulator): string =>
  Object.entries(settingsOf(emulator))
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

async function serve({ json, seed, variant, variants, choice, ...where }: Flags): Promise<void> {
  if (variants) {
    process.stdout.write(variantList.map(({ id, what }) => `${id.padEnd(20)} ${what}\n`).join(''));
    return;
  }
  const app = credentials(process.env);
  const emulator = await startEmulator({
    ...where,
    ...app,
    ...(seed && { seed }),
    variants: variant,
    choices: choice,
  });
  const { url, people, deptId, templateName } = emulator;
  const facts = { url, app: emulator.app, people, deptId, templateName };
  process.stdout.write(json ? `${JSON.stringify(facts)}\n` : introduction(emulator));
  const stop = (): void => void emulator.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

async function main(): Promise<void> {
  try {
    await serve(program.parse().opts<Flags>());
  } catch (error) {
    const { exitCode = 2, code } = error as { exitCode?: number; code?: string };
    // Commander has printed what is wrong with a command line, and its help.
    if (!code?.startsWith('commander.'))
      process.stderr.write(`The embedded tenant did not start: ${(error as Error).message}\n`);
    process.exitCode = exitCode === 0 ? 0 : 2;
  }
}

void main();
