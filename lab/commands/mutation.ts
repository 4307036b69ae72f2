/** `npm run mutation`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../../config/environment';
import groups from '../mutation/groups.json';
import {
  resultOf,
  type Argument,
  type GroupResult,
  type KeptScore,
  type MutationReport,
  type Tally,
} from '../mutation/score';
import { commit } from '../prove/code';
import { readResult, writeResult } from '../results/read-results';
import { root } from '../../config/root';
import { commandLine } from '../../runner/cli/command-line';
import { flag, word } from '../../runner/cli/options';
import { start } from '../../runner/cli/start';

type Group = keyof typeof groups;

const names = Object.keys(groups) as Group[];
const { values, args } = commandLine({
  command: 'npm run mutation',
  says: {
    en: 'Changes the code in small ways, one at a time, and sees whether the self-tests notice. Only what changed since the last run is tried again. The result of a whole group goes to lab/results/mutation.json.',
    zh: '逐处对代码做微小改动，看自测能否发现（变异测试）。只重试上次之后有变化的部分。整组结果写入 lab/results/mutation.json。',
  },
  argument: { name: '[groups...]', says: { en: 'those groups only', zh: '只测指定的组' }, choices: names },
  options: {
    force: flag({ en: 'tries everything again', zh: '全部重新尝试' }),
    mutate: word('files', { en: 'changes these files only', zh: '只改动指定文件' }),
    read: flag({ en: 'tries nothing, and reads the last reports', zh: '不做尝试，只读取上次报告' }),
  },
  examples: [
    ['emulator', { en: "the tenant's rules", zh: '模拟租户的规则' }],
    ['suite --mutate client/retry-policy.ts', { en: 'one file', zh: '单个文件' }],
  ],
  statuses: {
    0: { en: 'the score is high enough, and every survivor is argued', zh: '得分达标，未发现的改动都有说明' },
    1: {
      en: 'it is not, or a survivor is neither noticed nor argued',
      zh: '得分不足，或有改动未被发现且无说明',
    },
    2: { en: 'it could not be tried', zh: '无法执行' },
  },
});

function main(): number {
  let isAllGood = true;
  for (const group of args.length > 0 ? names.filter((name) => args.includes(name)) : names) {
    if (!values.read) mutate(group);
    const result = read(group);
    if (!result) throw new Error(`There is no report of ${group}: run \`npm run mutation -- ${group}\`.`);
    // Some files are no score.
    if (values.mutate === undefined) keep(group, result);
    print(group, result);
    isAllGood &&= isGood(group, result);
  }
  return isAllGood ? 0 : 1;
}

function mutate(group: Group): void {
  const passed = [
    ...(values.force ? ['--force'] : []),
    ...(values.mutate === undefined ? [] : ['--mutate', values.mutate]),
  ];
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
  return resultOf(
    JSON.parse(readFileSync(file, 'utf8')) as MutationReport,
    readResult<Argument[]>('mutants') ?? [],
  );
}

function keep(group: Group, { total, files }: GroupResult): void {
  const date = new Date().toISOString().slice(0, 10);
  const kept: KeptScore = { date, commit: commit(), atLeast: groups[group].atLeast, total, files };
  writeResult('mutation', { ...readResult<Record<string, KeptScore>>('mutation'), [group]: kept });
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

start(main);
