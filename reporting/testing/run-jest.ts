import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Exit, RunInfo } from '../records/run';
import { root } from '../../config/root';

/** Ran Jest in a folder of its own; what it left is in `reportsDir`. */
export interface JestRun {
  readonly reportsDir: string;
  readonly run: RunInfo;
  readonly exit: Exit;
  readonly printed: string;
}

/**
 * Runs Jest on `files` (name to source) under `folder`, with our reporter before the default one and Allure's environment, as the
 * suite does, and waits at most 50 seconds for its end.
 */
export async function runJest(
  folder: string,
  files: Readonly<Record<string, string>>,
  parameters: readonly string[],
): Promise<JestRun> {
  const all = { 'package.json': JSON.stringify({ name: 'fixture' }), ...files };
  for (const [name, source] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), source);
  }
  const reportsDir = join(folder, 'reports');
  const startedAt = Date.now();
  const config = ['--config', JSON.stringify(configuration(folder, reportsDir))];
  const ended = await execute(folder, [...config, ...parameters]);
  return { reportsDir, run: aRun({ startedAt, rootDir: folder }), ...ended };
}

function configuration(folder: string, reportsDir: string): object {
  return {
    rootDir: folder,
    cacheDirectory: join(folder, 'cache'),
    testMatch: ['<rootDir>/*.case.js'],
    transform: {},
    reporters: [[join(root, 'runner', 'jest', 'raw-reporter.ts'), { reportsDir }], 'default'],
    testEnvironment: require.resolve('allure-jest/node'),
    testEnvironmentOptions: { resultsDir: join(reportsDir, 'allure-results') },
  };
}

async function execute(
  folder: string,
  parameters: readonly string[],
): Promise<{ exit: Exit; printed: string }> {
  const jest = join(dirname(require.resolve('jest/package.json')), 'bin', 'jest.js');
  const loader = ['--require', require.resolve('tsx/cjs')];
  const options = { cwd: folder, env: {}, timeout: 50_000 };
  const child = spawn(process.execPath, [...loader, jest, ...parameters], options);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const exit = await new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
  return { exit, printed };
}

/** A run on the embedded tenant. */
export function aRun(overrides: Partial<RunInfo> = {}): RunInfo {
  return {
    id: 'a1b2c3',
    target: 'emulator',
    profile: 'full',
    startedAt: Date.now(),
    rootDir: '/project',
    strict: false,
    urls: { oapi: 'http://127.0.0.1:7001', api: 'http://127.0.0.1:7001' },
    ...overrides,
  };
}
