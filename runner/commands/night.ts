/** `npm run night`. */
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendToChat } from '../../reporting/formats/chat-robot';
import { Redactor } from '../../client/redaction/redact';
import { readChat, readReportUrl, type Chat } from '../../config/chat';
import { ConfigError, readConfig, readPlanning, readReportsDir, type Config } from '../../config/config';
import { environment } from '../../config/environment';
import { errorText, same, type Text } from '../../config/language';
import { peopleKey, secretsIn } from '../../config/secrets';
import { live } from '../../config/target';
import { tenantName } from '../../config/tenant-name';
import { chatMessage } from '../../reporting/formats/chat-message';
import { finish, keepLostMessage } from '../../reporting/finish';
import { redIn } from '../../reporting/known-issues';
import type { Summary } from '../../reporting/summary';
import { emptyReports } from '../../reporting/empty-reports';
import { commandLine } from '../cli/command-line';
import { start } from '../cli/start';
import { tenantIn, tenantLine } from '../cli/tenant-line';
import { acquire, holderText } from '../session/lock';
import { claimReports } from '../session/reports-folder';
import { step } from '../session/night-step';
import { notStarted } from '../session/not-started';

const { language } = commandLine({
  command: 'npm run night',
  says: {
    en: 'All that a night on the live tenant takes, so that a scheduler needs nothing else: the doctor, the plan, the run, the sweep where something was left, and one message to the chat (DINGTALK_ROBOT_WEBHOOK).',
    zh: '真实租户上的整套夜间任务，可直接由定时任务调用：体检、计划、运行、必要时清理，最后向群里发送一条消息（DINGTALK_ROBOT_WEBHOOK）。',
  },
  statuses: {
    0: { en: 'the run passed, or is partial', zh: '通过，或部分用例跳过' },
    1: { en: 'the run failed', zh: '有失败' },
    2: { en: 'the run could not start', zh: '无法运行' },
    130: { en: 'it was interrupted', zh: '被中断' },
  },
});

// The run of this night writes into the folder that the night has claimed.
const env = { ...live(environment()), SUITE_LOCK_HOLDER: String(process.pid) };
const redactor = new Redactor(secretsIn(env), peopleKey(env));
const reportsDir = readReportsDir(env);
const write = (text: string): boolean => process.stdout.write(`${redactor.redact(text)}\n`);
const say = (text: Text): boolean => write(text[language]);

async function main(): Promise<number> {
  write(tenantLine(tenantIn(env), language));
  const config = configOrNone();
  const command = 'npm run night';
  const releaseReports = await claimReports(reportsDir, { command });
  // Without a configuration nothing is sent, so there is nothing to keep apart.
  const lock = config === undefined ? undefined : await acquire(placeOf(config), { command });
  if (lock !== undefined && 'holder' in lock) {
    const holder = holderText(lock.holder);
    say({
      en: `Another night is at work on this tenant (${holder.en}). This one ends; nothing was sent.`,
      zh: `这个租户的另一次夜间任务正在进行（${holder.zh}）。本次直接结束，没有发送任何请求。`,
    });
    return 2;
  }
  try {
    return await night(config);
  } finally {
    await lock?.release();
    await releaseReports();
  }
}

// One night at a time on this machine, whatever folders they write into.
const placeOf = (config: Config): string =>
  join(tmpdir(), `dingtalk-night-${tenantName(config).replaceAll(/[^\w.-]/g, '_')}`);

async function night(config: Config | undefined): Promise<number> {
  const startedAt = Date.now();
  emptyReports(reportsDir);
  const doctor = await step('doctor', ['--live', '--brief'], env, language);
  if (doctor.status === 2) {
    const summary = await endedBefore(config, doctor.printed, startedAt);
    await tellChat(summary);
    return 2;
  }
  await step('plan', [], env, language);
  const run = await step('test', ['--live'], env, language);
  const summary = readSummary(startedAt);
  if (summary === undefined) {
    const died = await endedBefore(config, noSummary[language], startedAt);
    await tellChat(died);
    return 2;
  }
  if (mayHaveLeft(summary)) await step('sweep', ['--live', '--run', summary.run], env, language);
  await tellChat(summary);
  return run.status;
}

function configOrNone(): Config | undefined {
  try {
    return readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

const doctorSays: Text = { en: 'The doctor says that a run cannot start.', zh: '体检认为无法开始运行。' };

const noSummary: Text = { en: 'The run ended without a summary.', zh: '运行结束了，却没有留下结果。' };

/** Leaves the reports of a night that has ended before its run. */
function endedBefore(config: Config | undefined, printed: string, startedAt: number): Promise<Summary> {
  const found = printed.split('\n').filter((line) => line.startsWith('[FIX]'));
  const problem = [doctorSays[language], ...(found.length > 0 ? found : [printed])].join('\n');
  const run = { ...notStarted(env, config, problem, { target: 'live', profile: 'nightly' }), startedAt };
  return finish({ reportsDir, run, exit: { code: null, signal: null }, secrets: redactor });
}

// One of an earlier night would be told as tonight's.
function readSummary(startedAt: number): Summary | undefined {
  const file = join(reportsDir, 'summary.json');
  if (!existsSync(file)) return undefined;
  const summary = JSON.parse(readFileSync(file, 'utf8')) as Summary;
  return Date.parse(summary.startedAt) >= startedAt - 1000 ? summary : undefined;
}

// A case whose clean-up failed, a worker or a run that died: each may have left an announcement.
function mayHaveLeft({ verdict, failures, problems, knownIssues }: Summary): boolean {
  if (verdict === 'not started') return false;
  const isUncertain = ({ title, message }: Summary['failures'][number]): boolean =>
    title.endsWith('› ran to its end') || /could not clean up|Left behind:/.test(message);
  const ofIssues = knownIssues.flatMap(redIn);
  return problems.length > ofIssues.length || failures.some(isUncertain);
}

async function tellChat(summary: Summary): Promise<void> {
  const { budget } = planningOrNone();
  const { title, text } = chatMessage(summary, { budget, reportUrl: readReportUrl(env) }, language);
  write(`\n== chat\n${text}\n`);
  const problem = await deliver({ title: redactor.redact(title), text: redactor.redact(text) });
  if (problem === undefined) return;
  say({
    en: `-- chat: not told, ${problem.en}; the verdict stays`,
    zh: `-- chat：没有发送，${problem.zh}；结论不变`,
  });
  if (problem !== noChat) keepLostMessage(reportsDir, summary, problem.en, redactor);
}

const noChat: Text = { en: 'DINGTALK_ROBOT_WEBHOOK is not set', zh: '未设置 DINGTALK_ROBOT_WEBHOOK' };

async function deliver(message: { title: string; text: string }): Promise<Text | undefined> {
  let chat: Chat | undefined;
  try {
    chat = readChat(env);
  } catch (error) {
    return errorText(error);
  }
  if (chat === undefined) return noChat;
  const problem = await sendToChat(chat, message);
  return problem === undefined ? undefined : same(problem);
}

function planningOrNone(): { budget: number } {
  try {
    return readPlanning(env);
  } catch {
    return { budget: Number.MAX_SAFE_INTEGER };
  }
}

start(main, { redact: (text) => redactor.redact(text), outlivesReader: true });
