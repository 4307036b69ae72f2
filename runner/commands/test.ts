/** `npm test` and `npm run test:live`: prepares a tenant, runs Jest on it, and renders the reports however Jest ended. */
// Before all others: Jest loads meanwhile.
import { jest } from '../jest/early';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '../../client/exchange';
import { Redactor } from '../../client/redaction/redact';
import type { Capabilities } from '../../config/capabilities';
import { ConfigError, readConfig, readReportsDir, type Config } from '../../config/config';
import { environment } from '../../config/environment';
import { haltOf, haltRun } from '../session/halt';
import { runEnvironment } from '../../config/run';
import { shardIn } from '../../config/shard';
import { errorText, inEach, UserError, type Text } from '../../config/language';
import { peopleKey, secretsIn } from '../../config/secrets';
import { readSuiteVersion } from '../../config/suite-version';
import { isAtHomeWithCredentials, live } from '../../config/target';
import { tenantName } from '../../config/tenant-name';
import { finish } from '../../reporting/finish';
import { startAllure } from '../../reporting/formats/allure';
import { renderAllBy, type renderAll } from '../../reporting/render-all';
import type { Exit, RunInfo } from '../../reporting/records/run';
import { ranText } from '../../reporting/ran';
import { keepBegun, unfinishedIn } from '../../reporting/unfinished';
import { verdictText } from '../../reporting/verdict';
import { emptyReports } from '../../reporting/empty-reports';
import { commandLine } from '../cli/command-line';
import { flag } from '../cli/options';
import { withProgress } from '../cli/progress';
import { start } from '../cli/start';
import { tenantIn, tenantLine } from '../cli/tenant-line';
import { namedIn } from '../jest/parameters';
import { plannedCases } from '../planning/costs';
import { readCosts } from '../planning/forecast';
import { isNamed, misnamed, type Named } from '../planning/named';
import { claimReports } from '../session/reports-folder';
import { notStarted } from '../session/not-started';
import { preflight } from '../session/preflight';
import { select } from '../session/select-cases';
import { jestConfig } from '../jest/config';
import { startRun, type StartedRun } from '../session/start-run';
import { beginSession } from '../session/live-session';
import { root } from '../../config/root';

const { values, args, language } = commandLine({
  command: 'npm test',
  says: {
    en: 'Runs the suite on the embedded tenant and writes the reports; `npm run test:live` runs it on yours. Options of Jest pass through: -t, --shard, --maxWorkers, --randomize, --runInBand, paths of spec files. What is asked for by name is run whatever the profile would leave out, within the budget.',
    zh: '在内置模拟租户上运行用例并生成报告；`npm run test:live` 在真实租户上运行。Jest 的选项原样传入：-t、--shard、--maxWorkers、--randomize、--runInBand、用例文件路径。点名要求的用例不受档位限制，在预算内都会运行。',
  },
  options: {
    live: flag({
      en: 'runs on the live tenant, as `npm run test:live` does',
      zh: '在真实租户上运行，同 `npm run test:live`',
    }),
    calls: flag({
      en: 'prints every call of the cases that ran: method, path, status, result, time',
      zh: '列出所运行用例的每次调用：方法、路径、状态、结果、耗时',
    }),
  },
  examples: [
    ['', { en: 'the whole suite', zh: '全部用例' }],
    [
      "-t 'with an author' --calls",
      { en: 'the cases of this title, and their calls', zh: '按标题选择用例，并列出调用' },
    ],
    ['specs/report', { en: 'the specs of a folder', zh: '某个文件夹的用例' }],
  ],
  statuses: {
    0: {
      en: 'passed, or partial (unless SUITE_STRICT=1)',
      zh: '通过，或部分用例跳过（SUITE_STRICT=1 时除外）',
    },
    1: { en: 'failed', zh: '有失败' },
    2: { en: 'the run could not start', zh: '无法运行' },
    130: { en: 'it was interrupted', zh: '被中断' },
  },
  passesOn: true,
});

