import { atOnce } from '../at-once';
import type { CataloguedFault } from '../faults';
import type { Pool } from './pool';
import { askedAbout } from './needed';
import { claimersLeft, stagesFor, type Cases } from './stages';
import { keyOf } from '../../runner/planning/costs';
import { failuresOf, type Claims, type Job, type Trial } from './trial';
import { nextWitnesses } from './witnesses';

/** What faults are tried with. */
export interface Means {
  readonly pool: Pick<Pool, 'run'>;
  /** How many jobs run at once. */
  readonly processes: number;
  /** Is told of every trial as it ends. */
  readonly ended: (trial: Trial) => void;
}

/** Runs every one of these spec files on an honest tenant. */
export function proveHonest(files: readonly string[], means: Means): Promise<Trial[]> {
  return atOnce(means.processes, files, (file) => ended(means, { files: [file] }));
}

/** Every case of these honest trials with what it claims. */
export function casesOf(honest: readonly Trial[]): Cases {
  const entries = honest.flatMap(({ claims = {} }) => Object.entries<Claims>(claims));
  return new Map(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Tries every fault alone, until a case notices it or nobody is left to ask. `trials` are those that stand already. */
export async function proveFaults(
  faults: readonly CataloguedFault[],
  { cases, paths, trials }: { cases: Cases; paths: readonly string[]; trials: Trial[] },
  means: Means,
  done: (isNoticed: boolean) => void,
): Promise<void> {
  const heard = new Set(trials.flatMap(failuresOf).map(keyOf));
  await atOnce(means.processes, faults, async (fault) => {
    const own: Trial[] = [];
    const isNoticed = (): boolean => own.some((trial) => failuresOf(trial).length > 0);
    const run = async (job: Job): Promise<void> => {
      const trial = await ended(means, job);
      own.push(trial);
      trials.push(trial);
      for (const failure of failuresOf(trial)) heard.add(keyOf(failure));
    };
    for (const job of stagesFor(fault, cases, askedAbout(fault, paths), heard))
      if (!isNoticed()) await run(job);
    const more = paths.length === 0 ? claimersLeft(fault, cases, own) : undefined;
    if (more) await run(more);
    done(isNoticed());
  });
}

const mostRounds = 20;

/**
 * Gives every case that has noticed nothing the chance to: round by round, on tenants that break what it claims.
 * @param heardBefore the cases that have noticed something in an earlier run of the same code.
 */
export async function proveWitnesses(
  faults: readonly CataloguedFault[],
  { cases, heardBefore, trials }: { cases: Cases; heardBefore: ReadonlySet<string>; trials: Trial[] },
  means: Means,
  round: (silent: number) => void,
): Promise<void> {
  for (let count = 0; count < mostRounds; count += 1) {
    const silent = silentIn(cases, trials).filter((key) => !heardBefore.has(key));
    const jobs = nextWitnesses(silent, faults, cases, triedIn(trials));
    round(silent.length);
    if (jobs.length === 0) return;
    trials.push(...(await atOnce(means.processes, jobs, (job) => ended(means, job))));
  }
}

function silentIn(cases: Cases, trials: readonly Trial[]): string[] {
  const heard = new Set(trials.flatMap(failuresOf).map(keyOf));
  return [...cases.keys()].filter((key) => !heard.has(key));
}

function triedIn(trials: readonly Trial[]): Map<string, Set<string>> {
  const tried = new Map<string, Set<string>>();
  for (const { job, outcomes } of trials) {
    const keys = outcomes.filter(({ status }) => status !== 'skipped').map(keyOf);
    const known = tried.get(job.fault ?? '') ?? new Set();
    tried.set(job.fault ?? '', new Set([...known, ...keys]));
  }
  return tried;
}

async function ended({ pool, ended: tell }: Means, job: Job): Promise<Trial> {
  const trial = await pool.run(job);
  tell(trial);
  return trial;
}
