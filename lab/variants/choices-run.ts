import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choices, type Choice, type Chosen } from '../../emulator/choices';
import { endpoints } from '../../schemas';
import { tallied, type ChoicesResult } from '../results/variants';
import { groupedBy } from '../../reporting/grouped';
import { writeResult } from '../results/read-results';
import { atOnce } from '../at-once';
import { coveringArray, type CoveringArray } from './covering-array';
import { inNumbers, told, type Outcome } from './outcome';
import { runSuite, type Manner } from './suite-run';
import { suspicions, type RowResult } from './suspects';

/** What `npm run variants -- --choices` is asked for. */
export interface ChoicesVisit extends Manner {
  readonly folder: string;
  readonly times: number;
  readonly atOnce: number;
  readonly seed: string;
  /** Ids of choices; all of them when empty. */
  readonly only: readonly string[];
  readonly row?: string | undefined;
  readonly json?: string | undefined;
  readonly record: boolean;
}

interface Visited extends RowResult {
  /** Counted from 1. */
  readonly row: number;
  readonly outcome: Outcome;
}

/** Runs the suite on every row of a covering array over the choices, prints what came of it, and tells whether all runs were clean. */
export async function visitChoices(visit: ChoicesVisit): Promise<boolean> {
  const array = coveringArray(chosenBy(visit), visit.seed);
  const { rows, pairs } = array;
  print(
    `${chosenBy(visit).length} choices, ${pairs} pairs of answers, all met by ${rows.length} tenants (seed ${visit.seed}). One takes as long as a run of the suite.\n`,
  );
  const only = visit.row === undefined ? undefined : Number(visit.row);
  if (only !== undefined && !rows[only - 1]) throw new Error(`There are rows 1 to ${rows.length}.`);
  const wanted = rows.map((_, index) => index + 1).filter((row) => only === undefined || row === only);
  const series = Array.from({ length: visit.times }, () => wanted).flat();
  const visited = await atOnce(visit.atOnce, series, (row, place) =>
    visitRow({ row, chosen: rows[row - 1] ?? {} }, visit, `[${place + 1}/${series.length}]`),
  );
  sumUp(visited);
  if (visit.json !== undefined) writeFileSync(visit.json, `${JSON.stringify(inJson(visited), null, 1)}\n`);
  if (visit.record) record(visit, array, visited);
  return visited.every(({ outcome }) => inNumbers(outcome).clean);
}

function chosenBy({ only }: ChoicesVisit): readonly Choice[] {
  const unknown = only.find((wanted) => choices.every(({ id }) => id !== wanted));
  if (unknown !== undefined)
    throw new Error(`There is no choice '${unknown}'; they stand in emulator/README.md.`);
  return only.length === 0 ? choices : choices.filter(({ id }) => only.some((wanted) => wanted === id));
}

async function visitRow(
  { row, chosen }: { readonly row: number; readonly chosen: Chosen },
  visit: ChoicesVisit,
  progress: string,
): Promise<Visited> {
  const outcome = await runSuite(
    { choices: chosen },
    visit,
    join(visit.folder, `choices-${visit.seed}-${row}`),
  );
  const { failures, skips } = outcome.summary;
  print(`${progress} ${told(`row ${row}`, outcome)}`);
  for (const [file, answers] of answersAbout(chosen, failures)) print(`  ${file} met ${answers}`);
  print('');
  return {
    row,
    chosen,
    outcome,
    failed: failures.map(({ title }) => title),
    silent: skips.map(({ title }) => title),
  };
}

/** For each spec file with a failure, what the tenant answers otherwise that concerns its product, or all. */
function answersAbout(
  chosen: Chosen,
  failures: Outcome['summary']['failures'],
): [file: string, answers: string][] {
  const files = [...new Set(failures.map(({ file }) => file))];
  return files.map((file) => {
    const others = products.filter((product) => !file.startsWith(`specs/${product}/`));
    const answers = choices
      .filter(({ id }) => file.startsWith('specs/flows/') || !others.includes(headOf(id)))
      .filter(({ id, answers: [own] }) => id in chosen && chosen[id] !== own.id)
      .map(({ id }) => `${id}=${chosen[id] ?? ''}`);
    return [file, answers.join(' ')];
  });
}

const headOf = (id: string): string => id.replace(/\/.*/, '');

const products = endpoints.map(({ id }) => headOf(id));

function sumUp(visited: readonly Visited[]): void {
  const clean = visited.filter(({ outcome }) => inNumbers(outcome).clean).length;
  const failed = visited.reduce((sum, each) => sum + each.failed.length, 0);
  print(
    `${clean} of ${visited.length} runs are clean, ${failed} failed cases, ${findingsOf(visited)} findings.`,
  );
  for (const { title, failures, suspects } of suspicions(visited)) {
    print(`  ${failures} x ${title}`);
    print(`      ${inWords(suspects)}`);
  }
  for (const line of noticed(visited)) print(line);
}

const mostNoticed = 20;

/** What the runs noticed beside failures, that of most runs first. */
function noticed(visited: readonly Visited[]): string[] {
  const all = visited.flatMap(({ outcome }) => outcome.summary.findings);
  const alike = groupedBy(all, ({ kind, endpoint, message }) => `${kind}, ${endpoint}: ${message}`);
  const lines = [...alike]
    .map(([text, { length }]): [string, number] => [text, length])
    .sort(([, one], [, other]) => other - one)
    .map(([text, runs]) => `  in ${runs} of ${visited.length} runs: ${text}`);
  const others = lines.length - mostNoticed;
  return [
    ...lines.slice(0, mostNoticed),
    ...(others > 0 ? [`  and ${others} others, in summary.json of each run in reports/variants`] : []),
  ];
}

const tellable = 8;

function inWords(suspects: readonly string[]): string {
  if (suspects.length === 0) return 'no single answer explains it';
  return suspects.length > tellable
    ? `${suspects.length} answers are suspected, too many to tell`
    : `suspected: ${suspects.join(' ')}`;
}

function inJson(visited: readonly Visited[]) {
  return {
    rows: visited.map(({ row, chosen, failed, outcome }) => ({ ...inNumbers(outcome), row, chosen, failed })),
    suspicions: suspicions(visited),
  };
}

function record(
  { profile }: ChoicesVisit,
  { rows, pairs }: CoveringArray,
  visited: readonly Visited[],
): void {
  const tally = tallied(
    visited.map(({ outcome }) => inNumbers(outcome)),
    new Date().toISOString().slice(0, 10),
    profile,
  );
  const answers = choices.reduce((sum, choice) => sum + choice.answers.length, 0);
  const result: ChoicesResult = {
    ...tally,
    choices: choices.length,
    answers,
    pairs,
    rows: rows.length,
    findings: findingsOf(visited),
  };
  writeResult('choices', result);
}

const findingsOf = (visited: readonly Visited[]): number =>
  visited.reduce((sum, { outcome }) => sum + outcome.summary.findings.length, 0);

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
