import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError, type Text } from '../config/language';
import type { Redactor } from '../client/redaction/redact';
import { readLines, type CaseLine } from './records/events';
import { finish } from './finish';
import { removeReports } from './empty-reports';
import { wholeRun, type CaseResult, type FileResult, type Results, type Totals } from './records/results';
import type { Exit, RunInfo } from './records/run';
import type { Summary } from './summary';

/** The finished run of one shard, as it stands in `raw/` of its reports. */
interface Shard {
  readonly folder: string;
  readonly run: RunInfo;
  readonly exit: Exit;
  readonly results: Results;
  readonly lines: readonly CaseLine[];
}

type Shards = readonly [Shard, ...Shard[]];

/**
 * Makes one set of reports in `reportsDir` out of those of several shards, as if they had been one run; what stood there goes.
 * @throws as `combine` does.
 */
export async function merge(
  folders: readonly string[],
  reportsDir: string,
  secrets: Redactor,
): Promise<Summary> {
  return finish({ reportsDir, ...combine(folders, reportsDir), secrets });
}

/**
 * Puts together in `reportsDir` what several shards have recorded, in place of what stood there, so that it can be finished as one run.
 * @throws UserError that names the folder when one holds no finished run, when the folders are of different targets or hold the same
 * spec file, or when `reportsDir` is one of them; nothing is touched then.
 */
export function combine(folders: readonly string[], reportsDir: string): { run: RunInfo; exit: Exit } {
  const [first, ...others] = folders.map((folder) => readShard(resolve(folder)));
  if (!first)
    throw new UserError({
      en: 'Name the folders of the shards, as in `npm run report:merge -- shard-1 shard-2`.',
      zh: '请给出各分片的文件夹，例如 `npm run report:merge -- shard-1 shard-2`。',
    });
  const shards: Shards = [first, ...others];
  check(shards, resolve(reportsDir));
  removeReports(reportsDir);
  const raw = join(reportsDir, 'raw');
  mkdirSync(raw, { recursive: true });
  const lines = shards.flatMap((shard) => shard.lines.map((line) => `${JSON.stringify(line)}\n`));
  writeFileSync(join(raw, 'cases-merged.ndjson'), lines.join(''));
  writeFileSync(join(raw, 'results.json'), JSON.stringify(mergedResults(shards)));
  for (const { folder } of shards) copyAllureResults(folder, reportsDir);
  return { run: mergedRun(shards), exit: mergedExit(shards) };
}

function copyAllureResults(shard: string, reportsDir: string): void {
  const [from, to] = [join(shard, 'allure-results'), join(reportsDir, 'allure-results')];
  if (!existsSync(from)) return;
  // The facts of the run are written anew, for the run as a whole.
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('environment.properties') });
}

function readShard(folder: string): Shard {
  const raw = join(folder, 'raw');
  if (!existsSync(join(raw, 'run.json'))) {
    throw new UserError({
      en: `${folder} holds no finished run: give the REPORTS_DIR of each shard.`,
      zh: `${folder} 里没有已完成的运行：请给出每个分片的 REPORTS_DIR。`,
    });
  }
  const names = readdirSync(raw).filter((name) => /^cases-.*\.ndjson$/.test(name));
  return {
    folder,
    ...(JSON.parse(readFileSync(join(raw, 'run.json'), 'utf8')) as Pick<Shard, 'run' | 'exit'>),
    results: JSON.parse(readFileSync(join(raw, 'results.json'), 'utf8')) as Results,
    lines: names.flatMap((name) => readLines<CaseLine>(join(raw, name))),
  };
}

