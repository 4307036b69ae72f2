/**
 * `npm run guest -- [MOOD...]`: runs the suite as a guest, over the network interface, on an embedded tenant in one mood after the other (all of
 * them by default), and prints what came of it and what the tenant saw. `--times N`, `--profile full|smoke|nightly`, `--spec PATH`
 * (any number of times) for a slice, `--together` for one tenant in all the moods; `--record` keeps the figures in docs/proof/guest.json.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readReportsDir } from '../config/config';
import { environment } from '../config/environment';
import { startEmulator } from '../emulator/server';
import { layersOf, moods, moodsNamed, prepare, type Mood } from '../moods';
import { tallied, type GuestProof, type GuestRun } from '../proof/guest';
import { proofFolder } from '../proof/proofs';
import type { Summary } from '../reporting/summary';
import { inNumbers, told, type Outcome } from './guest-outcome';
import { liveEnvironment } from './live-environment';
import { Watch } from './visit';

const root = resolve(__dirname, '..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string', default: '1' },
    profile: { type: 'string', default: 'full' },
    spec: { type: 'string', multiple: true, default: [] },
    together: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const chosen = positionals.length > 0 ? moodsNamed(positionals) : [...moods];
  const companies = values.together ? [chosen] : chosen.map((mood) => [mood]);
  const folder = join(readReportsDir(environment()), 'guest');
  for (const company of companies) {
    const name = company.map(({ id }) => id).join('+');
    const runs: GuestRun[] = [];
    for (let time = 1; time <= Number(values.times); time += 1) {
      const outcome = await stay(company, join(folder, `${name}-${time}`));
      print(told(name, outcome));
      runs.push(inNumbers(outcome));
    }
    if (runs.some(({ clean }) => !clean)) process.exitCode = 1;
    if (values.record) record(name, runs);
  }
}

function record(name: string, runs: readonly GuestRun[]): void {
  const file = join(proofFolder, 'guest.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as GuestProof) : {};
  const tally = tallied(runs, new Date().toISOString().slice(0, 10), values.profile);
  writeFileSync(file, `${JSON.stringify({ ...known, [name]: tally }, null, 1)}\n`);
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

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
