import { createReport, saveReportContent } from '../../schemas/index';
import type { CreateReportRequest } from '../../schemas/types';
import { formed, objectId } from '../ids';
import { badParameter, Refusal, unknownId } from '../refusal';
import { route } from '../route';
import type { Person, Report, Template, Tenant } from '../tenant';
import { templatesFor } from './templates';

const longestText = 1000;
const textField = 1;

/** The endpoints that write reports and list them by their authors. */
export const routes = [
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
  checkFields(tenant, template, contents);
  return template.fields.map((field) => {
    const text = contents.findLast(({ sort }) => sort === field.sort)?.content ?? '';
    return { ...field, value: keptText(tenant, text) };
  });
}

function checkFields({ choice }: Tenant, { fields }: Template, contents: readonly Content[]): void {
  const fieldOf = ({ sort }: Content) => fields.find((field) => field.sort === sort);
  if (!contents.every(fieldOf)) throw new Refusal(400002, '参数错误: contents: no such sort');
  const isNamed = contents.every((content) => fieldOf(content)?.name === content.key);
  const sorts = new Set(contents.map(({ sort }) => sort)).size;
  const mistakes = [
    !isNamed && choice('report/wrong-key') === 'refused',
    sorts < contents.length && choice('report/field-twice') === 'refused',
    sorts < fields.length && choice('report/field-left-out') === 'refused',
    sorts === 0,
  ];
  if (mistakes.includes(true)) throw badParameter('contents');
}

// Documented: text past the limit is cut, not refused.
function keptText({ choice }: Tenant, text: string): string {
  const trimmed = choice('report/spaces') === 'kept' ? text : text.trim();
  const isByUnits = choice('report/cut') === 'units';
  const cut = isByUnits ? trimmed.slice(0, longestText) : Array.from(trimmed).slice(0, longestText).join('');
  return choice('report/markup') === 'kept' ? cut : escaped(cut);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * The people who receive a report: those named, and the members of the groups named. Observed: without either nobody does, so the
 * template's default receivers are not added. Only its default groups may be named (documented).
 */
function addressed(tenant: Tenant, template: Template, given: Given): string[] {
  const { to_userids: named = [], to_cids: groups = [], userid } = given;
  const { choice } = tenant;
  const userids = existing(tenant, 'to_userids', named, (id) => tenant.people.has(id));
  const known = existing(tenant, 'to_cids', groups, (id) => template.defaultGroups.includes(id));
  const reached = given.to_chat && groups.length === 0 ? groupsOfChat(tenant, template) : known;
  const members = [...tenant.groups.values()].filter((group) => reached.includes(group.conversationId));
  const all = [...userids, ...members.flatMap((group) => group.members)];
  if (choice('report/author-receives') === 'yes' && !all.includes(userid)) all.push(userid);
  return choice('report/receiver-twice') === 'once' ? [...new Set(all)] : all;
}

function groupsOfChat({ choice }: Tenant, { defaultGroups }: Template): readonly string[] {
  return choice('report/to-chat-groups') === 'yes' ? defaultGroups : [];
}

function existing(tenant: Tenant, name: string, given: readonly string[], isThere: (id: string) => boolean) {
  const found = given.filter(isThere);
  if (found.length < given.length && tenant.choice('report/unknown-receiver') === 'refused')
    throw badParameter(name);
  return found;
}

/** The number of the next report. */
export function nextRow({ reports }: Tenant): number {
  // Inferred: numbers are shared with the whole service, so they grow in leaps.
  return (reports.at(-1)?.row ?? 6_902_000_000) + 1 + Math.floor(Math.random() * 5000);
}
