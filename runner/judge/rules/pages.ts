import { writeJson } from '../../../client/strict-json';
import { pagingOf, type Paging } from '../../../schemas/paging';
import { at, listAt } from '../json';
import type { JudgedCall } from '../judge-call';
import { Latest } from './latest';
import { endOf, isSuccess, type Fault, type Wrong } from './rule';

/** What is wrong with a page by itself: it is too long, repeats a row, or says that there are more and leads nowhere. */
export function faultsOfPage(call: JudgedCall): Fault[] {
  const list = pagingOf(call.endpoint);
  if (!list || !isSuccess(call)) return [];
  return [...ofLength(call, list), ...ofRows(call, list), ...ofNext(call, list)];
}

function ofLength({ endpoint: { id }, asked: { values }, body }: JudgedCall, list: Paging): Fault[] {
  const size = at(values, list.size);
  // One of its two parameters has no effect without the other (documented).
  if (id === 'checkin/record' && !('offset' in values && 'size' in values)) return [];
  const most = typeof size === 'number' && size > 0 ? Math.min(size, list.most) : list.most;
  const { length } = listAt(body, list.rows);
  const what = 'the page holds more than was asked for';
  return length > most ? [{ promise: `${id}?${list.size}`, what, expected: most, got: length }] : [];
}

function keysIn(body: unknown, { rows, key }: Paging): unknown[] {
  if (key === null) return [];
  return listAt(body, rows).map((row) => (key === undefined ? row : at(row, key)));
}

function ofRows({ endpoint: { id }, body }: JudgedCall, list: Paging): Fault[] {
  const keys = keysIn(body, list);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  const promise = `${id}#${list.rows}[]${list.key ? `.${list.key}` : ''}`;
  return twice === undefined ? [] : [{ promise, what: 'the page shows a row twice', got: twice }];
}

// A list without a flag goes on where it names a next page. One that names none is asked for what stands behind its rows.
function nextOf({ asked: { values }, body }: JudgedCall, { size, rows, cursor = '', next, more }: Paging) {
  const following = (): number =>
    Number(at(values, cursor) ?? 0) + Number(at(values, size) ?? listAt(body, rows).length);
  const named = next === undefined ? following() : (at(body, next) ?? undefined);
  return { cursor: named, goesOn: more === undefined ? named !== undefined : at(body, more) === true };
}

function ofNext(call: JudgedCall, list: Paging): Fault[] {
  const { cursor, goesOn } = nextOf(call, list);
  if (list.cursor === undefined || !goesOn) return [];
  const promise = `${call.endpoint.id}#${list.more ?? list.next ?? ''}`;
  const asked = at(call.asked.values, list.cursor) ?? 0;
  const wrongs: readonly (readonly [isSo: boolean, what: string])[] = [
    [cursor === undefined, 'the page says that there are more, and names no next page'],
    [cursor === asked, 'the next page is this one again: the list never ends'],
    [listAt(call.body, list.rows).length === 0, 'the page is empty, and says that there are more'],
  ];
  return wrongs.filter(([isSo]) => isSo).map(([, what]) => ({ promise, what }));
}

// What changes in between may move rows from page to page.
const soon = 10_000;
// So many lists may be read at the same time.
const mostLists = 100;

/** Keeps the last page of every list that is read, and compares the next one with it. */
export class Pages {
  readonly #last = new Latest<JudgedCall>(mostLists);

  /** What is wrong with a page beside the one before it; calls come in the order in which they were made. */
  beside(call: JudgedCall): Wrong[] {
    const list = pagingOf(call.endpoint);
    if (list?.cursor === undefined || !isSuccess(call)) return [];
    const before = this.#before(call, list, list.cursor);
    const shown = new Set(keysIn(before?.body, list));
    const again = keysIn(call.body, list).find((row) => shown.has(row));
    if (!before || again === undefined) return [];
    const what = 'the next page shows a row of the page before again';
    return [{ promise: `${call.endpoint.id}?${list.cursor}`, what, got: again, calls: [before, call] }];
  }

  // The page that leads to this one, where that was read just before.
  #before(call: JudgedCall, list: Paging, name: string): JudgedCall | undefined {
    const { [name]: cursor = 0, ...others } = call.asked.values;
    const key = (of: unknown): string => writeJson([call.endpoint.id, others, of]);
    const before = this.#last.get(key(cursor));
    const { goesOn, cursor: next } = nextOf(call, list);
    if (goesOn) this.#last.set(key(next), call);
    const sinceMs = before === undefined ? Infinity : call.exchange.startedAt - endOf(before);
    return sinceMs >= 0 && sinceMs <= soon ? before : undefined;
  }
}
