/**
 * `npm run kill-test`: starts a live run on an embedded tenant among foreign announcements, kills the whole of it with SIGKILL, at ten different moments
 * of ten runs, and sweeps. Shows for each moment what was left, and that afterwards nothing of ours is there and nothing foreign was touched.
 * `-- --times 3` for fewer, `--spec PATH` for another slice of the suite.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plant } from '../../emulator/seed/plant';
import { startEmulator, type Emulator } from '../../emulator/server';
import { layersOf, variantsNamed } from '../../emulator/variants';
import { liveEnvironment } from '../../runner/session/live-environment';
import { ended, firstMade, foreignOn, oursOn, signalGroup, start } from '../kill/live-run';

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '10' },
    spec: { type: 'string', multiple: true, default: ['specs/blackboard', 'specs/flows/announcement'] },
  },
});

interface Row {
  readonly moment: string;
  readonly left: number;
  readonly swept: number;
  readonly after: number;
  readonly foreign: string;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  // Slow enough that a moment falls between the making of a thing and its removal.
  const emulator = await startEmulator({ layers: layersOf(variantsNamed(['slow'])) });
  plantForeign(emulator);
  const times = Number(values.times);
  print(['killed after', 'left', 'swept', 'left then', 'foreign']);
  try {
    for (let time = 0; time < times; time += 1) {
      const row = await killed(emulator, join(folder, String(time)), time);
      print([row.moment, row.left, row.swept, row.after, row.foreign]);
      if (row.after > 0 || row.foreign !== 'untouched') process.exitCode = 1;
    }
  } finally {
    await emulator.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  print([process.exitCode === 1 ? 'FAILED' : 'Nothing of ours is left, and nothing foreign was touched.']);
}

function plantForeign({ tenant }: Emulator): void {
  const titles = [
    '放假通知',
    '转发：入职须知 [api-suite 0a1b2c-3d4e5f-7] 请看',
    '入职须知 [api-suite]',
    '【api-suite】须知',
  ];
  const announcements = Array.from({ length: 40 }, (_, index) => ({
    title: `${titles[index % titles.length] ?? ''}${index < titles.length ? '' : `（第${index}号）`}`,
    ageSeconds: index * 7,
  }));
  plant(tenant, { announcements });
}

// From the moment at which the first thing of ours is there, so that each kill falls into the run's work; each a second later.
async function killed(emulator: Emulator, reportsDir: string, time: number): Promise<Row> {
  const foreign = foreignOn(emulator);
  mkdirSync(reportsDir, { recursive: true });
  const variables = { ...liveEnvironment(emulator), SUITE_PROFILE: 'full', REPORTS_DIR: reportsDir };
  const run = start('test.ts', values.spec, variables, join(reportsDir, 'run.txt'));
  const made = await firstMade(emulator, run);
  const waitMs = 200 + time * 900;
  await new Promise((passed) => setTimeout(passed, waitMs));
  await signalGroup(run, 'SIGKILL');
  const left = oursOn(emulator).length;
  await ended(start('sweep.ts', ['--all'], variables, join(reportsDir, 'sweep.txt')));
  const after = oursOn(emulator).length;
  const isSame = foreignOn(emulator) === foreign;
  return {
    moment: `${made} ms + ${waitMs} ms`,
    left,
    swept: left - after,
    after,
    foreign: isSame ? 'untouched' : 'TOUCHED',
  };
}

const widths = [20, 6, 7, 11, 10];

function print(cells: readonly (string | number)[]): void {
  process.stdout.write(`${cells.map((cell, index) => String(cell).padEnd(widths[index] ?? 0)).join('  ')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
