/**
 * `npm run prove`: runs the suite on an honest tenant, then on one wrong tenant after the other, and prints what it noticed.
 * `--list` prints the faults; `--only TEXT` takes those whose id holds the text, `--endpoint ID` those of one endpoint, `--since REV`
 * those that a change touches; parts of names of spec files replace the choice of files. `--resume` goes on with what an earlier
 * proof has left and takes from it all that no change of a file touches. `--processes N` runs N at once (one for each core).
 * `--live` tries the faults that break something documented or observed as on a live tenant, where what is only inferred notices nothing;
 * `--live --inferred` tries the others: a case that fails there has no evidence.
 */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faults, type CataloguedFault } from '../faults';
import { escapes } from '../faults/escapes';
import { changedSince, commit, provingFiles, specFiles } from '../prove/code';
import { honestTrials } from '../prove/honest';
import { changedFiles, digestsOf, Journal, type Digests } from '../prove/journal';
import { matrixOf, type Matrix } from '../prove/matrix';
import { neededFor, withNeeded } from '../prove/needed';
import { Pool } from '../prove/pool';
import { Progress } from '../prove/progress';
import { proofOf, proofText, type Proof } from '../prove/results';
import { casesOf, proveFaults, proveWitnesses, type Means } from '../prove/prove-faults';
import { touchedBy } from '../prove/since';
import type { Cases } from '../prove/stages';
import { tell, write } from '../prove/result-text';
import { failuresOf, type Trial } from '../prove/trial';
import { root } from '../../config/root';

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
    live: { type: 'boolean', default: false },
    inferred: { type: 'boolean', default: false },
  },
});

const folder = join(root, 'reports', 'prove', values.live ? 'live' : '');
const proofFile = join(root, 'lab', 'results', values.live ? 'faults-live.json' : 'faults.json');
const isLive = (fault: CataloguedFault): boolean => !values.live || fault.firm !== values.inferred;
const isWhole =
  !values.inferred &&
  values.only === '' &&
  values.endpoint === undefined &&
  values.since === undefined &&
  positionals.length === 0;

async function main(): Promise<void> {
  const named = faults.filter(
    (fault) =>
      isLive(fault) &&
      fault.id.includes(values.only) &&
      (values.endpoint ?? fault.endpoint) === fault.endpoint,
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
    await prove(named, values.live ? asLive(pool) : pool);
  } finally {
    pool.close();
  }
}

const asLive = (pool: Pool): Means['pool'] => ({ run: (job) => pool.run({ ...job, live: true }) });

async function prove(named: readonly CataloguedFault[], pool: Means['pool']): Promise<void> {
  const processes = Math.max(1, Number(values.processes));
  const digests = digestsOf(provingFiles(), root);
  const honest = { journal: new Journal(join(folder, 'honest.ndjson')), digests, say };
  const cases = casesOf(await honestTrials(positionals, honest, { pool, processes }));
  const chosen = sinceRevision(named, cases);
  const journal = new Journal(join(folder, isWhole ? 'trials.ndjson' : 'some-trials.ndjson'));
  const trials = values.resume ? stillGood(journal, digests, cases) : [];
  journal.begin(digests, trials);
  const means: Means = {
    pool,
    isBrief: values.live,
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
  if (isWhole && !values.live) {
    await proveWitnesses(faults, cases, trials, means, (silent) => {
      say(`${silent} cases have noticed nothing so far.`);
    });
  }
  const whole = matrixOf(chosen, cases, trials, escapes);
  const matrix = { ...whole, rows: whole.rows.map((row) => withNeeded(row, neededSpecs(row))) };
  const durationMs = Date.now() - startedAt;
  if (isWhole) keep(matrix, processes, inOneGo(Math.round(durationMs / 1000)));
  process.exitCode = tell(matrix, { folder, isWhole, durationMs }, say) > 0 ? 1 : 0;
}

function neededSpecs({ id }: Pick<CataloguedFault, 'id'>): readonly string[] {
  const fault = faults.find((one) => one.id === id);
  const known = { paths: positionals, files: specFiles(), proof: lastProof() };
  return fault ? neededFor(fault, known) : [];
}

// For the scoreboard.
function keep(matrix: Matrix, processes: number, durationSeconds: number): void {
  const date = new Date().toISOString().slice(0, 10);
  const catalogue = faults.filter(isLive).length;
  const about = { date, commit: commit(), processes, catalogue, durationSeconds };
  // Who notices nothing is told by the proof on the embedded tenant.
  write(proofFile, proofText(proofOf(values.live ? { ...matrix, cases: {} } : matrix, about)));
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
    const isElsewhere = neededSpecs(fault).length > 0;
    if (!noticed && !isElsewhere && !(fault.id in escapes)) unnoticed += 1;
    if (!noticed && !isElsewhere)
      say(`${fault.id in escapes ? 'argued     ' : 'NOT NOTICED'}  ${fault.id} — ${fault.breaks}`);
    progress.show({ done, of: open.length, unnoticed });
  });
}

// What was resumed tells nothing of the whole: it keeps the time of the last proof that was not.
function inOneGo(seconds: number): number {
  return (values.resume ? lastProof()?.durationSeconds : undefined) ?? seconds;
}

function lastProof(): Proof | undefined {
  return existsSync(proofFile) ? (JSON.parse(readFileSync(proofFile, 'utf8')) as Proof) : undefined;
}

void main().catch((error: unknown) => {
  say((error as Error).message);
  process.exitCode = 1;
});
