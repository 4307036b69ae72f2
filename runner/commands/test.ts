/** `npm test`: prepares a tenant, runs Jest on it, and renders the reports however Jest ended. */
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
import { peopleKey, secretsIn } from '../../config/secrets';
import { tenantName } from '../../config/tenant-name';
import { finish } from '../../reporting/finish';
import type { Exit, RunInfo } from '../../reporting/records/run';
import { verdictText } from '../../reporting/verdict';
import { emptyReports } from '../../reporting/empty-reports';
import { claimReports } from '../session/reports-folder';
import { preflight } from '../session/preflight';
import { select } from '../session/select-cases';
import { spawnJest } from '../jest/spawn-jest';
import { startRun, type StartedRun } from '../session/start-run';
import { LiveSession } from '../session/live-session';
import { root } from '../../config/root';

const redactor = new Redactor(secretsIn(environment()), peopleKey(environment()));
const exchanges: Exchange[] = [];
// `npm run test:live` asks for a live run whatever the environment says of the target.
const isLive = process.argv.includes('--live');
const parameters = process.argv.slice(2).filter((parameter) => parameter !== '--live');

// With these Jest only says something about itself: there is no run, and no report of one.
const asksJest = parameters.some((parameter) =>
  /^--(listTests|showConfig|help|version|clearCache)$/.test(parameter),
);

async function main(): Promise<number> {
  if (asksJest) return (await runJest({})).code ?? 1;
  const reportsDir = readReportsDir(environment());
  const command = isLive ? 'npm run test:live' : 'npm test';
  const release = await claimReports(reportsDir, { command, heldBy: environment().SUITE_LOCK_HOLDER });
  return runIn(reportsDir).finally(release);
}

async function runIn(reportsDir: string): Promise<number> {
  emptyReports(reportsDir);
  const started = await prepare();
  if ('problem' in started) say(`The run cannot start. ${started.problem}`);
  if ('problem' in started) return report(reportsDir, notStarted(started), { code: null, signal: null });

  const { run } = started;
  const where = run.target === 'live' ? new URL(run.tenant.urls.oapi).host : 'the embedded tenant';
  say(`Run ${run.id} on ${where}, profile ${run.profile}.`);
  // Files that hold nothing of tonight's slice need not be loaded; whoever names files gets those.
  const specs = parameters.some((parameter) => !parameter.startsWith('-')) ? [] : started.specs;
  const session = await LiveSession.begin(started.config, run, redactor, exchanges, started.pacer);
  say(session.text);
  const exit = await runJest(runEnvironment({ ...run, supervised: true }), specs);
  await started.close();
  const left = await session.end();
  return report(reportsDir, infoOf(started, left), exit);
}

function infoOf({ run, config, capabilities }: Prepared, left: readonly string[]): RunInfo {
  const { id, target, profile, startedAt, tenant } = run;
  const stopped = haltOf(config.reportsDir);
  return {
    id,
    target,
    profile,
    tenant: tenantName(config),
    startedAt,
    rootDir: root,
    strict: config.strict,
    urls: tenant.urls,
    stories: run.stories.count,
    left,
    ...(stopped === undefined ? {} : { stopped }),
    ...(capabilities && { capabilities }),
  };
}

interface Prepared extends StartedRun {
  readonly config: Config;
  /** The spec files that the run is about; empty when it is about all. */
  readonly specs: readonly string[];
  readonly capabilities?: Capabilities;
}

interface NotStarted {
  readonly problem: string;
  readonly config?: Config;
}

async function prepare(): Promise<Prepared | NotStarted> {
  let config: Config;
  try {
    config = readConfig({ ...environment(), ...(isLive ? { DINGTALK_TARGET: 'live' } : {}) });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { problem: `${error.message}\nNothing was sent.` };
  }
  try {
    return await prepareFor(config);
  } catch (error) {
    return { problem: redactor.redact((error as Error).message), config };
  }
}

async function prepareFor(config: Config): Promise<Prepared> {
  const { chosen, endpoints } = select(config, parameters, say);
  const { unavailable, capabilities, text } = await preflight(config, endpoints, redactor, exchanges);
  say(text);
  const started = await startRun(config, redactor, exchanges, undefined, shardIn(parameters));
  const run = { ...started.run, unavailable, ...(chosen && { selection: chosen.file }) };
  return { ...started, run, specs: chosen?.specs ?? [], config, ...(capabilities && { capabilities }) };
}

function notStarted({ problem, config }: NotStarted): RunInfo {
  const { target = 'emulator', profile = 'full', strict = false } = config ?? {};
  const urls = config?.target === 'live' ? config.tenant.urls : { oapi: '', api: '' };
  return {
    id: 'none',
    target,
    profile,
    startedAt: Date.now(),
    rootDir: root,
    strict,
    urls,
    notStarted: problem,
    ...(config === undefined ? {} : { tenant: tenantName(config) }),
  };
}

function runJest(variables: Record<string, string>, specs: readonly string[] = []): Promise<Exit> {
  const env = { ...environment(), ...variables };
  return spawnJest(root, [...parameters, ...specs], env, redactor, (reason) => {
    haltRun(readReportsDir(env), reason);
  });
}

async function report(reportsDir: string, run: RunInfo, exit: Exit): Promise<number> {
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
  const summary = await finish({ reportsDir, run, exit, secrets: redactor });
  process.stdout.write(redactor.redactPainted(verdictText(summary, reportsDir, process.stdout.isTTY)));
  return summary.exitStatus;
}

const say = (text: string): boolean => text === '' || process.stderr.write(`${redactor.redact(text)}\n`);

void main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    say(redactor.redact((error as Error).stack ?? String(error)));
    process.exitCode = 2;
  },
);
