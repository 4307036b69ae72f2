import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../../config/environment';
import type { Chosen } from '../../emulator/choices';
import { startEmulator } from '../../emulator/server';
import { choicesOf, layersOf, prepare, type Variant } from '../../emulator/variants';
import type { Summary } from '../../reporting/summary';
import type { Outcome } from './outcome';
import { liveEnvironment } from '../../runner/session/live-environment';
import { Watch } from './visit';
import { nodeRuns, root } from '../../config/root';

/** How the suite is run. */
export interface Manner {
  readonly profile: string;
  /** Spec files; all of them when empty. */
  readonly spec: readonly string[];
}

/** What the tenant of a run is like. */
export interface Host {
  readonly variants?: readonly Variant[];
  readonly choices?: Chosen;
}

/** Runs the suite once over the network, in random order, on a tenant of its own; its reports go to `reportsDir`. */
export async function runSuite(host: Host, { profile, spec }: Manner, reportsDir: string): Promise<Outcome> {
  const { variants = [], choices = {} } = host;
  const watch = new Watch();
  const emulator = await startEmulator({
    layers: [watch.layer, ...layersOf(variants)],
    choices: { ...choicesOf(variants), ...choices },
  });
  prepare(emulator.tenant, variants);
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
  const command = nodeRuns('runner/commands/test.ts', ['--randomize', ...spec]);
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
