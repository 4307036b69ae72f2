/** `npm run soak`. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { runEnvironment } from '../../config/run';
import { readLines } from '../../reporting/records/events';
import { atOnce } from '../at-once';
import { git } from '../git';
import { run } from '../program';
import { outcomesOf, type JestFile } from '../prove/outcomes';
import { writeResult } from '../results/read-results';
import { planOf, summed, type SoakRun } from '../results/soak';
import { endSoak, soakStates, type SoakState } from '../soak/states';
import { root } from '../../config/root';
import { commandLine } from '../../runner/cli/command-line';
import { flag, whole } from '../../runner/cli/options';
import { start } from '../../runner/cli/start';

const { values, args } = commandLine({
  command: 'npm run soak',
  says: {
    en: 'Runs the whole suite N times in random order, with 1, 2 and 6 workers in turn, on tenants in changing states that all keep their promises, and counts the cases that fail nevertheless. A series that was interrupted goes on where it stopped as long as the code is the same.',
    zh: '以随机顺序把全部用例运行 N 次，轮流使用 1、2、6 个进程，租户状态各异但行为均符合约定，统计误报。代码未变时，中断的系列会接着继续。',
  },
  argument: { name: '[N]', says: { en: 'how many runs (default: 12)', zh: '运行次数（默认 12）' } },
  options: {
    record: flag({
      en: 'writes the result into lab/results/soak.json',
      zh: '把结果写入 lab/results/soak.json',
    }),
    'at-once': whole([1, 16], 1, { en: 'runs at once', zh: '同时运行的数目' }),
  },
  examples: [['24 --at-once 2', { en: '24 runs, two at a time', zh: '运行 24 次，每次两个' }]],
  statuses: {
    0: { en: 'no false alarm', zh: '没有误报' },
    1: { en: 'there were false alarms', zh: '有误报' },
    2: { en: 'it could not be tried', zh: '无法执行' },
  },
});

const folder = join(readReportsDir(environment()), 'soak');
const longestSeconds = 1800;
const soaked = [
  ...['specs', 'fixtures', 'client', 'config', 'schemas', 'emulator', 'runner', 'package-lock.json'],
  // Self-tests decide nothing.
  ':!*.test.ts',
];

interface JestJson {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: JestFile['testResults'];
  }[];
}

async function main(): Promise<number> {
  const wanted = Number(args[0] ?? '12');
  if (!Number.isInteger(wanted)) throw new Error(`'${args[0] ?? ''}' is no number of runs.`);
  const code = codeOf();
  const series = join(folder, `runs-${code}.ndjson`);
  mkdirSync(folder, { recursive: true });
  const runs = readLines<SoakRun>(series);
  print(`${runs.length} of ${wanted} runs are done with this code (${code}).`);
  const open = Array.from({ length: Math.max(0, wanted - runs.length) }, (_, index) => runs.length + index);
  await atOnce(values['at-once'], open, async (index) => {
    const done = await once(index);
    appendFileSync(series, `${JSON.stringify(done)}\n`);
    runs.push(done);
    print(lineOf(done, runs, wanted));
  });
  await endSoak();
  const soak = summed(runs, new Date().toISOString().slice(0, 10), code);
  print(
    `${soak.runs} runs, ${soak.cleanRuns} clean, ${soak.alarms.length} false alarms in ${soak.cases} cases.`,
  );
  if (values.record) writeResult('soak', soak);
  return soak.alarms.length > 0 ? 1 : 0;
}

// What decides how the suite and the tenant behave, as it is committed and as it lies in the folder.
function codeOf(): string {
  const state = [...git('ls-files', '-s', ...soaked), ...git('diff', 'HEAD', '--', ...soaked)];
  return createHash('sha256').update(state.join('\n')).digest('hex').slice(0, 12);
}

async function once(index: number): Promise<SoakRun> {
  const plan = planOf(index, soakStates, [1, 2, 6]);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const reportsDir = join(folder, String(index));
  rmSync(reportsDir, { recursive: true, force: true });
  mkdirSync(reportsDir, { recursive: true });
  const startedAt = Date.now();
  const result = await visited(plan.state, reportsDir, plan.workers, seed);
  if (result.alarms.length === 0) rmSync(reportsDir, { recursive: true, force: true });
  return {
    state: plan.state.name,
    workers: plan.workers,
    seed,
    durationMs: Date.now() - startedAt,
    ...result,
  };
}

async function visited(
  state: SoakState,
  reportsDir: string,
  workers: number,
  seed: number,
): Promise<JestResult> {
  const started = await state.start(reportsDir);
  try {
    const output = join(reportsDir, 'jest.json');
    const parameters = ['--randomize', `--seed=${seed}`, `--maxWorkers=${workers}`, '--silent'];
    const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const json = ['--reporters=default', '--json', `--outputFile=${output}`];
    const env = runEnvironment(started.run);
    await run([process.execPath, jest, ...parameters, ...json], {
      folder: root,
      env,
      seconds: longestSeconds,
    });
    return resultIn(output);
  } finally {
    await started.close();
  }
}

type JestResult = Pick<SoakRun, 'cases' | 'skipped' | 'alarms'>;

function resultIn(output: string): JestResult {
  if (!existsSync(output))
    return { cases: 0, skipped: 0, alarms: [{ title: 'the run', message: 'Jest wrote no result.' }] };
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as JestJson;
  const files = testResults.map(({ name, message, assertionResults }) => ({
    testFilePath: name,
    failureMessage: message,
    testResults: assertionResults,
  }));
  const outcomes = outcomesOf(files, root);
  const failed = outcomes.filter(({ status }) => status === 'failed');
  return {
    cases: outcomes.length,
    skipped: outcomes.filter(({ status }) => status === 'skipped').length,
    alarms: failed.map(({ file, title, message = '' }) => ({ title: `${file} ${title}`, message })),
  };
}

function lineOf(
  { state, workers, seed, cases, skipped, durationMs, alarms }: SoakRun,
  runs: readonly SoakRun[],
  wanted: number,
): string {
  const outcome = alarms.length === 0 ? 'clean' : `${alarms.length} FALSE ALARM(S)`;
  const head = `[${runs.length}/${wanted}] ${outcome}  ${state}, ${workers} worker(s), seed ${seed}: ${cases} cases, ${skipped} skipped, ${Math.round(durationMs / 1000)} s`;
  return [
    head,
    ...alarms.flatMap(({ title, message }) => [
      `  ${title}`,
      ...message.split('\n').map((line) => `      ${line}`),
    ]),
  ].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

start(main);
