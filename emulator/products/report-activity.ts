import {
  getReportStatistics,
  getUnreadCount,
  listComments,
  listReceivers,
  listReportPeople,
} from '../../schemas/index';
import { day, toGmt8 } from '../clock';
import { pageAt, type Page } from '../page';
import { unknownId } from '../refusal';
import { present, route } from '../route';
import { existingPerson, type Report, type Tenant } from '../tenant';

/** The endpoints that tell who received, read, liked and commented reports; nothing of it can be written by a call. */
export const routes = [
  route(getReportStatistics, (tenant, { report_id: id }) => {
    const { author, ...acts } = existingReport(tenant, id);
    const isCounted = tenant.choice('report/author-counts') === 'yes';
    const counted = (userid: string): boolean => isCounted || userid !== author;
    const commenters = acts.comments.map(({ userid }) => userid).filter(counted);
    return {
      result: {
        read_num: [...acts.readers].filter(counted).length,
        comment_num: commenters.length,
        comment_user_num: new Set(commenters).size,
        like_num: [...acts.likers].filter(counted).length,
      },
    };
  }),

  route(listReportPeople, (tenant, { report_id: id, type, offset = 0, size = 100 }) => {
    const report = existingReport(tenant, id);
    return { result: people(pageAt(inOrder(tenant, related(report, type)), offset, size)) };
  }),

  route(listReceivers, (tenant, { report_id: id, offset = 0, size = 100 }) => {
    const { receivers } = existingReport(tenant, id);
    return { result: people(pageAt(inOrder(tenant, receivers), offset, size)) };
  }),

  route(listComments, (tenant, { report_id: id, offset = 0, size = 20 }) => {
    const { comments: all } = existingReport(tenant, id);
    const ordered = tenant.choice('report/comments-order') === 'oldest' ? all : [...all].reverse();
    const { rows, next } = pageAt(ordered, offset, size);
    const comments = rows.map(({ userid, content, createdAt }) => ({
      userid,
      content,
      create_time: toGmt8(createdAt),
    }));
    return { result: { comments, ...more(next) } };
  }),

  route(getUnreadCount, (tenant, { userid }) => {
    // Only a tenant that takes a request without anybody gets here with a blank one.
    if (userid === '') return { count: 0 };
    if (tenant.choice('report/unread-of-stranger') === 'refused') existingPerson(tenant, userid);
    const since = tenant.clock.now() - Number(tenant.choice('report/unread-month')) * day;
    const unread = tenant.reports.filter(
      ({ createdAt, receivers, readers }) =>
        createdAt >= since && receivers.includes(userid) && !readers.has(userid),
    );
    return { count: unread.length };
  }),
];

/** Returns the report of that id. */
export function existingReport({ reports }: Tenant, id: string): Report {
  const report = reports.find((candidate) => candidate.id === id);
  if (!report) throw unknownId('report_id');
  return report;
}

function inOrder({ choice }: Tenant, userids: readonly string[]): readonly string[] {
  return choice('report/people-order') === 'acted' ? userids : [...userids].sort();
}

/** Documented: 0 readers, 1 commenters, 2 people who liked it. */
function related({ readers, comments, likers }: Report, type: 0 | 1 | 2): string[] {
  const all = { 0: readers, 1: new Set(comments.map(({ userid }) => userid)), 2: likers };
  return [...all[type]];
}

function people({ rows, next }: Page<string>) {
  return { userid_list: rows, ...more(next) };
}

function more(next: number | undefined) {
  const has_more = next !== undefined;
  return present<{ has_more: boolean; next_cursor?: number }>({ has_more, next_cursor: next });
}
