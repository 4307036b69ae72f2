import { readFile } from './read-file';
import type { Item } from './recorded-call';

// Open at the same time.
const mostFiles = 50;

interface Head {
  readonly items: AsyncGenerator<Item>;
  readonly item: Item;
}

/**
 * Reads several files side by side, so that calls which were made at the same time come together, as far as each file is in order.
 * @throws Unreadable, see `readFile`.
 */
export async function* readFiles(files: readonly string[]): AsyncGenerator<Item> {
  for (let first = 0; first < files.length; first += mostFiles)
    yield* together(files.slice(first, first + mostFiles).map(readFile));
}

async function* together(sources: readonly AsyncGenerator<Item>[]): AsyncGenerator<Item> {
  try {
    let heads = (await Promise.all(sources.map(headOf))).flat();
    while (heads.length > 0) {
      const earliest = heads.reduce((one, other) => (timeOf(other.item) < timeOf(one.item) ? other : one));
      yield earliest.item;
      const next = await headOf(earliest.items);
      heads = heads.flatMap((head) => (head === earliest ? next : [head]));
    }
  } finally {
    for (const items of sources) await items.return(undefined);
  }
}

async function headOf(items: AsyncGenerator<Item>): Promise<Head[]> {
  const next = await items.next();
  return next.done === true ? [] : [{ items, item: next.value }];
}

const timeOf = (item: Item): number => (item.kind === 'call' ? item.call.startedAt : 0);
