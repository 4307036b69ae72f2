import { createReport, listReports, listReportSummaries, saveReportContent } from '../schemas/index';
import type { CreateReportRequest, ListReportsResponse } from '../schemas/types';
import { day } from './clock';
import { objectId } from './ids';
import { pageAt } from './page';
import { badParameter, Refusal } from './refusal';
import { present, route } from './route';
import { existingPerson, type Person, type Report, type Template, type Tenant } from './tenant';
import { templatesFor } from './templates';

const longestWindow = 180 * day;
const longestText = 1000;
const textField = 1;

/** The endpoints that write reports and list them by their authors. */
export const reportRoutes = [
  route(createReport, (tenant, { create_report_param: given }) => {
    const template = fillable(tenant, given.template_id, author(tenant, given.userid));
    const contents = filled(template, given.contents);
    const receivers = addressed(tenant, template, given.to_userids ?? [], given.to_cids ?? []);
    const now = tenant.clock.now();
    // Inferred: the id keeps the millisecond, the record only the second.
    const createdAt = Math.floor(now / 1000) * 1000;
    const report: Report = {
      id: objectId(now),
      row: nextRow(tenant),
      templateName: template.name,
      author: given.userid,
      createdAt,
      modifiedAt: createdAt,
      remark: '',
      contents,
      receivers,
      readers: new Set(),
      likers: new Set(),
      comments: [],
    };
    tenant.reports.push(report);
    return { result: report.id };
  }),

  route(saveReportContent, (tenant, { create_report_param: given }) => {
    // Assumed: the contents are checked as for a report, although nobody says so.
    filled(fillable(tenant, given.template_id, author(tenant, given.userid)), given.contents);
    return { result: objectId(tenant.clock.now()) };
  }),

  route(listReports, (tenant, given) => {
    const { modified_start_time: from = -Infinity, modified_end_time: to = Infinity } = given;
    const found = sent(tenant, given).filter(({ modifiedAt }) => modifiedAt >= from && modifiedAt <= to);
    return { result: listPage(found, given, (report) => whole(tenant, report)) };
  }),

  route(listReportSummaries, (tenant, given) => ({
    result: listPage(sent(tenant, given), given, (report) => ({
      ...summary(tenant, report),
      remark: report.remark,
    })),
  })),
];

type Content = CreateReportRequest['create_report_param']['contents'][number];
type Listed = ListReportsResponse['result']['data_list'][number];

// Documented in the catalogue: 33012 for a userid that is not in the organisation.
function author(tenant: Tenant, userid: string): Person {
  const person = tenant.people.get(userid);
  if (!person) throw new Refusal(33012, '无效的USERID');
  return person;
}

/** Documented: only templates whose fields are all text. Assumed: only those that the author sees. */
function fillable(tenant: Tenant, id: string, { userid }: Person): Template {
  const template = templatesFor(tenant, userid).find((candidate) => candidate.id === id);
  if (!template) throw badParameter('template_id');
  if (template.fields.some(({ type }) => type !== textField)) throw badParameter('template_id: not all text');
  return template;
}

/** Every field with its text. Assumed: a field that is left out is empty; one given twice, or none at all, is refused. */
function filled(template: Template, contents: readonly Content[]): Report['contents'] {
  const strangers = contents.filter(
    ({ key, sort }) => !template.fields.some((field) => field.name === key && field.sort === sort),
  );
  if (strangers.length > 0) throw badParameter('contents: key and sort do not match the template');
  const sorts = new Set(contents.map(({ sort }) => sort));
  if (sorts.size !== contents.length || sorts.size === 0) throw badParameter('contents');
  return template.fields.map((field) => {
    const text = contents.find(({ sort }) => sort === field.sort)?.content ?? '';
    return { ...field, value: cut(text) };
  });
}

// Documented: text past the limit is cut, not refused. Assumed: characters are code points.
function cut(text: string): string {
  return Array.from(text).slice(0, longestText).join('');
}

/**
 * The people who receive a report: those named, and the members of the groups named, each once (assumed). Observed:
 * without either nobody does, so the template's defaults are not added. Only its default groups may be named (documented).
 */
function addressed(
  tenant: Tenant,
  template: Template,
  userids: readonly string[],
  groups: readonly string[],
) {
  if (userids.some((userid) => !tenant.people.has(userid))) throw badParameter('to_userids');
  if (groups.some((id) => !template.defaultGroups.includes(id))) throw badParameter('to_cids');
  const named = [...tenant.groups.values()].filter(({ conversationId }) => groups.includes(conversationId));
  const members = named.flatMap((group) => group.members);
  return [...new Set([...userids, ...members])];
}

/** The number of the next report. */
export function nextRow({ reports }: Tenant): number {
  // Inferred: numbers are shared with the whole service, so they grow in leaps.
  return (reports.at(-1)?.row ?? 6_902_000_000) + 1 + Math.floor(Math.random() * 5000);
}

interface Sent {
  readonly start_time: number;
  readonly end_time: number;
  readonly template_name?: string;
  readonly userid?: string;
}

/** The reports of a window (assumed: both ends included), by exact template name and author where given (documented). */
function sent(
  { reports }: Tenant,
  { start_time: from, end_time: to, template_name: name, userid }: Sent,
): Report[] {
  if (to < from) throw badParameter('end_time is before start_time');
  if (to - from > longestWindow) throw badParameter('start_time and end_time are more than 180 days apart');
  return reports
    .filter(({ createdAt }) => createdAt >= from && createdAt <= to)
    .filter(({ templateName }) => name === undefined || templateName === name)
    .filter((report) => userid === undefined || report.author === userid);
}

/** Inferred: the cursor is the number of the last row. Assumed: rows come oldest first, and an empty page repeats it. */
function listPage<Row>(
  found: readonly Report[],
  { cursor, size }: { readonly cursor: number; readonly size: number },
  shown: (report: Report) => Row,
) {
  const left = found.filter(({ row }) => row > cursor);
  const { rows } = pageAt(left, 0, size);
  return {
    data_list: rows.map(shown),
    size,
    next_cursor: rows.at(-1)?.row ?? cursor,
    has_more: left.length > rows.length,
  };
}

function summary(tenant: Tenant, report: Report) {
  const { name, deptIds } = existingPerson(tenant, report.author);
  const departments = [...tenant.departments.values()].filter(({ id }) => deptIds.includes(id));
  return {
    report_id: report.id,
    template_name: report.templateName,
    creator_id: report.author,
    creator_name: name,
    // Observed: joined by a comma. Assumed: in the order of the company.
    dept_name: departments.map((department) => department.name).join(','),
    create_time: report.createdAt,
  };
}

function whole(tenant: Tenant, report: Report): Listed {
  return present<Listed>({
    ...summary(tenant, report),
    modified_time: report.modifiedAt,
    remark: report.remark === '' ? undefined : report.remark,
    contents: report.contents.map(({ name, sort, type, value }) => ({
      key: name,
      sort: String(sort),
      type: String(type),
      value,
    })),
  });
}
