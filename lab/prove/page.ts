import { duration } from '../../reporting/words';
import { table } from '../results/markdown';
import { listsOf, type Matrix, type Row } from './matrix';

/** The matrix as a page in Markdown: the shares by class, the three lists, and fault by fault who noticed it and how. */
export function pageOf(matrix: Matrix, durationMs: number): string {
  const { unnoticed, unclaimed, silent } = listsOf(matrix);
  const { rows } = matrix;
  return [
    '# What the suite notices',
    `${rows.length} faults, ${Object.keys(matrix.cases).length} cases, ${duration(durationMs)}.`,
    shares(rows),
    list('Faults that nobody noticed', unnoticed.map(lineOf)),
    list('Faults that only cases noticed which do not claim what they break', unclaimed.map(lineOf)),
    list('Cases that noticed nothing', silent),
    '## Fault by fault',
    ...rows.map(entryOf),
  ].join('\n\n');
}

/** How many faults of each class there are and were noticed, those written by hand apart. */
export function shares(rows: readonly Row[]): string {
  const classes = [...new Set(rows.map((row) => row.class))].sort();
  const lines = classes.map((name) =>
    shareLine(
      name,
      rows.filter((row) => row.class === name),
    ),
  );
  return table(['class', 'faults', 'noticed', 'by hand', 'noticed'], [...lines, shareLine('all', rows)]);
}

function shareLine(name: string, rows: readonly Row[]): string[] {
  const byHand = rows.filter(({ handWritten }) => handWritten);
  return [name, ...[rows.length, noticed(rows), byHand.length, noticed(byHand)].map(String)];
}

const noticed = (rows: readonly Row[]): number => rows.filter(({ noticedBy }) => noticedBy.length > 0).length;

const lineOf = ({ id, promises }: Row): string => `${id} (${promises.join(', ')})`;

function list(title: string, lines: readonly string[]): string {
  const entries = lines.length === 0 ? ['None.'] : lines.map((line) => `- ${line}`);
  return [`## ${title} (${lines.length})`, ...(lines.length === 0 ? entries : [entries.join('\n')])].join(
    '\n\n',
  );
}

function entryOf({ id, promises, noticedBy, tried }: Row): string {
  const by = noticedBy.map((notice) => `- ${notice.claimed ? '' : '(does not claim it) '}${notice.case}`);
  const [first] = noticedBy;
  return [
    `### ${id}`,
    `${promises.join(', ')}; noticed by ${noticedBy.length} of ${tried} cases`,
    ...(by.length > 0 ? [by.join('\n')] : []),
    ...(first ? [`\`\`\`text\n${first.message.replaceAll('```', "'''")}\n\`\`\``] : []),
  ].join('\n\n');
}
