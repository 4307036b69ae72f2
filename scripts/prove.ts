/**
 * `npm run prove`: runs the suite on an honest tenant, then on one wrong tenant after the other, and prints what it noticed.
 * `--list` prints the faults; `--only TEXT` takes those whose id holds the text, `--endpoint ID` those of one endpoint, `--since REV`
 * those that a change touches; parts of names of spec files replace the choice of files. `--resume` goes on with what an earlier
 * proof has left and takes from it all that no change of a file touches. `--processes N` runs N at once (one for each core).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { faults, type CataloguedFault } from '../faults';
import { escapes } from '../faults/escapes';
import { changedSince, commit, provingFiles, root, specFiles } from '../proving/code';
import { changedFiles, digestsOf, Journal, type Digests } from '../proving/journal';
import { listsOf, matrixOf, type Matrix } from '../proving/matrix';
import { pageOf, shares } from '../proving/page';
import { Pool } from '../proving/pool';
import { durationOf, Progress } from '../proving/progress';
import { proofOf, proofText, type Proof } from '../proving/proof-file';
import { casesOf, proveFaults, proveHonest, proveWitnesses, type Means } from '../proving/prove-faults';
import { concernsHonest, touchedBy } from '../proving/since';
import type { Cases } from '../proving/stages';
import { failuresOf, type Trial } from '../proving/trial';

const folder = join(root, 'reports', 'prove');
const proofFile = join(root, 'docs', 'proof', 'faults.json');
const startedAt = Date.now();
const progress = new Progress(process.stdout);
const say = (text: string): void => {
  progress.say(text);
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    endpoint: { type: 'string' },
    since: { type: 'string' },
    resume: { type: 'boolean', default: false },
    processes: { type: 'string', default: String(availableParallelism()) },
  },
});

const isWhole =
  values.only === '' &&
  values.endpoint === undefined &&
  values.since === undefined &&
  positionals.length === 0;

async function main(): Promise<void> {
  const named = faults.filter(
    ({ id, endpoint }) => id.includes(values.only) && (values.endpoint ?? endpoint) === endpoint,
  );
  if (values.list) {
    say(named.map(({ id, breaks }) => `${id} — ${breaks}`).join('\n'));
    return;
  }
  const pool = new Pool();
  process.once('SIGINT', () => {
    pool.close();
    say('\nStopped. `npm run prove -- --resume` goes on from here.');
    process.exit(130);
  });
  try {
    await prove(named, pool);
  } finally {
    pool.close();
  }
}

async function prove(named: readonly CataloguedFault[], pool: Pool): Promise<void> {
  const processes = Math.max(1, Number(values.processes));
  const digests = digestsOf(provingFiles(), root);
  const cases = casesOf(await honestTrials(digests, { pool, processes }));
  const chosen = sinceRevision(named, cases);
  const journal = new Journal(join(folder, isWhole ? 'trials.ndjson' : 'some-trials.ndjson'));
  const trials = values.resume ? stillGood(journal, digests, cases) : [];
  journal.begin(digests, trials);
  const means: Means = {
    pool,
    processes,
    ended: (trial) => {
      journal.add(trial);
    },
  };
  // What nobody has noticed so far may have been stopped in the middle.
  const known = new Set(trials.filter((trial) => failuresOf(trial).length > 0).map(({ job }) => job.fault));
  const open = chosen.filter(({ id }) => !known.has(id));
  say(`${chosen.length} faults, ${open.length} of them to be tried.`);
  await tryFaults(open, cases, trials, means);
  if (isWhole) {
    await proveWitnesses(faults, cases, trials, means, (silent) => {
      say(`${silent} cases have noticed nothing so far.`);
    });
  }
  tell(matrixOf(chosen, cases, trials, escapes), processes);
}

// What the same code has passed already is not run again.
async function honestTrials(digests: Digests, means: Omit<Means, 'ended'>): Promise<readonly Trial[]> {
  const files = specFiles().filter(
    (file) => positionals.length === 0 || positionals.some((part) => file.includes(part)),
  );
  const journal = new Journal(join(folder, 'honest.ndjson'));
  const earlier = journal.exists ? journal.read() : undefined;
  const isGood = earlier && !changedFiles(earlier.digests, digests).some(concernsHonest);
  const known = isGood ? earlier.trials.filter((trial) => failuresOf(trial).length === 0) : [];
  journal.begin(digests, known);
  const open = files.filter((file) => !known.some(({ job }) => job.files.includes(file)));
  const honest = await proveHonest(open, {
    ...means,
    ended: (trial) => {
      journal.add(trial);
    },
  });
  const [broken] = honest.filter(({ undecided }) => undecided !== undefined);
  if (broken)
    throw new Error(`${broken.job.files.join(', ')} on the honest tenant: ${broken.undecided ?? ''}`);
  const [failure] = honest.flatMap(failuresOf);
  if (failure) throw new Error(`The honest tenant does not pass: ${failure.title}\n${failure.message ?? ''}`);
  const trials = [...known, ...honest];
  say(`The honest tenant passes ${casesOf(trials).size} cases.`);
  return trials;
}

// The trials of an earlier proof that no change of a file touches.
function stillGood(journal: Journal, digests: Digests, cases: Cases): Trial[] {
  if (!journal.exists) return [];
  const earlier = journal.read();
  const { faults: touched, reasons } = touchedBy(changedFiles(earlier.digests, digests), faults, cases);
  if (reasons.length > 0) say(['Changed since the earlier proof:', ...reasons].join('\n  '));
  const again = new Set(touched.map(({ id }) => id));
  return earlier.trials.filter(({ job }) => job.fault !== undefined && !again.has(job.fault));
}

function sinceRevision(named: readonly CataloguedFault[], cases: Cases): readonly CataloguedFault[] {
  if (values.since === undefined) return named;
  const { faults: touched, reasons } = touchedBy(changedSince(values.since), named, cases);
  say([`Since ${values.since}:`, ...reasons].join('\n  '));
  return touched;
}

async function tryFaults(
  open: readonly CataloguedFault[],
  cases: Cases,
  trials: Trial[],
  means: Means,
): Promise<void> {
  let [done, unnoticed] = [0, 0];
  await proveFaults(open, { cases, paths: positionals, trials }, means, (fault, noticed) => {
    done += 1;
    if (!noticed && !(fault.id in escapes)) unnoticed += 1;
    if (!noticed)
      say(`${fault.id in escapes ? 'argued     ' : 'NOT NOTICED'}  ${fault.id} — ${fault.breaks}`);
    progress.show({ done, of: open.length, unnoticed });
  });
}

function tell(matrix: Matrix, processes: number): void {
  const durationMs = Date.now() - startedAt;
  const { rows } = matrix;
  const { unnoticed, unclaimed, arguedInVain, silent } = listsOf(matrix);
  write(join(folder, 'matrix.json'), JSON.stringify(matrix, null, 1));
  write(join(folder, 'matrix.md'), pageOf(matrix, durationMs));
  if (rows.length <= 40) say(rows.map(rowText).join('\n'));
  say(shares(rows));
  for (const row of unnoticed) say(unnoticedText(row));
  for (const { id } of arguedInVain) say(`NOTICED AFTER ALL  ${id} — take it out of faults/escapes.ts`);
  for (const { id, promises } of unclaimed) say(`not claimed        ${id} — ${promises.join(', ')}`);
  if (isWhole) {
    for (const key of silent) say(`noticed nothing    ${key}`);
    const about = {
      date: new Date().toISOString().slice(0, 10),
      commit: commit(),
      processes,
      catalogue: faults.length,
    };
    write(
      proofFile,
      proofText(proofOf(matrix, { ...about, durationSeconds: inOneGo(Math.round(durationMs / 1000)) })),
    );
  }
  say(
    `${rows.length - unnoticed.length} of ${rows.length} faults noticed or argued, in ${durationOf(durationMs)}. Matrix: reports/prove/matrix.md`,
  );
  process.exitCode = unnoticed.length > 0 ? 1 : 0;
}

// What was resumed tells nothing of the whole: it keeps the time of the last proof that was not.
function inOneGo(seconds: number): number {
  if (!values.resume || !existsSync(proofFile)) return seconds;
  return (JSON.parse(readFileSync(proofFile, 'utf8')) as Proof).durationSeconds;
}

function unnoticedText({ id, breaks, undecided }: Matrix['rows'][number]): string {
  return undecided === undefined
    ? `NOT NOTICED        ${id} — ${breaks}`
    : `UNDECIDED          ${id} — ${undecided}`;
}

function rowText({ id, noticedBy, tried }: Matrix['rows'][number]): string {
  const [first] = noticedBy;
  if (!first) return `NOT NOTICED  ${id}, by none of ${tried} cases`;
  const message = first.message.split('\n').map((line) => `      ${line}`);
  return [
    `noticed  ${id}`,
    `    by ${noticedBy.length} of ${tried} cases, first: ${first.case}`,
    ...message,
  ].join('\n');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

void main().catch((error: unknown) => {
  say((error as Error).message);
  process.exitCode = 1;
});