// `npm run test:live` asks for a live run whatever the environment says of the target.
const env = values.live ? live(environment()) : environment();
const redactor = new Redactor(secretsIn(env), peopleKey(env));
const exchanges: Exchange[] = [];

// Of one file Jest would list every case that -t leaves out; those that ran are listed here.
const quiet = args.some((parameter) => /^(-t|--testNamePattern)/.test(parameter)) ? ['--verbose=false'] : [];

// With these Jest only says something about itself: there is no run, and no report of one.
const asksJest = args.some((parameter) => /^--(listTests|showConfig|version|clearCache)$/.test(parameter));

async function main(): Promise<number> {
  if (asksJest) return (await runJest({}, [])).code ?? 1;
  const named = await namedIn(args);
  const wrong = isNamed(named) ? misnamed(plannedCases(readCosts(), 1), named) : undefined;
  if (wrong !== undefined)
    throw new UserError({ en: `${wrong.en} Nothing was run.`, zh: `${wrong.zh}没有运行任何用例。` });
  write(tenantLine(tenantIn(env), language));
  if (isAtHomeWithCredentials(env)) say(atHome);
  const reportsDir = readReportsDir(env);
  const command = values.live ? 'npm run test:live' : 'npm test';
  const release = await claimReports(reportsDir, { command, heldBy: env.SUITE_LOCK_HOLDER });
  return runIn(reportsDir, named).finally(release);
}

async function runIn(reportsDir: string, named: Named): Promise<number> {
  const killed = unfinishedIn(reportsDir);
  if (killed) say(wasKilled(killed.run.id));
  emptyReports(reportsDir);
  const started = await prepare(named);
  if ('problem' in started) {
    const { config, problem } = started;
    say(cannotStart(problem));
    return report(reportsDir, notStarted(env, config, problem.en), { code: null, signal: null }, { problem });
  }

  const { run, specs } = started;
  say({ en: `Run ${run.id}, profile ${run.profile}.`, zh: `运行 ${run.id}，档位 ${run.profile}。` });
  keepBegun(reportsDir, infoOf(started, []));
  const session = await during(cleaning, () =>
    beginSession(started.config, run, redactor, exchanges, started.pacer),
  );
  say(session.text);
  // Jest would take a fifth of a second to read jest.config.ts by itself.
  const config = ['--config', JSON.stringify(jestConfig(run, started.files))];
  const allure = startAllure();
  try {
    const exit = await runJest(runEnvironment({ ...run, supervised: true }), [...config, ...specs]);
    await started.close();
    const left = (await during(cleaning, () => session.end())).map(({ en }) => en);
    return await report(reportsDir, infoOf(started, left), exit, { render: renderAllBy(allure) });
  } finally {
    // What was wrong with it stands in the summary.
    await allure('').catch(() => undefined);
  }
}

function infoOf({ run, config, capabilities }: Prepared, left: readonly string[]): RunInfo {
  const { id, target, profile, startedAt, tenant } = run;
  const stopped = haltOf(config.reportsDir);
  const shard = shardIn(args);
  return {
    id,
    target,
    profile,
    suite: readSuiteVersion(env),
    tenant: tenantName(config),
    startedAt,
    rootDir: root,
    strict: config.strict,
    urls: tenant.urls,
    stories: run.stories.count,
    left,
    ...(stopped === undefined ? {} : { stopped }),
    ...(shard.count > 1 && { shard }),
    ...(config.knownIssues.length > 0 && { knownIssues: config.knownIssues }),
    ...(capabilities && { capabilities }),
  };
}

interface Prepared extends StartedRun {
  readonly config: Config;
  /** The spec files that Jest is told; empty where it is told those by the user, or takes all. */
  readonly specs: readonly string[];
  /** How many spec files the run is about; Infinity where that is not known. */
  readonly files: number;
  readonly capabilities?: Capabilities;
}

