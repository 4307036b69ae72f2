import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listsOf, type Matrix, type Row } from './matrix';
import { pageOf, shares } from './page';
import { duration } from '../../reporting/words';

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
  const { unnoticed, elsewhere, unclaimed, silent } = listsOf(matrix);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'matrix.md'), pageOf(matrix, durationMs));
  if (rows.length <= mostShown) say(rows.map(rowText).join('\n'));
  say(shares(rows));
  for (const row of unnoticed) say(unnoticedText(row));
  if (unnoticed.length > 0) say(hint);
  for (const line of [...elsewhere.map(elsewhereText), ...unclaimed.map(unclaimedText)]) say(line);
  if (isWhole) for (const key of silent) say(`noticed nothing    ${key}`);
  say(
    `${rows.length - unnoticed.length - elsewhere.length} of ${rows.length} faults noticed, in ${duration(durationMs)}. Matrix: reports/prove/matrix.md`,
  );
  return unnoticed.length;
}

const hint =
  'What is not noticed is a parameter that no case sends, or a field that none compares: `npm run coverage -- ENDPOINT` tells which.';

function elsewhereText({ id, needs = [] }: Row): string {
  return `another spec       ${id} — run ${needs.join(' ')} too`;
}

function unclaimedText({ id, promises }: Row): string {
  return `not claimed        ${id} — ${promises.join(', ')}`;
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
