import { listComments, listReceivers, listReportPeople } from '../../../schemas';
import type { ListCommentsResponse } from '../../../schemas/types';
import type { Template } from '../../../fixtures/report/report';
import { fromBeijingTime } from '../../../fixtures/time';
import { fact } from '../evidence';
import { expectSameRowsByPages, walk } from '../paging';
import { someReports } from './reports';
import { shared } from '../shared';
import { api, skip } from '../tenant';

/** How people may relate to a report, by the number that statistics/listbytype calls it. */
export const relation = { readers: 0, commenters: 1, likers: 2 } as const;

export type Comment = NonNullable<ListCommentsResponse['result']['comments']>[number];

const enoughToPage = 3;
const [largest, mostComments] = [100, 20];

/** Who may receive a report without being addressed: its author, and the default receivers of its template. */
export function mayReceive({ default_receivers: defaults = [] }: Template, author: string): string[] {
  return [author, ...defaults.flatMap(({ userid }) => userid ?? [])];
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
  const comments = await commentsOf(id);
  fact('report/statistics-listbytype/R3', () => {
    expect({ readers, commenters, likers, comments }).toEqual({
      readers: [],
      commenters: [],
      likers: [],
      comments: [],
    });
  });
}

/** A report that people have commented on. */
export interface Commented {
  readonly id: string;
  readonly created: number;
  readonly comments: readonly Comment[];
}

/** Two commented reports among twenty, or one that has enough comments to be paged. Skips the case where there is none. */
export const commentedReports = shared('reports with comments', findCommented);

async function findCommented(): Promise<Commented[]> {
  const found: Commented[] = [];
  for (const { report_id: id, create_time: created } of await someReports()) {
    const comments = await commentsOf(id);
    if (comments.length > 0) found.push({ id, created, comments });
    if (found.length === 2 || comments.length >= enoughToPage) break;
  }
  if (found.length > 0) return found;
  await expectNoCommenters();
  return skip('nobody has commented on any of twenty reports of the last 180 days');
}

// That there is no comment is believed where nobody is listed as having commented either.
async function expectNoCommenters(): Promise<void> {
  for (const { report_id: id } of await someReports()) {
    const commenters = await peopleOf(id, relation.commenters);
    expect({ report: id, 'commented, but without a comment': commenters }).toEqual({
      report: id,
      'commented, but without a comment': [],
    });
  }
}

/** Expects the comments of a report to be the same page by page, and none to be older than the report. */
export async function expectComments({ id, created, comments }: Commented): Promise<void> {
  await expectSameRowsByPages(comments, mostComments, (size) => commentsOf(id, size));
  const tooOld = comments.filter(({ create_time: at }) => fromBeijingTime(at) < created);
  expect({ report: id, 'older than the report': tooOld }).toEqual({
    report: id,
    'older than the report': [],
  });
}

/** Who wrote comments, each once, sorted. */
export const authorsOf = (comments: readonly Comment[]): string[] =>
  [...new Set(comments.map(({ userid }) => userid))].sort();

/** The people that a report was sent to, all pages. */
export async function receiversOf(reportId: string, size = largest): Promise<string[]> {
  return everyPage(size, async (page) => {
    const { result } = await api.must(listReceivers, { report_id: reportId, ...page });
    return { ...result, items: result.userid_list };
  });
}

/** The people who read (0), commented on (1) or liked (2) a report, all pages. */
export async function peopleOf(reportId: string, type: 0 | 1 | 2, size = largest): Promise<string[]> {
  return everyPage(size, async (page) => {
    const { result } = await api.must(listReportPeople, { report_id: reportId, type, ...page });
    return { ...result, items: result.userid_list };
  });
}

/** The comments of a report, all pages. */
export async function commentsOf(reportId: string, size = mostComments): Promise<Comment[]> {
  return everyPage(size, async (page) => {
    const { result } = await api.must(listComments, { report_id: reportId, ...page });
    return { ...result, items: result.comments };
  });
}

interface Page<Item> {
  readonly items?: readonly Item[] | undefined;
  readonly has_more: boolean;
  readonly next_cursor?: number;
}

// The end is where next_cursor is absent, and there has_more is false.
async function everyPage<Item>(
  size: number,
  read: (page: { offset: number; size: number }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const onePage = async (offset: number): Promise<{ items: readonly Item[]; next: number | undefined }> => {
    const { items = [], has_more, next_cursor: next } = await read({ offset, size });
    expect({ offset, has_more }).toEqual({ offset, has_more: next !== undefined });
    const empty = offset > 0 && items.length === 0;
    expect({ offset, 'has_more was true, and there is no more': empty }).toEqual({
      offset,
      'has_more was true, and there is no more': false,
    });
    return { items, next };
  };
  return walk(onePage, { size });
}
