/** `npm run prove`. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { faults, type CataloguedFault } from '../faults';
import { changedOnBranch, changedSince, commit, provingFiles, specFiles } from '../prove/code';
import { honestTrials } from '../prove/honest';
import { changedFiles, digestsOf, TrialFile, type Digests } from '../prove/trial-file';
import { matrixOf, type Matrix } from '../prove/matrix';
import { askedAbout, neededFor, withNeeded } from '../prove/needed';
import { Pool } from '../prove/pool';
import { merged, resultsOf, resultsText, type Proved } from '../prove/results';
import { casesOf, proveFaults, proveWitnesses, type Means } from '../prove/prove-faults';
import { basesOf, manyText, touchedBy } from '../prove/since';
import type { Cases } from '../prove/stages';
import { tell } from '../prove/result-text';
import { readResult, writeText } from '../results/read-results';
import { failuresOf, type Trial } from '../prove/trial';
import { root } from '../../config/root';
import { commandLine } from '../../runner/cli/command-line';
import { flag, whole, word, words } from '../../runner/cli/options';
import { withProgress } from '../../runner/cli/progress';
import { start } from '../../runner/cli/start';

const startedAt = Date.now();
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const {
  values,
  args: positionals,
  language,
} = commandLine({
  command: 'npm run prove',
  says: {
    en: 'Runs the suite on an honest tenant, then on one wrong tenant after the other, and prints what it noticed.',
    zh: '先在正常的模拟租户上运行，再逐个在有错的模拟租户上运行，列出用例发现了哪些错误。',
  },
  argument: {
    name: '[specs...]',
    says: {
      en: 'parts of the names of spec files, in the place of those that a fault needs',
      zh: '用例文件名的片段，代替自动选择的文件',
    },
  },
  options: {
    list: flag({ en: 'lists the faults, and ends', zh: '列出全部错误后结束' }),
    only: words('text', {
      en: 'the faults whose id holds the text; may be repeated',
      zh: 'id 含该文字的错误；可重复',
    }),
    endpoint: word('id', { en: 'the faults of one endpoint', zh: '某个接口的错误' }),
    since: word('rev', {
      en: 'the faults that a change touches since this branch left the revision',
      zh: '本分支自该版本分出以来的改动涉及的错误',
    }),
    resume: flag({
      en: 'goes on with what an earlier run has left here or in lab/results, and keeps what no change touches',
      zh: '接着上次未完成的（本机或 lab/results 中的）结果继续，保留未受改动影响的部分',
    }),
    processes: whole([1, 64], availableParallelism(), { en: 'runs at once', zh: '同时运行的进程数' }),
    live: flag({
      en: 'as on a live tenant: the faults that break something documented or observed',
      zh: '按真实租户的方式：只试违反文档或实测结果的错误',
    }),
    inferred: flag({
      en: 'with --live: the others; nothing may fail',
      zh: '与 --live 同用：其余的错误；不应有用例失败',
    }),
  },
  examples: [
    ['--endpoint report/list', { en: 'one endpoint', zh: '单个接口' }],
    ['--since main', { en: 'what a branch touches', zh: '某个分支涉及的错误' }],
    ['--resume', { en: 'goes on', zh: '继续' }],
  ],
  statuses: {
    0: { en: 'everything was noticed', zh: '全部被发现' },
    1: { en: 'something was not', zh: '有未被发现的错误' },
    2: { en: 'it could not be tried', zh: '无法执行' },
    130: { en: 'it was stopped; --resume goes on', zh: '被中断，可用 --resume 继续' },
  },
});

const folder = join(root, 'reports', 'prove', values.live ? 'live' : '');
const resultsName = values.live ? 'faults-live' : 'faults';
// What is known from runs before this one.
const earlier = readResult<Proved>(resultsName);
const isLive = (fault: CataloguedFault): boolean => !values.live || fault.firm !== values.inferred;
// What other spec files than those that it needs made of a fault is no result.
const isKept = !values.inferred && positionals.length === 0;
const isNamed = values.only.length > 0 || values.endpoint !== undefined;
const recorded = isKept
  ? `Recorded in lab/results/${resultsName}.json; \`npm run scoreboard\` writes the page from it.`
  : `Nothing was recorded: ${values.inferred ? 'no promise was tried' : 'only the spec files that you named were asked. Name none to have it recorded'}.`;
const isWhole = isKept && !isNamed && values.since === undefined;

async function main(): Promise<void> {
  const named = faults.filter(
    (fault) =>
      isLive(fault) &&
      (values.only.length === 0 || values.only.some((text) => fault.id.includes(text))) &&
      (values.endpoint ?? fault.endpoint) === fault.endpoint,
  );
  if (values.list) {
    say(named.map(({ id, promises }) => `${id} — ${promises.join(', ')}`).join('\n'));
    return;
  }
  if (named.length === 0) throw new Error('No fault is meant: `npm run prove -- --list` names all.');
  const pool = new Pool();
  process.once('SIGINT', () => {
    pool.close();
    say('\nStopped. `npm run prove -- --resume` goes on from here.');
    process.exit(130);
  });
  try {
    await prove(named, values.live ? asLive(pool) : pool);
  } finally {
    pool.close();
  }
}

const asLive = (pool: Pool): Means['pool'] => ({ run: (job) => pool.run({ ...job, live: true }) });

async function prove(named: readonly CataloguedFault[], pool: Means['pool']): Promise<void> {
  const { processes } = values;
  const digests = digestsOf(provingFiles(), root);
  const honest = { trialFile: new TrialFile(join(folder, 'honest.ndjson')), digests, say };
  const honestly = [...new Set(named.flatMap((fault) => askedAbout(fault, positionals)))];
  const cases = casesOf(await honestTrials(honestly, honest, { pool, processes }));
  const bases = basesOf(digests, faults, cases);
  const chosen = sinceRevision(named, cases).filter((fault) => !isKnown(fault, bases));
  const trialFile = new TrialFile(join(folder, isWhole ? 'trials.ndjson' : 'some-trials.ndjson'));
  const trials = values.resume ? stillGood(trialFile, digests, cases) : [];
  trialFile.begin(digests, trials);
  const means: Means = {
    pool,
    processes,
    ended: (trial) => {
      trialFile.add(trial);
    },
  };
  // What nobody has noticed so far may have been stopped in the middle.
  const known = new Set(trials.filter((trial) => failuresOf(trial).length > 0).map(({ job }) => job.fault));
  const open = chosen.filter(({ id }) => !known.has(id));
  const { shared } = touchedBy(changed(), faults, cases);
  const many = manyText(open.length, shared);
  say([`${chosen.length} faults, ${open.length} of them to be tried.`, ...many].join('\n'));
  await tryFaults(open, cases, trials, means);
  if (isKept && !isNamed && !values.live) {
    await proveWitnesses(faults, { cases, heardBefore: heardBefore(), trials }, means, (silent) => {
      say(`${silent} cases have noticed nothing so far.`);
    });
  }
  const whole = matrixOf(chosen, cases, trials);
  const matrix = { ...whole, rows: whole.rows.map((row) => withNeeded(row, neededSpecs(row))) };
  const durationMs = Date.now() - startedAt;
  if (isKept) keep(matrix, processes, bases, inOneGo(Math.round(durationMs / 1000)));
  process.exitCode = tell(matrix, { folder, isWhole, durationMs }, say) > 0 ? 1 : 0;
  say(recorded);
}

function neededSpecs({ id }: Pick<CataloguedFault, 'id'>): readonly string[] {
  const fault = faults.find((one) => one.id === id);
  const known = { paths: positionals, files: specFiles(), results: earlier };
  return fault ? neededFor(fault, known) : [];
}

// For the scoreboard, with what earlier runs found about the others.
function keep(
  matrix: Matrix,
  processes: number,
  bases: ReadonlyMap<string, string>,
  durationSeconds: number,
): void {
  const catalogue = faults.filter(isLive);
  const today = { date: new Date().toISOString().slice(0, 10), commit: commit() };
  // What has changed since the last run of everything is still to be tried.
  const { date, commit: proved } = isNamed ? (earlier ?? today) : today;
  const about = { date, commit: proved, processes, catalogue: catalogue.length, durationSeconds };
  // Who notices nothing is told by the run on the embedded tenant.
  const now = resultsOf(values.live ? { ...matrix, cases: {} } : matrix, about, bases);
  const ids = catalogue.map(({ id }) => id);
  writeText(resultsName, resultsText(merged(earlier, now, ids, isChanged())));
}

const results = new Map(earlier?.faults.map((fault) => [fault.id, fault]));

// A result in the repository is still good while no file that it depends on has changed.
function isKnown({ id }: CataloguedFault, bases: ReadonlyMap<string, string>): boolean {
  const result = values.resume ? results.get(id) : undefined;
  return result !== undefined && result.basis === bases.get(id) && result.noticed;
}

// The cases that have noticed something in an earlier run of the same code.
function heardBefore(): Set<string> {
  const changed = isChanged();
  const heard = (earlier?.cases ?? []).filter(({ file, faults: count }) => count > 0 && !changed(file));
  return new Set(heard.map(({ file, title }) => `${file} ${title}`));
}

// Whether a file has changed after the earlier runs. Where all was tried anew, or nobody can tell, each has.
function isChanged(): (file: string) => boolean {
  if (earlier === undefined || (isWhole && !values.resume)) return () => true;
  // Who names some faults gives few cases a chance.
  if (isNamed) return () => false;
  const files = changedSinceResults();
  return (file) => files?.includes(file) ?? true;
}

// The files that have changed after the earlier runs; undefined where nobody can tell.
function changedSinceResults(): readonly string[] | undefined {
  try {
    return changedSince((earlier?.commit ?? 'unknown').replace(/\+$/, ''));
  } catch {
    return undefined;
  }
}

// The changes that this run is about; it is about none where all is tried.
function changed(): readonly string[] {
  if (values.since !== undefined) return changedOnBranch(values.since);
  return (values.resume ? changedSinceResults() : undefined) ?? [];
}

// The trials of an earlier run that no change of a file touches.
function stillGood(trialFile: TrialFile, digests: Digests, cases: Cases): Trial[] {
  const left = trialFile.read();
  if (!left) return [];
  const { faults: touched, reasons } = touchedBy(changedFiles(left.digests, digests), faults, cases);
  if (reasons.length > 0) say(['Changed since the earlier run:', ...reasons].join('\n  '));
  const again = new Set(touched.map(({ id }) => id));
  return left.trials.filter(({ job }) => job.fault !== undefined && !again.has(job.fault));
}

function sinceRevision(named: readonly CataloguedFault[], cases: Cases): readonly CataloguedFault[] {
  if (values.since === undefined) return named;
  const { faults: touched, reasons } = touchedBy(changed(), named, cases);
  say([`Since ${values.since}:`, ...reasons].join('\n  '));
  return touched;
}

async function tryFaults(
  open: readonly CataloguedFault[],
  cases: Cases,
  trials: Trial[],
  means: Means,
): Promise<void> {
  const counts = { noticed: 0, not: 0 };
  const done = (isNoticed: boolean): void => {
    counts[isNoticed ? 'noticed' : 'not'] += 1;
  };
  await withProgress(
    language,
    () => ({
      en: `${counts.noticed} of ${open.length} noticed, ${counts.not} not`,
      zh: `共 ${open.length} 个，已发现 ${counts.noticed} 个，未发现 ${counts.not} 个`,
    }),
    () => proveFaults(open, { cases, paths: positionals, trials }, means, done),
  );
}

// A part tells nothing of the whole: it keeps the time of the last run that was whole.
function inOneGo(seconds: number): number {
  return (isWhole && !values.resume ? undefined : earlier?.durationSeconds) ?? seconds;
}

start(main);