interface NotStarted {
  readonly problem: Text;
  readonly config?: Config;
}

async function prepare(named: Named): Promise<Prepared | NotStarted> {
  let config: Config;
  try {
    config = readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return {
      problem: { en: `${error.says.en}\nNothing was sent.`, zh: `${error.says.zh}\n没有发送任何请求。` },
    };
  }
  try {
    return await prepareFor(config, named);
  } catch (error) {
    const says = errorText(error);
    return { problem: inEach((each) => redactor.redact(says[each])), config };
  }
}

async function prepareFor(config: Config, named: Named): Promise<Prepared> {
  const { file, specs, endpoints } = select(config, named, say);
  const { unavailable, capabilities, text } = await during(asking, () =>
    preflight(config, endpoints, redactor, exchanges),
  );
  say(text);
  const started = await startRun(config, redactor, exchanges, undefined, shardIn(args));
  const run = { ...started.run, unavailable, ...(file !== undefined && { selection: file }) };
  // Who names files gets those.
  const those = named.paths.length > 0 ? [] : specs;
  const files = specs.length > 0 ? specs.length : Infinity;
  return { ...started, run, specs: those, files, config, ...(capabilities && { capabilities }) };
}

function runJest(variables: Record<string, string>, more: readonly string[]): Promise<Exit> {
  return jest.run([...quiet, ...args, ...more], { ...env, ...variables }, redactor, (reason) => {
    haltRun(readReportsDir(env), reason);
  });
}

async function report(
  reportsDir: string,
  run: RunInfo,
  exit: Exit,
  { problem, render }: { problem?: Text; render?: typeof renderAll },
): Promise<number> {
  const raw = join(reportsDir, 'raw');
  mkdirSync(raw, { recursive: true });
  const calls = {
    kind: 'case',
    file: '',
    title: '(the run itself)',
    describe: [],
    name: '',
    startedAt: run.startedAt,
  };
  const line = redactor.redactValue({ ...calls, durationMs: 0, exchanges, findings: [] });
  appendFileSync(join(raw, 'cases-run.ndjson'), `${JSON.stringify(line)}\n`);
  const summary = await during(reporting, () => finish({ reportsDir, run, exit, secrets: redactor }, render));
  process.stdout.write(redactor.redact(ranText(reportsDir, values.calls, language)));
  process.stdout.write(
    redactor.redactPainted(verdictText(summary, reportsDir, process.stdout.isTTY, language, problem)),
  );
  return summary.exitStatus;
}

const write = (text: string): boolean => text === '' || process.stderr.write(`${redactor.redact(text)}\n`);
const say = (text: Text): boolean => write(text[language]);

const during = <Value>(at: Text, work: () => Promise<Value>): Promise<Value> =>
  withProgress(language, () => at, work);

const asking: Text = { en: 'asking the tenant what it grants', zh: '正在查询租户开通了哪些权限' };
const cleaning: Text = { en: 'removing what runs have left', zh: '正在清理运行遗留的公告' };
const reporting: Text = { en: 'writing the reports', zh: '正在生成报告' };

const wasKilled = (run: string): Text => ({
  en: `The run ${run} before this one was killed; its records are removed now.`,
  zh: `之前的运行 ${run} 被强行终止，现在清除它的记录。`,
});

const cannotStart = (problem: Text): Text => ({
  en: `The run cannot start. ${problem.en}`,
  zh: `无法开始运行。${problem.zh}`,
});

const atHome: Text = {
  en: 'Credentials are set, but this run is on the embedded tenant; `npm run test:live` runs on yours.',
  zh: '已配置凭证，但本次在内置模拟租户上运行；要在真实租户上运行，请用 `npm run test:live`。',
};

start(() => main().finally(jest.end), { redact: (text) => redactor.redact(text), outlivesReader: true });
