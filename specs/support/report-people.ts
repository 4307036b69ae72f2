import { listComments, listReceivers, listReportPeople, listReports } from '../../schemas';
import type { ListCommentsResponse } from '../../schemas/types';
import type { Template } from '../../fixtures/report/report';
import { fromBeijingTime } from '../../fixtures/time';
import { shared } from './shared';
import { api, skip } from './tenant';

/** How people may relate to a report, by the number that statistics/listbytype calls it. */
export const relation = { readers: 0, commenters: 1, likers: 2 } as const;

export type Comment = NonNullable<ListCommentsResponse['result']['comments']>[number];

const maxPages = 50;
const enoughToPage = 3;
const day = 24 * 3_600_000;

/** Who may receive a report without being addressed: its author, and the default receivers of its template. */
export function mayReceive({ default_receivers: defaults = [] }: Template, author: string): string[] {
  return [author, ...defaults.map(({ userid }) => userid)];
}

/** Expects everyone addressed to receive a report, once, and nobody else but those who may. */
export async function expectReceivers(
  id: string,
  to: readonly string[],
  others: readonly string[],
): Promise<void> {
  const received = await receiversOf(id);
  const allowed = [...to, ...others];
  const found = {
    missing: to.filter((userid) => !received.includes(userid)),
    strangers: received.filter((userid) => !allowed.includes(userid)),
    twice: received.filter((userid, index) => received.indexOf(userid) !== index),
  };
  expect({ receivers: found }).toEqual({ receivers: { missing: [], strangers: [], twice: [] } });
}

/** Expects nobody to have read, commented on or liked a report yet. */
export async function expectNoReactions(id: string): Promise<void> {
  const people = await Promise.all(Object.values(relation).map((type) => peopleOf(id, type)));
  const [readers, commenters, likers] = people;
  expect({ id, readers, commenters, likers, comments: await commentsOf(id) }).toEqual({
    id,
    readers: [],
    commenters: [],
    likers: [],
    comments: [],
  });
}

/** Expects readers, commenters and likers to be the same people whether they are read in one page or one by one. */
export async function expectSamePages(id: string): Promise<void> {
  const types = Object.values(relation);
  const whole = await Promise.all(types.map((type) => peopleOf(id, type)));
  const single = await Promise.all(types.map((type) => peopleOf(id, type, 1)));
  expect(single.map((people) => [...people].sort())).toEqual(whole.map((people) => [...people].sort()));
}

/** Expects the receivers of a report to be the same people whether they are read in one page or one by one. */
export async function expectSameReceivers(id: string): Promise<void> {
  const [whole, single] = [await receiversOf(id), await receiversOf(id, 1)];
  expect([...single].sort()).toEqual([...whole].sort());
}

/** A report that people have commented on. */
export interface Commented {
  readonly id: string;
  readonly created: number;
  readonly comments: readonly Comment[];
}

/**
 * Two commented reports among the first twenty of the last 180 days, or one that has enough comments to be paged; those of the last hour,
 * which nobody has commented on yet, are passed over. Skips the case where there is none.
 */
export const commentedReports = shared('reports with comments', findCommented);

async function findCommented(): Promise<Commented[]> {
  const window = { start_time: Date.now() - 179 * day, end_time: Date.now() - day / 24 };
  const { result } = await api.must(listReports, { ...window, cursor: 0, size: 20 });
  const found: Commented[] = [];
  for (const { report_id: id, create_time: created } of result.data_list) {
    const comments = await commentsOf(id);
    if (comments.length > 0) found.push({ id, created, comments });
    if (found.length === 2 || comments.length >= enoughToPage) break;
  }
  return found.length > 0
    ? found
    : skip('nobody has commented on any of the first twenty reports of the last 180 days');
}

/** Expects the comments of a report to be the same one by one, to be by its commenters, and none to be older than the report. */
export async function expectComments({ id, created, comments }: Commented): Promise<void> {
  const oneByOne = await commentsOf(id, 1);
  const commenters = await peopleOf(id, relation.commenters);
  const tooOld = comments.filter(({ create_time: at }) => fromBeijingTime(at) < created);
  const order = (list: readonly Comment[]): string[] => list.map((comment) => JSON.stringify(comment)).sort();
  expect({ report: id, 'one by one': order(oneByOne) }).toEqual({
    report: id,
    'one by one': order(comments),
  });
  expect({ report: id, 'older than the report': tooOld }).toEqual({
    report: id,
    'older than the report': [],
  });
  expect({ report: id, commenters: [...commenters].sort() }).toEqual({
    report: id,
    commenters: [...new Set(comments.map(({ userid }) => userid))].sort(),
  });
}

/** Expects that of each of many reports. */
export async function expectAllComments(commented: readonly Commented[]): Promise<void> {
  await Promise.all(commented.map(expectComments));
}

/** The people that a report was sent to, all pages. */
export async function receiversOf(reportId: string, size?: number): Promise<string[]> {
  return walk(async (page) => {
    const { result } = await api.must(listReceivers, { report_id: reportId, ...page });
    return { items: result.userid_list, more: result.has_more, next: result.next_cursor };
  }, size);
}

/** The people who read (0), commented on (1) or liked (2) a report, all pages. */
export async function peopleOf(reportId: string, type: 0 | 1 | 2, size?: number): Promise<string[]> {
  return walk(async (page) => {
    const { result } = await api.must(listReportPeople, { report_id: reportId, type, ...page });
    return { items: result.userid_list, more: result.has_more, next: result.next_cursor };
  }, size);
}

/** The comments of a report, all pages. */
export async function commentsOf(reportId: string, size?: number): Promise<Comment[]> {
  return walk(async (page) => {
    const { result } = await api.must(listComments, { report_id: reportId, ...page });
    return { items: result.comments, more: result.has_more, next: result.next_cursor };
  }, size);
}

interface Page<Item> {
  readonly items: readonly Item[] | undefined;
  readonly more: boolean;
  readonly next: number | undefined;
}

// The end is where next_cursor is absent, and there has_more is false.
async function walk<Item>(
  read: (page: { offset: number; size?: number }) => Promise<Page<Item>>,
  size?: number,
): Promise<Item[]> {
  const items: Item[] = [];
  let offset: number | undefined = 0;
  for (let page = 0; offset !== undefined; page += 1) {
    if (page === maxPages)
      throw new Error(`The pages do not end: next_cursor still stands after ${maxPages} of them`);
    const {
      items: found,
      more,
      next,
    }: Page<Item> = await read({
      offset,
      ...(size === undefined ? {} : { size }),
    });
    expect({ offset, has_more: more }).toEqual({ offset, has_more: next !== undefined });
    const empty = offset > 0 && (found ?? []).length === 0;
    expect({ offset, 'has_more was true, and there is no more': empty }).toEqual({
      offset,
      'has_more was true, and there is no more': false,
    });
    items.push(...(found ?? []));
    offset = next;
  }
  return items;
}
