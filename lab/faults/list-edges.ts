import { sourceOf } from '../../schemas/evidence';
import { around, isSuccess, valuesOf, type Fault } from './fault';
import {
  beginOf,
  ended,
  isTheLast,
  pagedLists,
  pageFrom,
  pageOf,
  rowsIn,
  withPage,
  type Paged,
} from './paged';
import { memory } from './trial-support';

type Fields = Record<string, unknown>;

/** Lists in pages that end too early: where a single row is left, after the first page, or after so many rows. */
export const faults: readonly Fault[] = pagedLists.flatMap((list) => [
  // Of report/list this stands among the faults that were written before any spec was read.
  ...(list.id === 'report/list' ? [] : [endsBeforeOne(list)]),
  endsAfterTheFirst(list),
  endsAfter(list.many, list),
]);

function endsBeforeOne(list: Paged): Fault {
  return {
    id: `${list.id}: ends when one row is left`,
    class: 'lists',
    breaks: 'a page says that there is a next one, also where that has a single row',
    promises: [list.promise],
    layer: around(list.id, async (_, call, next) => {
      const reply = await next(call);
      const page = pageOf(reply);
      const after = page[list.next];
      if (typeof after !== 'number' || isTheLast(page, list)) return reply;
      const rest = pageOf(await next(pageFrom(call, list, after, 1)));
      const isLastOne = rowsIn(rest, list).length === 1 && isTheLast(rest, list);
      return isLastOne ? withPage(reply, ended(page, list)) : reply;
    }),
  };
}

function endsAfterTheFirst(list: Paged): Fault {
  return {
    id: `${list.id}: says of the first page that it is the last`,
    class: 'lists',
    breaks: 'the first page says that there is a next one',
    promises: [list.promise],
    layer: around(list.id, async (_, call, next) => {
      const reply = await next(call);
      return isSuccess(reply) && beginOf(call, list) === '0'
        ? withPage(reply, ended(pageOf(reply), list))
        : reply;
    }),
  };
}

// How many rows stood before a cursor, for each question apart.
const rowsBefore = memory(() => new Map<string, number>());

function endsAfter(most: number, list: Paged): Fault {
  const question = (values: Fields, begin: unknown): string =>
    JSON.stringify([{ ...values, [list.cursor]: null, [list.size]: null }, String(begin)]);
  return {
    id: `${list.id}: ends after ${most} rows`,
    class: 'lists',
    breaks: 'a list goes on as long as there are rows',
    promises: [list.promise, ...(list.counts === undefined ? [] : [list.counts])],
    source: sourceOf(list.counts ?? '') ?? 'inferred',
    layer: around(list.id, async (_, call, next) => {
      const reply = await next(call);
      if (!isSuccess(reply)) return reply;
      const [known, values, page] = [rowsBefore(call), valuesOf(call), pageOf(reply)];
      const before = known.get(question(values, beginOf(call, list))) ?? 0;
      const rows = rowsIn(page, list).slice(0, Math.max(0, most - before));
      known.set(question(values, page[list.next]), before + rows.length);
      if (before + rowsIn(page, list).length < most) return reply;
      return withPage(reply, ended({ ...page, [list.rows]: rows }, list));
    }),
  };
}