function check(shards: Shards, reportsDir: string): void {
  const [first] = shards;
  const places = new Map<string, string>();
  for (const { folder, run, results } of shards) {
    if (folder === reportsDir)
      throw new UserError({
        en: `${folder} is where the merged reports go: set REPORTS_DIR to another one.`,
        zh: `合并后的报告要写入 ${folder}：请把 REPORTS_DIR 设为其他文件夹。`,
      });
    if (run.target !== first.run.target)
      throw new UserError({
        en: `${folder} is of another target than ${first.folder}.`,
        zh: `${folder} 和 ${first.folder} 不是同一种租户的运行。`,
      });
    for (const { file } of results.files) {
      const other = file === wholeRun ? undefined : places.get(file);
      if (other !== undefined) throw new UserError(ranTwice(file, other, folder));
      places.set(file, folder);
    }
  }
}

const ranTwice = (file: string, one: string, other: string): Text => ({
  en: `${file} was run in ${one} and in ${other}: they are no shards of one run.`,
  zh: `${file} 在 ${one} 和 ${other} 里都跑过：它们不是同一次运行的分片。`,
});

function mergedResults(shards: readonly Shard[]): Results {
  const all = shards.map(({ results }) => results);
  const files = all.flatMap((results) => results.files.filter(({ file }) => file !== wholeRun));
  const printed = all.flatMap((results) => results.printed ?? []);
  return {
    startedAt: Math.min(...all.map(({ startedAt }) => startedAt)),
    endedAt: Math.max(...all.map(({ endedAt }) => endedAt)),
    workers: all.reduce((sum, { workers = 1 }) => sum + workers, 0),
    ...(printed.length === all.length ? { printed: printed.reduce(sumOf) } : {}),
    files: [...files, ...ofWholeRuns(shards)],
  };
}

function sumOf(a: Totals, b: Totals): Totals {
  return {
    total: a.total + b.total,
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

// Two shards may have come to the same end: the number keeps their cases apart.
function ofWholeRuns(shards: readonly Shard[]): FileResult[] {
  const files = shards.flatMap(({ results }, index) =>
    results.files
      .filter(({ file }) => file === wholeRun)
      .map((file) => ({ ...file, cases: file.cases.map((each) => numbered(each, index + 1)) })),
  );
  const [first] = files;
  return first ? [{ ...first, cases: files.flatMap(({ cases }) => cases) }] : [];
}

function numbered(each: CaseResult, shard: number): CaseResult {
  const title = each.title.replace(wholeRun, `shard ${shard}`);
  return { ...each, title, name: title };
}

/** Which parts of the whole are not there, in words; empty where nobody knows of how many parts it was. */
function missingIn(shards: readonly Shard[]): string[] {
  const parts = shards.flatMap(({ run: { shard } }) => shard ?? []);
  const count = Math.max(0, ...parts.map((part) => part.count));
  const there = new Set(parts.map(({ index }) => index));
  return Array.from({ length: count }, (_, place) => place + 1)
    .filter((index) => !there.has(index))
    .map(
      (index) =>
        `shard ${index} of ${count} is missing: its cases were not run, or its reports were not given`,
    );
}

function mergedRun(shards: Shards): RunInfo {
  const { target, profile, rootDir, urls } = shards[0].run;
  return {
    ...sharedBy(shards),
    missing: missingIn(shards),
    left: shards.flatMap(({ run: { left = [] } }) => left),
    target,
    profile,
    rootDir,
    urls,
    id: shards.map(({ run: { id } }) => id).join('+'),
    startedAt: Math.min(...shards.map(({ run: { startedAt } }) => startedAt)),
    stories: Math.max(...shards.map(({ run: { stories = 0 } }) => stories)),
    strict: shards.some(({ run: { strict } }) => strict),
  };
}

// What one shard knows of the whole is true of it.
function sharedBy(shards: Shards): Partial<RunInfo> {
  const names = ['tenant', 'suite', 'stopped', 'capabilities', 'knownIssues'] as const;
  const known = names.map((name) => [name, shards.find(({ run }) => run[name] !== undefined)?.run[name]]);
  return Object.fromEntries(known.filter(([, value]) => value !== undefined)) as Partial<RunInfo>;
}

function mergedExit(shards: readonly Shard[]): Exit {
  const bad = shards.find(({ exit }) => exit.code !== 0 || exit.signal !== null);
  return bad?.exit ?? { code: 0, signal: null };
}
