/** `npm run workflow-steps`. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { environment } from '../../config/environment';
import { liveEnvironment } from '../../runner/session/live-environment';
import { renderAll } from '../../reporting/render-all';
import { inTemporaryFolder } from '../../reporting/render';
import { projectFiles } from '../git';
import { playNight } from '../workflows/fortnight';
import { fortnight } from '../workflows/fortnight-nights';
import { startPlayedNight, type PlayedNight } from '../workflows/played-night';
import { gitHubNight, gitLabNight, type Command } from '../workflows/workflow-files';
import { root } from '../../config/root';
import { commandLine } from '../../runner/cli/command-line';
import { flag, oneOf, word } from '../../runner/cli/options';
import { start } from '../../runner/cli/start';

const { values, args } = commandLine({
  command: 'npm run workflow-steps',
  says: {
    en: 'Tries what the nightly workflow runs, in order, in a fresh copy of this project, with an embedded tenant in the place of the live one and a robot that checks the sign. `npm ci` is left out.',
    zh: '在本项目的全新副本中依次执行夜间流水线的各个步骤，用内置模拟租户代替真实租户，并用校验加签的机器人接收消息。默认跳过 `npm ci`。',
  },
  argument: {
    name: '[host]',
    says: { en: 'whose workflow (default: github)', zh: '哪家的流水线（默认 github）' },
    choices: ['github', 'gitlab'],
  },
  options: {
    fortnight: word('folder', {
      en: 'instead, plays fourteen simulated nights, in which all sorts of things go wrong, and leaves the reports of each there',
      zh: '改为演示十四个模拟的夜晚（包含各种故障），每晚的报告写入该文件夹',
    }),
    install: flag({ en: 'runs `npm ci`, too', zh: '同时执行 `npm ci`' }),
    profile: oneOf(['nightly', 'smoke', 'full'], 'nightly', { en: 'the profile of the run', zh: '运行档位' }),
  },
  examples: [['--fortnight nights', { en: 'nights to look at', zh: '演示十四晚并查看报告' }]],
  statuses: {
    0: { en: 'every step did what it has to', zh: '各步骤均正常' },
    1: { en: 'one did not', zh: '有步骤异常' },
  },
});

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

function copyInto(folder: string, isInstalling: boolean): void {
  for (const file of projectFiles()) cpSync(join(root, file), join(folder, file));
  if (!isInstalling) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

// What GitHub puts in the place of its expressions, as far as this workflow has any.
function filledIn(env: Command['env'], secrets: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, text]) => {
      const filled = text
        .replace(/\$\{\{ secrets\.(\w+) \}\}/g, (_, secret: string) => secrets[secret] ?? '')
        .replace(/\$\{\{ inputs\.\w+ \|\| '(\w+)' \}\}/g, '$1')
        .replace(/\$\{\{ [\w.]+ \}\}/g, 'x');
      return [name, filled.startsWith('x/') ? `https://ci.example.com/${filled.slice(2)}` : filled];
    }),
  );
}

async function runAll(
  commands: readonly Command[],
  cwd: string,
  env: Record<string, string>,
): Promise<number> {
  let status = 0;
  for (const { run, isAlways, env: own } of commands) {
    say(`\n$ ${run}`);
    const isLeftOut = status !== 0 && !isAlways;
    const ended = isLeftOut
      ? 'left out after a failure'
      : await shell(run, cwd, { ...env, ...filledIn(own, env) });
    say(`=> ${ended}`);
    status ||= typeof ended === 'number' ? ended : 0;
  }
  return status;
}

function shell(run: string, cwd: string, env: Record<string, string>): Promise<number> {
  const child = spawn('bash', ['-e', '-c', run], { cwd, stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

// Each night has the nights before it for its history, and a folder of its own to be looked at.
async function playFortnight(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty: name another folder.`);
  const reportsDir = join(folder, 'tonight');
  for (const night of fortnight) {
    const { terminal, chat } = (await playNight(reportsDir, night, renderAll)) ?? killedNight;
    say(`\n== ${night.day}\n${terminal}\n-- chat\n${chat}`);
    if (!night.isKilled) cpSync(reportsDir, join(folder, night.day), { recursive: true });
  }
  return 0;
}

const killedNight = { terminal: 'It was killed, and has no reports.', chat: 'Nobody was told.' };

async function main(): Promise<number> {
  if (values.fortnight !== undefined) return playFortnight(resolve(values.fortnight));
  const all = args[0] === 'gitlab' ? gitLabNight() : gitHubNight();
  const commands = all.filter(({ run }) => values.install || !run.startsWith('npm ci'));
  if (!values.install)
    say('`npm ci` is left out: the copy uses the packages of this checkout (--install runs it).');
  const played = await startPlayedNight();
  try {
    return await inTemporaryFolder((folder) => tryIn(folder, commands, played));
  } finally {
    await played.close();
  }
}

async function tryIn(folder: string, commands: readonly Command[], played: PlayedNight): Promise<number> {
  copyInto(folder, values.install);
  const page = join(folder, 'page.md');
  const { PATH = '', HOME = '' } = environment();
  const tenant = { ...liveEnvironment(played.emulator), SUITE_PROFILE: values.profile };
  const given = { PATH, HOME, GITHUB_STEP_SUMMARY: page, ...tenant, ...played.robot };
  const status = await runAll(commands, folder, given);
  return told(status, folder, page, played.messages());
}

function told(status: number, folder: string, page: string, messages: readonly string[]): number {
  const reports = ['index.html', 'summary.json', 'junit.xml', 'history/verdicts.ndjson'];
  const missing = reports.filter((name) => !existsSync(join(folder, 'reports', name)));
  if (existsSync(page)) say(`\nThe page of the job:\n${readFileSync(page, 'utf8')}`);
  say(`status ${status}; told to the chat: ${messages.join(', ')}; reports missing: ${missing.length}`);
  return status === 0 && missing.length === 0 && messages.length === 1 ? 0 : 1;
}

start(main);
