import { formed, objectId } from '../ids';
import { existingReport } from '../products/report-activity';
import { nextRow } from '../products/report';
import type { Announcement, Report, Tenant } from '../tenant';

/** An act of somebody on a report; only comments have a content. */
interface Act {
  readonly reportId: string;
  readonly userid: string;
  readonly content?: string;
}

/** What may be put into a tenant that no call of DingTalk could: things of the past, and what people do in the app. */
export interface Planted {
  readonly announcements?: readonly (Partial<Announcement> & {
    readonly title: string;
    readonly ageSeconds?: number;
  })[];
  readonly reports?: readonly (Partial<Pick<Report, 'receivers'>> & {
    readonly userid: string;
    readonly templateName: string;
    readonly ageSeconds?: number;
  })[];
  readonly readers?: readonly Act[];
  readonly likers?: readonly Act[];
  readonly comments?: readonly Act[];
}

/** Puts these things into the tenant and returns the ids of what was made. */
export function plant(tenant: Tenant, planted: Planted): { announcements: string[]; reports: string[] } {
  const { announcements = [], reports = [], readers = [], likers = [], comments = [] } = planted;
  const made = {
    announcements: announcements.map((given) => plantAnnouncement(tenant, given)),
    reports: reports.map((given) => plantReport(tenant, given)),
  };
  readers.forEach(({ reportId, userid }) => existingReport(tenant, reportId).readers.add(userid));
  likers.forEach(({ reportId, userid }) => existingReport(tenant, reportId).likers.add(userid));
  comments.forEach(({ reportId, userid, content = '收到' }) =>
    existingReport(tenant, reportId).comments.push({ userid, content, createdAt: tenant.clock.now() }),
  );
  return made;
}

function plantAnnouncement(tenant: Tenant, given: NonNullable<Planted['announcements']>[number]): string {
  const { ageSeconds = 0, ...members } = given;
  const createdAt = tenant.clock.now() - ageSeconds * 1000;
  const announcement: Announcement = {
    id: formed(objectId(createdAt), tenant.choice('blackboard/id-form')),
    sender: tenant.mainAdmin,
    createdAt,
    modifiedAt: createdAt,
    confidential: false,
    pinned: false,
    deptIds: [1],
    userids: [],
    content: members.title,
    ...members,
    readers: new Set(),
  };
  tenant.announcements.push(announcement);
  return announcement.id;
}

function plantReport(tenant: Tenant, given: NonNullable<Planted['reports']>[number]): string {
  const { userid, templateName, ageSeconds = 0, receivers = [] } = given;
  const moment = tenant.clock.now() - ageSeconds * 1000;
  const createdAt = Math.floor(moment / 1000) * 1000;
  const fields = tenant.templates.find(({ name }) => name === templateName)?.fields ?? [];
  const report: Report = {
    id: formed(objectId(moment), tenant.choice('report/id-form')),
    row: nextRow(tenant),
    templateName,
    author: userid,
    createdAt,
    modifiedAt: createdAt,
    remark: '',
    contents: fields.map((field) => ({ ...field, value: '' })),
    receivers,
    readers: new Set(),
    likers: new Set(),
    comments: [],
  };
  tenant.reports.push(report);
  return report.id;
}
