/** `npm run bench`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyProject } from '../bench/empty-project';
import { librariesAlone, loadOf } from '../bench/libraries-alone';
import { measureLatency } from '../bench/latency';
import { measureLayers } from '../bench/layers';
import { compared, costOf, type Command, type Comparison } from '../bench/measure';
import { measureNewman } from '../bench/newman';
import { performancePage, type Figures } from '../bench/page';
import { measureReports } from '../bench/reports';
import { inRevision } from '../bench/revision';
import { measureSize, type Size } from '../bench/sizes';
import { commit } from '../prove/code';
import { root } from '../../config/root';
import { commandLine } from '../../runner/cli/command-line';
import { flag, oneOf, whole, word } from '../../runner/cli/options';
import { start } from '../../runner/cli/start';
import { specFiles } from '../../runner/planning/named';

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
    most: whole([100, 1000], 1000, {
      en: 'fails where a run takes more than so many percent of the processor time of the other commit',
      zh: '如果一次运行的处理器时间超过另一个提交的这个百分比，则失败',
    }),
    only: oneOf(['against', 'empty', 'call', 'sizes', 'latency'], undefined, {
      en: 'measures this part only; sizes are 880 to 30,000 cases, latency is a tenant of 80 and 300 ms a call',
      zh: '只测量这一部分；sizes 为 880 到 30,000 个用例，latency 为每次调用 80 和 300 毫秒的租户',
    }),
    record: flag({ en: 'writes docs/performance.md', zh: '写入 docs/performance.md' }),
  },
  examples: [
    ['--against ae299a9 --record', { en: 'what changed since then', zh: '自该提交以来的变化' }],
    ['--only latency', { en: 'how near a run comes to what is possible', zh: '运行离理论下限有多远' }],
  ],
  statuses: {
    0: { en: 'measured', zh: '完成' },
    1: { en: 'a run takes more than it may', zh: '运行开销超过上限' },
    2: { en: 'a run did not pass', zh: '有运行未通过' },
  },
});

const kept = join(root, 'lab', 'results', 'performance.json');
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const reports = join(folder, 'this');

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
  env: { REPORTS_DIR: cwd === root ? reports : join(folder, 'other') },
});

/** The same work without the suite: as many cases and calls as what has just run. */
const alone = (line: string): Command => {
  const load = loadOf(reports);
  // Jest by itself makes no page of Allure.
  return librariesAlone(join(folder, `alone-${Object.values(load).join('-')}`), load, line.includes('npm'));
};

const when = { date: new Date().toISOString().slice(0, 10), commit: commit() };
const { pairs } = values;

async function measured(what: string, ours: Command, theirs: Command): Promise<[string, Comparison]> {
  process.stderr.write(`${what} …\n`);
  return [what, await compared(ours, theirs, pairs)];
}

const parts = {
  against: (): Promise<Figures['against']> =>
    inRevision(values.against ?? 'HEAD', async (cwd, other) => {
      const rows: [string, Comparison][] = [];
      for (const [what, line] of Object.entries(runs)) {
        rows.push(await measured(what, commandIn(root, line), commandIn(cwd, line)));
        rows.push(await measured(`${what}: the libraries alone`, alone(line), commandIn(cwd, line)));
      }
      return { ...when, other, pairs, rows };
    }),

  async empty(): Promise<Figures['empty']> {
    const files = specFiles().length;
    const many = emptyProject(join(folder, `empty-${files}`), files, true);
    const one = emptyProject(join(folder, 'empty-1'), 1, false);
    const smoke = commandIn(root, runs['smoke run, all reports']);
    const file = commandIn(root, runs['one spec file']);
    const rows = [
      await measured(`smoke run against ${files} empty files`, smoke, many),
      await measured('the same, the libraries alone', alone(smoke.line), many),
      await measured('one spec file against an empty one', file, one),
      await measured('the same, the libraries alone', alone(file.line), one),
      await measured(
        'one case by -t against its file',
        commandIn(root, runs['one case, all reports']),
        commandIn(root, 'npm test -- specs/flows/announcement.spec.ts'),
      ),
    ];
    return { ...when, pairs, rows };
  },

  async call(): Promise<Figures['call']> {
    process.stderr.write('one call …\n');
    const layers = await measureLayers(join(folder, 'layers'));
    const newman = await measureNewman(join(folder, 'newman'));
    const { cpu } = await costOf(commandIn(root, runs['full run, all reports']));
    const { calls } = loadOf(reports);
    const least = await costOf(alone('npm test'));
    const written = await measureReports(reports, join(folder, 'again'));
    const perCall = (seconds: number): number => (seconds / calls) * 1000;
    return { ...when, perCall: perCall(cpu), alone: perCall(least.cpu), newman, layers, reports: written };
  },

  sizes: (): Promise<Figures['sizes']> =>
    inRevision('HEAD', async (project) => {
      const rows: Size[] = [];
      for (const cases of [880, 3_000, 10_000, 30_000]) {
        process.stderr.write(`${cases} cases …\n`);
        const reportsDir = join(folder, `of-${cases}`);
        rows.push(await measureSize(project, { reportsDir, alone: `${reportsDir}-alone` }, cases));
      }
      return { ...when, rows };
    }),

  async latency(): Promise<Figures['latency']> {
    const rows = [];
    for (const latency of [80, 300]) {
      process.stderr.write(`${latency} ms a call …\n`);
      rows.push(await measureLatency(latency, join(folder, `latency-${latency}`)));
    }
    return { ...when, rows };
  },
} satisfies { [Part in keyof Figures]-?: () => Promise<Figures[Part]> };

async function main(): Promise<number> {
  const named = (Object.keys(parts) as (keyof typeof parts)[]).filter((part) =>
    values.only === undefined ? part !== 'against' || values.against !== undefined : part === values.only,
  );
  try {
    let figures: Figures = {};
    for (const part of named) figures = { ...figures, [part]: await parts[part]() };
    process.stdout.write(performancePage(figures));
    if (values.record) record(figures);
    const dear = (figures.against?.rows ?? []).filter(([, { ratio }]) => ratio.cpu * 100 > values.most);
    for (const [what, { ratio }] of dear)
      process.stderr.write(`${what}: ${ratio.cpu.toFixed(2)} times as much as before\n`);
    return dear.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// What was not measured this time stays as it was.
function record(figures: Figures): void {
  const all = { ...(JSON.parse(readFileSync(kept, 'utf8')) as Figures), ...figures };
  writeFileSync(kept, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(join(root, 'docs', 'performance.md'), performancePage(all));
}

start(main);
