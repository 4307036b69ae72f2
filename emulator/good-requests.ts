import { day, toGmt8 } from './clock';
import type { Emulator } from './server';

/** One request per endpoint that a fresh tenant grants, by endpoint id. For the emulator's own tests. */
export function goodRequests(emulator: Emulator): Record<string, object> {
  const { app, people, tenant } = emulator;
  const now = tenant.clock.now();
  const days = { start_time: now - 9 * day, end_time: now };
  return {
    'token/get': { appkey: app.appKey, appsecret: app.appSecret },
    'token/access-token': { appKey: app.appKey, appSecret: app.appSecret },
    ...blackboard(emulator, now),
    ...report(emulator, days),
    'hrm/querypreentry': { offset: 0, size: 50 },
    'hrm/queryonjob': { status_list: '2,3,5,-1', offset: 0, size: 50 },
    'hrm/dismissions': { nextToken: 0, maxResults: 50 },
    'checkin/record-get': { userid_list: people.user, ...days, cursor: 0, size: 10 },
    'ai/translate': { query: '这是一个测试', source_language: 'zh', target_language: 'en' },
    'ai/ocr': { type: 'idcard', image_url: 'https://example.com/card.png' },
    'ai/asr': { media_id: '@lATOCLhLfc46kUl8zlUmRlM' },
  };
}

function blackboard({ people, deptId, tenant }: Emulator, now: number): Record<string, object> {
  const { operator, user } = people;
  const own = tenant.announcements.findLast(({ sender }) => sender === operator)?.id ?? '';
  const open = tenant.announcements.findLast(({ confidential, id }) => !confidential && id !== own)?.id ?? '';
  const query = { operation_userid: operator, page: 1, page_size: 30, start_time: toGmt8(now - day) };
  const words = { title: '标题', content: '内容' };
  const blackboard_receiver = { deptid_list: [deptId], userid_list: [user] };
  return {
    'blackboard/create': { create_request: { operation_userid: operator, ...words, blackboard_receiver } },
    'blackboard/update': { update_request: { operation_userid: operator, blackboard_id: own, ...words } },
    'blackboard/delete': { operation_userid: operator, blackboard_id: own },
    'blackboard/get': { operation_userid: user, blackboard_id: open },
    'blackboard/get-blackboard': { operationUserId: user, blackboardId: open },
    'blackboard/listids': { query_request: query },
    'blackboard/listtopten': { userid: user },
    'blackboard/category-list': { operation_userid: operator },
  };
}

function report(emulator: Emulator, days: object): Record<string, object> {
  const { people, templateName, tenant } = emulator;
  const report_id = tenant.reports.findLast(({ comments }) => comments.length > 40)?.id ?? '';
  return {
    'report/create': { create_report_param: aReport(emulator) },
    'report/savecontent': { create_report_param: aReport(emulator) },
    'report/list': { ...days, cursor: 0, size: 20 },
    'report/simplelist': { ...days, cursor: 0, size: 20 },
    'report/template-getbyname': { userid: people.user, template_name: templateName },
    'report/template-listbyuserid': { userid: people.user },
    'report/statistics': { report_id },
    'report/statistics-listbytype': { report_id, type: 1 },
    'report/receiver-list': { report_id },
    'report/comment-list': { report_id },
    'report/getunreadcount': { userid: people.user },
  };
}

/** A report that the ordinary employee may write: every field of the template, a word in each. */
export function aReport({ tenant, templateName, people }: Emulator, name = templateName) {
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
