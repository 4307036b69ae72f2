/**
 * `npm run guest -- [MOOD...]`: runs the suite as a guest, over the network interface, on an embedded tenant in one mood after the other (all of
 * them by default), and prints what came of it and what the tenant saw. `--times N`, `--profile full|smoke|nightly`, `--spec PATH`
 * (any number of times) for a slice, `--together` for one tenant in all the moods.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readReportsDir } from '../config/config';
import { environment } from '../config/environment';
import { startEmulator } from '../emulator/server';
import { layersOf, moods, moodsNamed, prepare, type Mood } from '../moods';
import type { Summary } from '../reporting/summary';
import { skipsByReason } from '../reporting/words';
import { liveEnvironment } from './live-environment';
import { Watch, type Visit } from './visit';

const root = resolve(__dirname, '..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string', default: '1' },
    profile: { type: 'string', default: 'full' },
    spec: { type: 'string', multiple: true, default: [] },
    together: { type: 'boolean', default: false },
  },
});

interface Outcome {
  readonly summary: Summary;
  readonly visit: Visit;
}

async function main(): Promise<void> {
  const chosen = positionals.length > 0 ? moodsNamed(positionals) : [...moods];
  const companies = values.together ? [chosen] : chosen.map((mood) => [mood]);
  const folder = join(readReportsDir(environment()), 'guest');
  for (let time = 1; time <= Number(values.times); time += 1) {
    for (const company of companies) {
      const name = company.map(({ id }) => id).join('+');
      const outcome = await stay(company, join(folder, `${name}-${time}`));
      print(told(name, outcome));
      if (isWrong(outcome)) process.exitCode = 1;
    }
  }
}

async function stay(company: readonly Mood[], reportsDir: string): Promise<Outcome> {
  const watch = new Watch();
  const emulator = await startEmulator({ layers: [watch.layer, ...layersOf(company)] });
  prepare(emulator.tenant, company);
  rmSync(reportsDir, { recursive: true, force: true });
  mkdirSync(reportsDir, { recursive: true });
  try {
    await run({ ...liveEnvironment(emulator), SUITE_PROFILE: values.profile, REPORTS_DIR: reportsDir });
    const summary = JSON.parse(readFileSync(join(reportsDir, 'summary.json'), 'utf8')) as Summary;
    return { summary, visit: watch.visit(emulator) };
  } finally {
    await emulator.close();
  }
}

function run(variables: Record<string, string> & { REPORTS_DIR: string }): Promise<void> {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const command = [tsx, join(root, 'scripts', 'test.ts'), '--randomize', ...values.spec];
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

function isWrong({ summary, visit }: Outcome): boolean {
  const { leftovers, disturbances, strangers } = visit;
  return summary.exitStatus !== 0 || leftovers.length + disturbances + strangers.length > 0;
}

function told(name: string, { summary, visit }: Outcome): string {
  const { verdict, totals, durationMs, failures, skips, problems, findings } = summary;
  const { calls, highestRate, leftovers, disturbances, strangers } = visit;
  return [
    `${name}: ${verdict.toUpperCase()}  ${totals.total} cases, ${totals.failed} failed, ${skips.length} skipped, ${Math.round(durationMs / 1000)} s`,
    ...problems.map((problem) => `  problem: ${problem}`),
    ...failures.map(({ title, message }) => `  FAILED ${title}\n${indented(message)}`),
    ...skipsByReason(summary).map(([reason, titles]) => `  skipped ${titles.length}: ${reason}`),
    `  the tenant saw ${calls} calls, at most ${highestRate.calls} in a second (${highestRate.api})`,
    `  left behind: ${leftovers.length}, disturbances: ${disturbances}, strangers addressed: ${strangers.length}, findings: ${findings.length}`,
    ...leftovers.map((title) => `    ${title}`),
  ].join('\n');
}

const indented = (message: string): string =>
  message
    .split('\n')
    .slice(0, 12)
    .map((line) => `      ${line}`)
    .join('\n');

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
