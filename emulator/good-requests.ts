import { endpoints } from '../schemas';
import { completeRequest } from '../schemas/complete-request';
import type { Endpoint } from '../schemas/endpoint';
import { narrowingOf, type People, type Window } from '../schemas/narrowing';
import type { Described } from '../schemas/values';
import { day, toGmt8 } from './clock';
import type { Emulator } from './server';

/** What good requests need to know of a tenant. */
export type Known = Pick<Emulator, 'app' | 'people' | 'deptId' | 'templateName' | 'tenant'>;

/** One request per endpoint that a fresh tenant grants, by endpoint id: derived from the endpoint files and what there is on the tenant. */
export function goodRequests(emulator: Known): Record<string, object> {
  const derived = endpoints.map((endpoint) => [
    endpoint.id,
    completeRequest(endpoint, { ...knownOn(emulator), ...narrowedOn(endpoint, emulator) }),
  ]);
  return { ...(Object.fromEntries(derived) as Record<string, object>), ...special(emulator) };
}

// The last days of the user.
function narrowedOn(endpoint: Endpoint, { people: { user }, tenant }: Known): object {
  const { window, people } = narrowingOf(endpoint);
  const to = tenant.clock.now();
  const from = to - Math.min(9, ...maxDays(endpoint)) * day;
  return { ...(window && between(window, from, to)), ...(people && of(people, user)) };
}

function between({ asked: [start, end], inDates }: Window, from: number, to: number): object {
  return inDates ? { [start]: toGmt8(from), [end]: toGmt8(to) } : { [start]: from, [end]: to };
}

const of = ({ asked, as }: People, userid: string): object => ({
  [asked]: as === 'list' ? [userid] : userid,
});

const maxDays = ({ request }: Endpoint): number[] =>
  ((request as Described).windows ?? []).flatMap(({ when, maxDays: most }) => (when ? [] : [most]));

// By the names of parameters.
function knownOn({ app, people, deptId, templateName, tenant }: Known) {
  const { operator, user } = people;
  const now = tenant.clock.now();
  const own = tenant.announcements.findLast(({ sender }) => sender === operator)?.id ?? '';
  const open = tenant.announcements.findLast(({ confidential, id }) => !confidential && id !== own)?.id ?? '';
  return {
    ...{ appkey: app.appKey, appsecret: app.appSecret, appKey: app.appKey, appSecret: app.appSecret },
    ...{ userid: user, userid_list: user, operation_userid: user, operationUserId: user },
    ...{ blackboard_id: open, blackboardId: open, template_name: templateName },
    department_id: String(deptId),
    report_id: tenant.reports.findLast(({ comments }) => comments.length > 40)?.id ?? '',
    ...{ start_time: now - 9 * day, end_time: now, cursor: 0, offset: 0, size: 10, pageSize: 10, limit: 10 },
    ...{ nextToken: 0, maxResults: 50, status_list: '2,3,5,-1' },
  };
}

// What only an administrator is granted, and what writes.
function special(emulator: Known): Record<string, object> {
  const { people, deptId, tenant } = emulator;
  const by = { operation_userid: people.operator };
  const own = tenant.announcements.findLast(({ sender }) => sender === people.operator)?.id ?? '';
  const words = { title: '标题', content: '内容' };
  const blackboard_receiver = { deptid_list: [deptId], userid_list: [people.user] };
  const lately = { start_time: toGmt8(tenant.clock.now() - day) };
  return {
    'blackboard/create': { create_request: { ...by, ...words, blackboard_receiver } },
    'blackboard/update': { update_request: { ...by, blackboard_id: own, ...words } },
    'blackboard/delete': { ...by, blackboard_id: own },
    'blackboard/listids': { query_request: { ...by, page: 1, page_size: 30, ...lately } },
    'blackboard/category-list': by,
    'report/create': { create_report_param: aReport(emulator) },
    'report/savecontent': { create_report_param: aReport(emulator) },
  };
}

/** A report that the ordinary employee may write: every field of the template, a word in each. */
export function aReport({ tenant, templateName, people }: Known, name = templateName) {
  const template = tenant.templates.find((candidate) => candidate.name === name);
  if (!template) throw new Error(`The tenant has no template ${name}.`);
  return {
    template_id: template.id,
    userid: people.user,
    dd_from: 'emulator',
    to_chat: false,
    contents: template.fields.map((field) => ({
      key: field.name,
      sort: field.sort,
      type: 1 as const,
      content_type: 'markdown' as const,
      content: `${field.name}：完成`,
    })),
  };
}
