import {
  getReportStatistics,
  getUnreadCount,
  listComments,
  listReceivers,
  listReportPeople,
} from '../schemas/index';
import { day, toGmt8 } from './clock';
import { pageAt, type Page } from './page';
import { badParameter } from './refusal';
import { present, route } from './route';
import { existingPerson, type Report, type Tenant } from './tenant';

// Documented as "about the last month"; that this is 30 days is assumed.
const lastMonth = 30 * day;

/** The endpoints that tell who received, read, liked and commented reports; nothing of it can be written by a call. */
export const reportActivityRoutes = [
  route(getReportStatistics, (tenant, { report_id: id }) => {
    const { readers, comments, likers } = existingReport(tenant, id);
    return {
      result: {
        read_num: readers.size,
        comment_num: comments.length,
        comment_user_num: new Set(comments.map(({ userid }) => userid)).size,
        like_num: likers.size,
      },
    };
  }),

  route(listReportPeople, (tenant, { report_id: id, type, offset = 0, size = 100 }) => {
    const report = existingReport(tenant, id);
    return { result: people(pageAt(related(report, type), offset, size)) };
  }),

  route(listReceivers, (tenant, { report_id: id, offset = 0, size = 100 }) => {
    const { receivers } = existingReport(tenant, id);
    return { result: people(pageAt(receivers, offset, size)) };
  }),

  route(listComments, (tenant, { report_id: id, offset = 0, size = 20 }) => {
    // Assumed: the oldest first.
    const { rows, next } = pageAt(existingReport(tenant, id).comments, offset, size);
    const comments = rows.map(({ userid, content, createdAt }) => ({
      userid,
      content,
      create_time: toGmt8(createdAt),
    }));
    return { result: { comments, ...more(next) } };
  }),

  route(getUnreadCount, (tenant, { userid }) => {
    existingPerson(tenant, userid);
    const since = tenant.clock.now() - lastMonth;
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
  if (!report) throw badParameter('report_id');
  return report;
}

/** Documented: 0 readers, 1 commenters, 2 people who liked it. Assumed: in the order in which they did. */
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
