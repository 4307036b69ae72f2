/** `npm run bench`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commit } from '../prove/code';
import { inRevision } from '../bench/revision';
import { emptyProject } from '../bench/empty-project';
import { compared, costOf, type Command, type Comparison } from '../bench/measure';
import { measureLayers } from '../bench/layers';
import { measureNewman } from '../bench/newman';
import { performancePage, type Figures } from '../bench/page';
import { root } from '../../config/root';
import type { Summary } from '../../reporting/summary';
import { commandLine } from '../../runner/cli/command-line';
import { flag, whole, word } from '../../runner/cli/options';
import { start } from '../../runner/cli/start';

const { values } = commandLine({
  command: 'npm run bench',
  says: {
    en: 'Measures what a run takes, against another commit and against an empty Jest project, always in turn. Compare ratios, not times; measure on a quiet machine.',
    zh: '测量一次运行的开销：与另一个提交、与空的 Jest 项目轮流对比。请比较比值而不是绝对时间，并在空闲的机器上测量。',
  },
  options: {
    against: word('rev', {
      en: 'measures this commit too, in a folder of its own (needs the npm registry)',
      zh: '同时测量该提交（在单独的目录里安装，需要 npm 源）',
    }),
    pairs: whole([1, 20], 5, { en: 'how many pairs of runs', zh: '轮流运行多少对' }),
    record: flag({ en: 'writes docs/performance.md', zh: '写入 docs/performance.md' }),
  },
  examples: [['--against ae299a9 --record', { en: 'what changed since then', zh: '自该提交以来的变化' }]],
  statuses: { 0: { en: 'measured', zh: '完成' }, 1: { en: 'a run did not pass', zh: '有运行未通过' } },
});

const reports = mkdtempSync(join(tmpdir(), 'bench-'));

/** What is measured of each commit. */
const runs = {
  'full run, all reports': 'npm test',
  'smoke run, all reports': 'SUITE_PROFILE=smoke npm test',
  'one spec file': 'node_modules/.bin/jest specs/token/get.spec.ts',
  'one case, all reports': "npm test -- -t 'with an author'",
};

const commandIn = (cwd: string, line: string): Command => ({
  line,
  cwd,
  env: { REPORTS_DIR: join(reports, cwd === root ? 'this' : 'other') },
});

async function measured(what: string, ours: Command, theirs: Command): Promise<[string, Comparison]> {
  process.stderr.write(`${what} …\n`);
  return [what, await compared(ours, theirs, values.pairs)];
}

function againstRevision(revision: string): Promise<Figures['against']> {
  return inRevision(revision, async (folder, commit) => {
    const rows: [string, Comparison][] = [];
    for (const [what, line] of Object.entries(runs))
      rows.push(await measured(what, commandIn(root, line), commandIn(folder, line)));
    return { commit, rows };
  });
}

async function againstEmpty(): Promise<Figures['empty']> {
  const [many, one] = [39, 1].map((files) => emptyProject(join(reports, `empty-${files}`), files)) as [
    Command,
    Command,
  ];
  return [
    await measured('smoke run against 39 empty files', commandIn(root, runs['smoke run, all reports']), many),
    await measured('one spec file against an empty one', commandIn(root, runs['one spec file']), one),
  ];
}

async function perCall(): Promise<number> {
  const run = commandIn(root, runs['full run, all reports']);
  const { cpu } = await costOf(run);
  const { calls } = JSON.parse(readFileSync(join(reports, 'this', 'summary.json'), 'utf8')) as Summary;
  return (cpu / calls.total) * 1000;
}

async function main(): Promise<void> {
  try {
    const layers = await measureLayers();
    process.stderr.write('Newman …\n');
    const newman = await measureNewman(join(reports, 'newman'));
    const against = values.against === undefined ? undefined : await againstRevision(values.against);
    const figures = { date: new Date().toISOString().slice(0, 10), commit: commit(), pairs: values.pairs };
    const page = performancePage({
      ...figures,
      layers,
      newman,
      perCall: await perCall(),
      empty: await againstEmpty(),
      ...(against && { against }),
    });
    process.stdout.write(page);
    if (values.record) writeFileSync(join(root, 'docs', 'performance.md'), page);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

start(main);
