import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chosen } from '../../emulator/choices';
import { startInVariants, type Variant } from '../../emulator/variants';
import type { Summary } from '../../reporting/summary';
import type { Outcome } from './outcome';
import { liveEnvironment } from '../../runner/session/live-environment';
import { Watch } from './visit';
import { run, script } from '../program';
import { root } from '../../config/root';

const longestSeconds = 3600;

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
  const emulator = await startInVariants(variants, { layers: [watch.layer], choices });
  rmSync(reportsDir, { recursive: true, force: true });
  mkdirSync(reportsDir, { recursive: true });
  try {
    const env = { ...liveEnvironment(emulator), SUITE_PROFILE: profile, REPORTS_DIR: reportsDir };
    const { out } = await run(script('test', '--randomize', ...spec), {
      folder: root,
      env,
      seconds: longestSeconds,
    });
    writeFileSync(join(reportsDir, 'output.txt'), out);
    const summary = JSON.parse(readFileSync(join(reportsDir, 'summary.json'), 'utf8')) as Summary;
    return { summary, visit: watch.visit(emulator) };
  } finally {
    await emulator.close();
  }
}
