import type { Call, Reply } from '../emulator/call';
import { around, isSuccess, valuesOf, withValues, type Fault } from './fault';

type Fields = Record<string, unknown>;

/** How an endpoint pages: what it takes, where its rows stand, and how it says that there are more. */
interface Paged {
  readonly id: string;
  readonly cursor: string;
  readonly size: string;
  readonly rows: string;
  readonly next: string;
  /** The flag that says so, where there is one. */
  readonly more?: string;
  /** The rule or field that promises it. */
  readonly promise: string;
}

const withFlag = { more: 'has_more' } as const;
const byCursor = { cursor: 'cursor', size: 'size', next: 'next_cursor' } as const;
const byOffset = { cursor: 'offset', size: 'size', next: 'next_cursor' } as const;

// Of report/list the same stands among the faults that were written before any spec was read.
const lists: readonly Paged[] = [
  {
    id: 'report/simplelist',
    ...byCursor,
    ...withFlag,
    rows: 'data_list',
    promise: 'report/simplelist#result.has_more',
  },
  {
    id: 'report/comment-list',
    ...byOffset,
    ...withFlag,
    rows: 'comments',
    promise: 'report/comment-list/R6',
  },
  {
    id: 'report/receiver-list',
    ...byOffset,
    ...withFlag,
    rows: 'userid_list',
    promise: 'report/receiver-list/R6',
  },
  {
    id: 'report/statistics-listbytype',
    ...byOffset,
    ...withFlag,
    rows: 'userid_list',
    promise: 'report/statistics-listbytype/R6',
  },
  {
    id: 'report/template-listbyuserid',
    ...byOffset,
    rows: 'template_list',
    promise: 'report/template-listbyuserid#result.next_cursor',
  },
  { id: 'checkin/record-get', ...byCursor, rows: 'page_list', promise: 'checkin/record-get/R11' },
  { id: 'hrm/queryonjob', ...byOffset, rows: 'data_list', promise: 'hrm/queryonjob#result.next_cursor' },
  {
    id: 'hrm/querypreentry',
    ...byOffset,
    rows: 'data_list',
    promise: 'hrm/querypreentry#result.next_cursor',
  },
];

/** Lists in pages that stop too early where a single row is left. */
export const listEdgeFaults: readonly Fault[] = lists.map((list) => ({
  id: `${list.id}: ends when one row is left`,
  class: 'lists',
  breaks: 'a page says that there is a next one, also where that has a single row',
  promises: [list.promise],
  layer: around(list.id, async (_, call, next) => {
    const reply = await next(call);
    const page = pageOf(reply);
    const after = page[list.next];
    if (typeof after !== 'number' || isTheLast(page, list)) return reply;
    const rest = pageOf(await next(oneFrom(call, list, after)));
    return rowsIn(rest, list) === 1 && isTheLast(rest, list)
      ? { ...reply, body: { ...(reply.body as Fields), result: ended(page, list) } }
      : reply;
  }),
}));

function pageOf(reply: Reply): Fields {
  const { result } = isSuccess(reply) ? (reply.body as Fields) : {};
  return { ...(result as Fields | undefined) };
}

const oneFrom = (call: Call, { cursor, size }: Paged, from: number): Call =>
  withValues(call, { ...valuesOf(call), [cursor]: from, [size]: 1 });

// Observed: a last page may name a next cursor all the same, so the flag decides where there is one.
const isTheLast = (page: Fields, { next, more }: Paged): boolean =>
  more === undefined ? page[next] == null : page[more] === false;

const rowsIn = (page: Fields, { rows }: Paged): number => (page[rows] as unknown[] | undefined)?.length ?? 0;

function ended({ ...page }: Fields, { next, more }: Paged): Fields {
  Reflect.deleteProperty(page, next);
  return more === undefined ? page : { ...page, [more]: false };
}
