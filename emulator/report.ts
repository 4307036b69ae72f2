import { createReport, saveReportContent } from '../schemas/index';
import type { CreateReportRequest } from '../schemas/types';
import { formed, objectId } from './ids';
import { badParameter, Refusal, unknownId } from './refusal';
import { reportListRoutes } from './report-lists';
import { route } from './route';
import type { Person, Report, Template, Tenant } from './tenant';
import { templatesFor } from './templates';

const longestText = 1000;
const textField = 1;

/** The endpoints that write reports and list them by their authors. */
export const reportRoutes = [
  route(createReport, (tenant, { create_report_param: given }) => {
    const template = fillable(tenant, given.template_id, author(tenant, given.userid));
    const contents = filled(tenant, template, given.contents);
    const receivers = addressed(tenant, template, given);
    const now = tenant.clock.now();
    // Inferred: the id keeps the millisecond, the record only the second.
    const createdAt = tenant.choice('report/time') === 'seconds' ? Math.floor(now / 1000) * 1000 : now;
    const report: Report = {
      id: formed(objectId(now), tenant.choice('report/id-form')),
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
    const writer = author(tenant, given.userid);
    if (tenant.choice('report/draft-checks') === 'checked')
      filled(tenant, fillable(tenant, given.template_id, writer), given.contents);
    return { result: formed(objectId(tenant.clock.now()), tenant.choice('report/id-form')) };
  }),

  ...reportListRoutes,
];

type Given = CreateReportRequest['create_report_param'];
type Content = Given['contents'][number];

function author(tenant: Tenant, userid: string): Person {
  const person = tenant.people.get(userid);
  if (!person) throw new Refusal(Number(tenant.choice('report/code-of-author')), '无效的USERID');
  return person;
}

/** Documented: only templates whose fields are all text. Assumed: only those that the author sees. */
function fillable(tenant: Tenant, id: string, { userid }: Person): Template {
  const template = templatesFor(tenant, userid).find((candidate) => candidate.id === id);
  if (!template) throw unknownId('template_id');
  if (template.fields.some(({ type }) => type !== textField)) throw badParameter('template_id: not all text');
  return template;
}

/** Every field with its text. Assumed: no field at all is refused. Observed: so is a sort that the template does not have, with 400002. */
function filled(tenant: Tenant, template: Template, contents: readonly Content[]): Report['contents'] {
  const { choice } = tenant;
  const fieldOf = ({ sort }: Content) => template.fields.find((field) => field.sort === sort);
  if (!contents.every(fieldOf)) throw new Refusal(400002, '参数错误: contents: no such sort');
  const isNamed = contents.every((content) => fieldOf(content)?.name === content.key);
  if (!isNamed && choice('report/wrong-key') === 'refused') throw badParameter('contents: key');
  const sorts = new Set(contents.map(({ sort }) => sort));
  const isTwice = sorts.size < contents.length && choice('report/field-twice') === 'refused';
  const isShort = sorts.size < template.fields.length && choice('report/field-left-out') === 'refused';
  if (isTwice || isShort || sorts.size === 0) throw badParameter('contents');
  return template.fields.map((field) => {
    const text = contents.findLast(({ sort }) => sort === field.sort)?.content ?? '';
    return { ...field, value: keptText(tenant, text) };
  });
}

// Documented: text past the limit is cut, not refused.
function keptText({ choice }: Tenant, text: string): string {
  const trimmed = choice('report/spaces') === 'kept' ? text : text.trim();
  const isByUnits = choice('report/cut') === 'units';
  const cut = isByUnits ? trimmed.slice(0, longestText) : Array.from(trimmed).slice(0, longestText).join('');
  if (choice('report/markup') === 'kept') return cut;
  return cut.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * The people who receive a report: those named, and the members of the groups named. Observed: without either nobody does, so the
 * template's default receivers are not added. Only its default groups may be named (documented).
 */
function addressed(tenant: Tenant, template: Template, given: Given): string[] {
  const { to_userids: named = [], to_cids: groups = [], to_chat: isChat, userid } = given;
  const { choice } = tenant;
  const userids = named.filter((id) => tenant.people.has(id));
  const known = groups.filter((id) => template.defaultGroups.includes(id));
  const isStrict = choice('report/unknown-receiver') === 'refused';
  if (isStrict && userids.length < named.length) throw badParameter('to_userids');
  if (isStrict && known.length < groups.length) throw badParameter('to_cids');
  const isToAll = isChat && groups.length === 0 && choice('report/to-chat-groups') === 'yes';
  const reached = isToAll ? template.defaultGroups : known;
  const members = [...tenant.groups.values()].filter((group) => reached.includes(group.conversationId));
  const all = [...userids, ...members.flatMap((group) => group.members)];
  if (choice('report/author-receives') === 'yes' && !all.includes(userid)) all.push(userid);
  return choice('report/receiver-twice') === 'once' ? [...new Set(all)] : all;
}

/** The number of the next report. */
export function nextRow({ reports }: Tenant): number {
  // Inferred: numbers are shared with the whole service, so they grow in leaps.
  return (reports.at(-1)?.row ?? 6_902_000_000) + 1 + Math.floor(Math.random() * 5000);
}
