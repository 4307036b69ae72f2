/** `npm run kill-test`. */
import { join } from 'node:path';
import { plant } from '../../emulator/seed/plant';
import type { Emulator } from '../../emulator/server';
import { startInVariants, variantsNamed } from '../../emulator/variants';
import { liveEnvironment } from '../../runner/session/live-environment';
import { afterFirst, foreignOn, oursOn, place } from '../kill/live-run';
import { run, script } from '../program';
import { inTemporaryFolder } from '../../reporting/render';
import { commandLine } from '../../runner/cli/command-line';
import { whole, words } from '../../runner/cli/options';
import { withProgress } from '../../runner/cli/progress';
import { start } from '../../runner/cli/start';

const { values, language } = commandLine({
  command: 'npm run kill-test',
  says: {
    en: 'Starts a live run on an embedded tenant among foreign announcements, kills the whole of it (SIGKILL) at different moments of several runs, and sweeps. Shows for each moment what was left, and that afterwards nothing of ours is there and nothing foreign was touched.',
    zh: '在带有他人公告的内置模拟租户上按真实方式运行，分多次在不同时刻强制结束（SIGKILL），再执行清理。逐次显示遗留了什么，并确认清理后没有我们的遗留，也没有动他人的公告。',
  },
  options: {
    times: whole([1, 100], 10, { en: 'how many runs', zh: '运行次数' }),
    spec: words(
      'path',
      { en: 'the slice of the suite; any number of times', zh: '要运行的部分，可多次使用' },
      ['specs/blackboard', 'specs/flows/announcement'],
    ),
  },
  examples: [['--times 3', { en: 'three runs', zh: '三次' }]],
  statuses: {
    0: { en: 'nothing of ours was left, nothing foreign was touched', zh: '没有遗留，也没有动他人的公告' },
    1: { en: 'something was', zh: '有遗留，或动了他人的公告' },
    2: { en: 'it could not be tried', zh: '无法执行' },
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
  // Slow enough that a moment falls between the making of a thing and its removal.
  const emulator = await startInVariants(variantsNamed(['slow']));
  plantForeign(emulator);
  print(['killed after', 'left', 'swept', 'left then', 'foreign']);
  try {
    await inTemporaryFolder((folder) => killAll(emulator, folder));
  } finally {
    await emulator.close();
  }
  print([process.exitCode === 1 ? 'FAILED' : 'Nothing of ours is left, and nothing foreign was touched.']);
}

async function killAll(emulator: Emulator, folder: string): Promise<void> {
  const { times } = values;
  for (let time = 0; time < times; time += 1) {
    const row = await withProgress(
      language,
      () => ({ en: `run ${time + 1} of ${times}`, zh: `第 ${time + 1} 次运行，共 ${times} 次` }),
      () => killed(emulator, join(folder, String(time)), time),
    );
    print([row.moment, row.left, row.swept, row.after, row.foreign]);
    if (row.after > 0 || row.foreign !== 'untouched') process.exitCode = 1;
  }
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
  const env = { ...liveEnvironment(emulator), SUITE_PROFILE: 'full', REPORTS_DIR: reportsDir };
  const waitMs = 200 + time * 900;
  const moment = afterFirst(emulator, waitMs);
  await run(script('test', ...values.spec), { ...place(env), endedBy: moment.isOver });
  const left = oursOn(emulator).length;
  await run(script('sweep', '--all'), place(env));
  const after = oursOn(emulator).length;
  return {
    moment: `${moment.made()} ms + ${waitMs} ms`,
    left,
    swept: left - after,
    after,
    foreign: foreignOn(emulator) === foreign ? 'untouched' : 'TOUCHED',
  };
}

const widths = [20, 6, 7, 11, 10];

function print(cells: readonly (string | number)[]): void {
  process.stdout.write(`${cells.map((cell, index) => String(cell).padEnd(widths[index] ?? 0)).join('  ')}\n`);
}

start(main);
