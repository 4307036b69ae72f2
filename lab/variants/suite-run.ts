import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../../config/environment';
import type { Chosen } from '../../emulator/choices';
import { startEmulator } from '../../emulator/server';
import { choicesOf, layersOf, prepare, type Mood } from '../../emulator/variants';
import type { Summary } from '../../reporting/summary';
import type { Outcome } from './outcome';
import { liveEnvironment } from '../../runner/session/live-environment';
import { Watch } from './visit';
import { root } from '../../config/root';

/** How a guest runs the suite. */
export interface Manner {
  readonly profile: string;
  /** Spec files; all of them when empty. */
  readonly spec: readonly string[];
}

/** What the tenant of a stay is like. */
export interface Host {
  readonly moods?: readonly Mood[];
  readonly choices?: Chosen;
}

/** Runs the suite once as a guest, over the network, in random order, on a tenant of its own; its reports go to `reportsDir`. */
export async function stay(host: Host, { profile, spec }: Manner, reportsDir: string): Promise<Outcome> {
  const { moods = [], choices = {} } = host;
  const watch = new Watch();
  const emulator = await startEmulator({
    layers: [watch.layer, ...layersOf(moods)],
    choices: { ...choicesOf(moods), ...choices },
  });
  prepare(emulator.tenant, moods);
  rmSync(reportsDir, { recursive: true, force: true });
  mkdirSync(reportsDir, { recursive: true });
  try {
    await run({ ...liveEnvironment(emulator), SUITE_PROFILE: profile, REPORTS_DIR: reportsDir }, spec);
    const summary = JSON.parse(readFileSync(join(reportsDir, 'summary.json'), 'utf8')) as Summary;
    return { summary, visit: watch.visit(emulator) };
  } finally {
    await emulator.close();
  }
}

function run(
  variables: Record<string, string> & { REPORTS_DIR: string },
  spec: readonly string[],
): Promise<void> {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const command = [tsx, join(root, 'runner', 'commands', 'test.ts'), '--randomize', ...spec];
  const env = { ...environment(), ...variables };
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
  const log = createWriteStream(join(variables.REPORTS_DIR, 'output.txt'));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', () => {
      log.end(done);
    });
  });
}
