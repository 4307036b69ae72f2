/** `npm test`: prepares a tenant, runs Jest on it, and renders the reports however Jest ended. */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Redactor } from '../client/redact';
import type { Exchange } from '../client/exchange';
import { ConfigError, readConfig, type Config } from '../config/config';
import { environment } from '../config/environment';
import { runEnvironment } from '../config/run';
import { finish } from '../reporting/finish';
import { startRun, type StartedRun } from './start-run';

const root = resolve(__dirname, '..');
const redactor = new Redactor();
const exchanges: Exchange[] = [];

async function main(): Promise<number> {
  const config = configuration();
  if (!config) return 2;
  emptyReports(config.reportsDir);
  const started = await prepare(config);
  if (typeof started === 'string')
    return report(config, { notStarted: started }, { code: null, signal: null });
  say(`Run ${started.run.id} on ${where(config)}, profile ${config.profile}.`);
  const exit = await runJest(started);
  await started.close();
  return report(config, { id: started.run.id, startedAt: started.run.startedAt }, exit);
}

// What an earlier run left would be read as this run's; the history of runs stays.
function emptyReports(reportsDir: string): void {
  for (const name of ['raw', 'html', 'allure', 'allure-results', 'junit.xml', 'summary.json', 'index.html']) {
    rmSync(join(reportsDir, name), { recursive: true, force: true });
  }
}

function configuration(): Config | undefined {
  try {
    return readConfig(environment());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    say(`NOT STARTED: ${error.message}\nNothing was sent.`);
    return undefined;
  }
}

async function prepare(config: Config): Promise<StartedRun | string> {
  try {
    return await startRun(config, redactor, exchanges);
  } catch (error) {
    return redactor.redact((error as Error).message);
  }
}

interface Exit {
  code: number | null;
  signal: string | null;
}

function runJest({ run }: StartedRun): Promise<Exit> {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(process.execPath, [jest, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment(), ...runEnvironment(run) },
  });
  // Ctrl-C reaches Jest as well; this process stays to clean up and to write the reports.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => {
      done({ code, signal });
    });
  });
}

async function report(
  config: Config,
  known: { id?: string; startedAt?: number; notStarted?: string },
  exit: Exit,
): Promise<number> {
  const { target, profile, strict, reportsDir } = config;
  const urls =
    config.target === 'live'
      ? config.tenant.urls
      : { oapi: 'the embedded tenant', api: 'the embedded tenant' };
  mkdirSync(join(reportsDir, 'raw'), { recursive: true });
  const line = {
    kind: 'case',
    file: '',
    title: '(the run itself)',
    describe: [],
    name: '',
    startedAt: 0,
    durationMs: 0,
    exchanges,
    findings: [],
  };
  appendFileSync(join(reportsDir, 'raw', 'cases-run.ndjson'), `${redactor.redact(JSON.stringify(line))}\n`);
  const { id = 'none', startedAt = Date.now(), notStarted } = known;
  const info = {
    id,
    target,
    profile,
    startedAt,
    rootDir: root,
    strict,
    urls,
    ...(notStarted === undefined ? {} : { notStarted }),
  };
  const summary = await finish({ reportsDir, run: info, exit, secrets: redactor });
  return summary.exitStatus;
}

const where = (config: Config): string =>
  config.target === 'live' ? new URL(config.tenant.urls.oapi).host : 'the embedded tenant';

const say = (text: string): boolean => process.stderr.write(`${text}\n`);

void main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    say(redactor.redact((error as Error).stack ?? String(error)));
    process.exitCode = 2;
  },
);
