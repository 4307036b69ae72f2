/**
 * `npm run mutation -- emulator` or `-- suite`, or both without a name: changes the code in small ways, one at a time, and sees
 * whether the self-tests notice. Only what changed since the last run is tried again; `--force` tries all, `--mutate FILES` some.
 * `-- --read` tries nothing and reads the last reports. The result of a
 * whole group goes to lab/results/mutation.json; ends with 1 when a score is
 * too low, or a survivor is neither noticed nor argued in lab/results/mutants.json.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../../config/environment';
import groups from '../mutation/groups.json';
import {
  resultOf,
  type Argument,
  type GroupResult,
  type MutationReport,
  type Tally,
} from '../mutation/score';
import { root } from '../../config/root';

type Group = keyof typeof groups;

/** What is kept of one group's last run: `commit` is what was checked out, `date` the day. */
interface Kept {
  readonly date: string;
  readonly commit: string;
  readonly atLeast: number;
  readonly total: Tally;
  readonly files: Readonly<Record<string, Tally>>;
}

const resultFile = join(root, 'lab', 'results', 'mutation.json');
const argumentsFile = join(root, 'lab', 'results', 'mutants.json');

function main(given: readonly string[]): void {
  const names = Object.keys(groups) as Group[];
  const chosen = names.filter((name) => given.includes(name));
  const passed = given.filter((word) => !names.some((name) => name === word) && word !== '--read');
  for (const group of chosen.length > 0 ? chosen : names) {
    if (!given.includes('--read')) mutate(group, passed);
    const result = read(group);
    if (!result) throw new Error(`There is no report of ${group}: run \`npm run mutation -- ${group}\`.`);
    // Some files are no score.
    if (!passed.includes('--mutate')) keep(group, result);
    print(group, result);
    if (!isGood(group, result)) process.exitCode = 1;
  }
}

function mutate(group: Group, passed: readonly string[]): void {
  const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const { status } = spawnSync(
    process.execPath,
    [stryker, 'run', join('lab', 'mutation', 'stryker.config.mjs'), ...passed],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...environment(), MUTATION_GROUP: group },
    },
  );
  if (status !== 0) throw new Error(`Stryker ended with ${status ?? 'a signal'}.`);
}

function read(group: Group): GroupResult | undefined {
  const file = join(root, 'reports', 'mutation', `${group}.json`);
  if (!existsSync(file)) return undefined;
  return resultOf(fromJson(file) as MutationReport, fromJson(argumentsFile) as Argument[]);
}

function keep(group: Group, { total, files }: GroupResult): void {
  const known = existsSync(resultFile) ? (fromJson(resultFile) as Record<string, Kept>) : {};
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const date = new Date().toISOString().slice(0, 10);
  const kept = { ...known, [group]: { date, commit, atLeast: groups[group].atLeast, total, files } };
  writeFileSync(resultFile, `${JSON.stringify(kept, null, 1)}\n`);
}

function isGood(group: Group, { total, open, stale }: GroupResult): boolean {
  return total.score >= groups[group].atLeast && open.length + stale.length === 0;
}

function print(group: Group, { total, files, open, stale }: GroupResult): void {
  const lines = [
    ...Object.entries(files).map(([file, tally]) => line(file, tally)),
    line(`${group}, at least ${groups[group].atLeast}`, total),
    ...open.map((one) => `OPEN   ${one.file}:${one.at} ${one.mutator}: ${one.line} => ${one.becomes}`),
    ...stale.map((one) => `STALE  ${one.file}: ${one.mutator}: ${one.line} => ${one.becomes}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function line(
  name: string,
  { score, killed, timeout, survived, noCoverage, argued, ignored }: Tally,
): string {
  const noticed = killed + timeout;
  return `${score.toFixed(1).padStart(5)} %  ${name}: ${noticed} noticed, ${survived + noCoverage} not (${argued} argued), ${ignored} not tried`;
}

function fromJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

main(process.argv.slice(2));
