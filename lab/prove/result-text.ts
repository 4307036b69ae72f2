import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listsOf, type Matrix, type Row } from './matrix';
import { pageOf, shares } from './page';
import { durationOf } from './progress';

// More of them nobody reads in a terminal.
const mostShown = 40;

/**
 * Writes the matrix into `folder`, and says what it shows: each fault where they are few, the shares by class, and whatever somebody has to
 * do about. Returns how many faults nobody noticed.
 * @param isWhole whether all faults were tried; only then it is known which cases notice nothing.
 */
export function tell(
  matrix: Matrix,
  { folder, isWhole, durationMs }: { folder: string; isWhole: boolean; durationMs: number },
  say: (text: string) => void,
): number {
  const { rows } = matrix;
  const { unnoticed, elsewhere, silent } = listsOf(matrix);
  write(join(folder, 'matrix.json'), JSON.stringify(matrix, null, 1));
  write(join(folder, 'matrix.md'), pageOf(matrix, durationMs));
  if (rows.length <= mostShown) say(rows.map(rowText).join('\n'));
  say(shares(rows));
  for (const row of unnoticed) say(unnoticedText(row));
  for (const line of [...elsewhere.map(elsewhereText), ...doubtsIn(matrix)]) say(line);
  if (isWhole) for (const key of silent) say(`noticed nothing    ${key}`);
  say(
    `${rows.length - unnoticed.length - elsewhere.length} of ${rows.length} faults noticed or argued, in ${durationOf(durationMs)}. Matrix: reports/prove/matrix.md`,
  );
  return unnoticed.length;
}

function elsewhereText({ id, needs = [] }: Row): string {
  return `another spec       ${id} — run ${needs.join(' ')} too`;
}

function doubtsIn(matrix: Matrix): string[] {
  const { arguedInVain, unclaimed } = listsOf(matrix);
  return [
    ...arguedInVain.map(({ id }) => `NOTICED AFTER ALL  ${id} — take it out of lab/faults/escapes.ts`),
    ...unclaimed.map(({ id, promises }) => `not claimed        ${id} — ${promises.join(', ')}`),
  ];
}

/** Writes a text into a file, and makes the folder that it stands in. */
function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function unnoticedText({ id, promises, undecided }: Row): string {
  return undecided === undefined
    ? `NOT NOTICED        ${id} — ${promises.join(', ')}`
    : `UNDECIDED          ${id} — ${undecided}`;
}

function rowText({ id, noticedBy, tried, needs }: Row): string {
  const [first] = noticedBy;
  if (!first && needs) return `another spec  ${id}, by none of ${tried} cases: it takes ${needs.join(' ')}`;
  if (!first) return `NOT NOTICED  ${id}, by none of ${tried} cases`;
  const message = first.message.split('\n').map((line) => `      ${line}`);
  return [
    `noticed  ${id}`,
    `    by ${noticedBy.length} of ${tried} cases, first: ${first.case}`,
    ...message,
  ].join('\n');
}
