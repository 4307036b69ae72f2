import { valueAt } from '../../fixtures/generated-places';
import type { Paging } from '../../schemas/paging';
import { eventually, unless } from './eventually';
import { skip } from './tenant';

/** One page of a list and the cursor of the next; none after the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: number | undefined;
}

const maxPages = 1000;

/**
 * Reads a list page by page from cursor 0 to the first page without a next one.
 * @param size what the pages are asked to hold; a page that holds more fails the case.
 * @param take how many pages are read at most; all of them by default.
 */
export async function walk<Item>(
  read: (cursor: number) => Promise<Page<Item>>,
  { size, take = Infinity }: { size: number; take?: number },
): Promise<Item[]> {
  const found: Item[] = [];
  const cursors = new Set<number>();
  for (let cursor: number | undefined = 0; cursor !== undefined && cursors.size < take;) {
    expect({ 'a cursor that came before': cursors.has(cursor) ? cursor : 'none' }).toEqual({
      'a cursor that came before': 'none',
    });
    if (cursors.size === maxPages) throw new Error(`The pages do not end: there are more than ${maxPages}.`);
    cursors.add(cursor);
    const { items, next }: Page<Item> = await read(cursor);
    expectNoMoreThan(size, items);
    found.push(...items);
    cursor = next;
  }
  return found;
}

/** Expects a page to hold no more rows than it was asked to. */
export function expectNoMoreThan(size: number, items: readonly unknown[]): void {
  expect({ size, 'too many on a page': items.slice(size) }).toEqual({ size, 'too many on a page': [] });
}

/** The rows in an answer; none where it shows no list. */
export const rowsIn = <Row>(body: unknown, { rows }: Paging): Row[] =>
  (valueAt(body, rows.split('.')) as Row[] | undefined) ?? [];

/**
 * Reads a list, then whatever is to be compared with it, then the list again, until it is the same before and after: somebody else
 * may write. Skips the case where the list never stands still.
 */
export async function beside<Seen>(
  what: string,
  read: () => Promise<string[]>,
  probe: () => Promise<Seen>,
): Promise<{ whole: string[]; seen: Seen }> {
  return eventually(`${what} to stand still while it is read`, async () => {
    const whole = await read();
    const seen = await probe();
    const after = await read();
    // In one word, for a long difference would not hold the name that tells this failure from any other.
    const moved = [...after].sort().join() === [...whole].sort().join() ? 'stood still' : 'moved';
    expect({ 'while it was read': moved }).toEqual({ 'while it was read': 'stood still' });
    return { whole, seen };
  }).catch(unless('while it was read', () => skip(`${what} never stood still`)));
}

// A company has thousands of people.
const mostPages = 100;

/** Sizes of pages with which the last page of so many rows is exactly full, and with which it holds a single row, where there are such. */
export function edgeSizes(length: number, largest: number): { what: string; size: number }[] {
  const sizes = Array.from({ length: largest }, (_, place) => largest - place).filter(
    (size) => size >= 5 && length / size <= mostPages,
  );
  const edges = [
    { what: 'a last page that is exactly full', size: sizes.find((size) => length % size === 0) },
    { what: 'a last page of one', size: sizes.find((size) => length > size && length % size === 1) },
  ];
  return edges.flatMap(({ what, size }) => (size === undefined ? [] : [{ what, size }]));
}

/**
 * Sizes of pages that tell how a list of so many rows ends, in about four pages: with one row on the last page, and with as many as it
 * can hold.
 */
export function fewPages(length: number, largest: number): number[] {
  if (length < 5) return length === 0 ? [] : [1];
  const sizes = length % 2 === 1 ? [(length - 1) / 2, length] : [length - 1, length / 2];
  return [...new Set(sizes.map((size) => Math.min(size, largest)))];
}

/** Expects two lists to have the same members, each once, in any order. */
export function expectSameMembers(what: string, found: readonly string[], wanted: readonly string[]): void {
  const [here, there] = [new Set(found), new Set(wanted)];
  expect({
    what,
    missing: [...there].filter((one) => !here.has(one)),
    'too many': [...here].filter((one) => !there.has(one)),
    twice: found.filter((one, index) => found.indexOf(one) !== index),
  }).toEqual({ what, missing: [], 'too many': [], twice: [] });
}

/** Expects the few pages that tell how a list ends to hold what the whole list holds. */
export async function expectSameRowsByPages<Row extends object | string>(
  whole: readonly Row[],
  largest: number,
  read: (size: number) => Promise<readonly Row[]>,
): Promise<void> {
  for (const size of fewPages(whole.length, largest))
    expect({ size, rows: asTexts(await read(size)).sort() }).toEqual({ size, rows: asTexts(whole).sort() });
}

/** Rows as texts that can be compared; two are the same where every member is. */
export const asTexts = (rows: readonly (object | string)[]): string[] =>
  rows.map((row) =>
    typeof row === 'string'
      ? row
      : JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1))),
  );
