import type { Call, Reply } from '../../emulator/call';
import { isSuccess, valuesOf, withValues } from './fault';

type Fields = Record<string, unknown>;

/** How an endpoint pages: what it takes, where its rows stand, and how it says that there are more. */
export interface Paged {
  readonly id: string;
  /** The parameters that say where a page begins and how many rows it holds. */
  readonly cursor: string;
  readonly size: string;
  /** Names in `result`, or in the whole body where there is no result. */
  readonly rows: string;
  readonly next: string;
  /** The flag that says that there are more, where there is one. */
  readonly more?: string;
  /** More rows than one page has, fewer than the embedded tenant has: lists of so many end there. */
  readonly many: number;
  /** The fact that tells how many rows there are, without the pages; where there is none, only that a cursor counts rows tells it. */
  readonly counts?: string;
  /** The rule or field that promises it. */
  readonly promise: string;
}

const byCursor = { cursor: 'cursor', size: 'size', next: 'next_cursor' } as const;
const byOffset = { cursor: 'offset', size: 'size', next: 'next_cursor' } as const;
const withFlag = { more: 'has_more' } as const;
const reports = { ...byCursor, ...withFlag, many: 25, rows: 'data_list' } as const;
const people = { ...byOffset, ...withFlag, many: 25, rows: 'userid_list' } as const;
const employees = { ...byOffset, many: 25, rows: 'data_list' } as const;

/** Every list that is read page by page with a cursor. */
export const pagedLists: readonly Paged[] = [
  { id: 'report/list', ...reports, promise: 'report/list#result.has_more', counts: 'report/list/R10' },
  {
    id: 'report/simplelist',
    ...reports,
    promise: 'report/simplelist#result.has_more',
    counts: 'report/simplelist/R5',
  },
  {
    id: 'report/comment-list',
    ...byOffset,
    ...withFlag,
    many: 3,
    rows: 'comments',
    promise: 'report/comment-list/R6',
    counts: 'report/statistics/R3',
  },
  {
    id: 'report/receiver-list',
    ...people,
    promise: 'report/receiver-list/R6',
    counts: 'report/receiver-list/R3',
  },
  {
    id: 'report/statistics-listbytype',
    ...people,
    many: 2,
    promise: 'report/statistics-listbytype/R6',
    counts: 'report/statistics/R3',
  },
  {
    id: 'report/template-listbyuserid',
    ...byOffset,
    many: 4,
    rows: 'template_list',
    counts: 'report/template-listbyuserid/R6',
    promise: 'report/template-listbyuserid#result.next_cursor',
  },
  {
    id: 'checkin/record-get',
    ...byCursor,
    many: 25,
    rows: 'page_list',
    counts: 'checkin/record-get/R6',
    promise: 'checkin/record-get/R11',
  },
  {
    id: 'hrm/queryonjob',
    ...employees,
    promise: 'hrm/queryonjob#result.next_cursor',
    counts: 'hrm/queryonjob/R11',
  },
  { id: 'hrm/querypreentry', ...employees, promise: 'hrm/querypreentry#result.next_cursor' },
  {
    id: 'hrm/dismissions',
    many: 25,
    ...{ cursor: 'nextToken', size: 'maxResults', rows: 'userIdList', next: 'nextToken', more: 'hasMore' },
    promise: 'hrm/dismissions/R1',
  },
];

/** The page that a success holds; empty for a refusal. */
export function pageOf(reply: Reply): Fields {
  if (!isSuccess(reply)) return {};
  const body = reply.body as Fields;
  return { ...((body.result ?? body) as Fields) };
}

/** The reply with another page in it. */
export function withPage(reply: Reply, page: Fields): Reply {
  const body = reply.body as Fields;
  return { ...reply, body: 'result' in body ? { ...body, result: page } : page };
}

/** The rows of a page. */
export const rowsIn = (page: Fields, { rows }: Paged): unknown[] =>
  (page[rows] as unknown[] | undefined) ?? [];

/** Whether a page says that none follows. Observed: a last page may name a next cursor all the same, so the flag decides where there is one. */
export const isTheLast = (page: Fields, { next, more }: Paged): boolean =>
  more === undefined ? page[next] == null : page[more] === false;

/** The page as one that none follows. */
export function ended({ ...page }: Fields, { next, more }: Paged): Fields {
  Reflect.deleteProperty(page, next);
  return more === undefined ? page : { ...page, [more]: false };
}

/** Where a call begins to read, as a text; the first page may be asked for in several ways. */
export function beginOf(call: Call, { cursor }: Paged): string {
  const given = valuesOf(call)[cursor];
  const isGiven = typeof given === 'number' || (typeof given === 'string' && given !== '');
  return isGiven ? String(given) : '0';
}

/** The same call for a page of `size` rows that begins at a cursor. */
export const pageFrom = (call: Call, { cursor, size }: Paged, from: unknown, rows: number): Call =>
  withValues(call, { ...valuesOf(call), [cursor]: from, [size]: rows });
