import type { Emulator } from './server';
import { day, toGmt8 } from './clock';

/** One request per endpoint that a fresh tenant grants, by endpoint id. For the emulator's own tests. */
export function goodRequests({
  app,
  people,
  deptId,
  templateName,
  tenant,
}: Emulator): Record<string, object> {
  const { operator, user } = people;
  const now = tenant.clock.now();
  const times = { start_time: now - 30 * day, end_time: now };
  const own = tenant.announcements.findLast(({ sender }) => sender === operator)?.id ?? '';
  const newest =
    tenant.announcements.findLast(({ confidential, id }) => !confidential && id !== own)?.id ?? '';
  const report = tenant.reports.findLast(({ comments }) => comments.length > 40)?.id ?? '';
  const draft = aReport({ tenant, templateName, people });
  const words = { title: '标题', content: '内容' };
  const blackboard_receiver = { deptid_list: [deptId], userid_list: [user] };
  return {
    'token/get': { appkey: app.appKey, appsecret: app.appSecret },
    'token/access-token': { appKey: app.appKey, appSecret: app.appSecret },
    'blackboard/create': { create_request: { operation_userid: operator, ...words, blackboard_receiver } },
    'blackboard/update': { update_request: { operation_userid: operator, blackboard_id: own, ...words } },
    'blackboard/delete': { operation_userid: operator, blackboard_id: own },
    'blackboard/get': { operation_userid: user, blackboard_id: newest },
    'blackboard/get-blackboard': { operationUserId: user, blackboardId: newest },
    'blackboard/listids': {
      query_request: { operation_userid: operator, page: 1, page_size: 30, start_time: toGmt8(now - day) },
    },
    'blackboard/listtopten': { userid: user },
    'blackboard/category-list': { operation_userid: operator },
    'report/create': { create_report_param: draft },
    'report/savecontent': { create_report_param: draft },
    'report/list': { ...times, cursor: 0, size: 20 },
    'report/simplelist': { ...times, cursor: 0, size: 20 },
    'report/template-getbyname': { userid: user, template_name: templateName },
    'report/template-listbyuserid': { userid: user },
    'report/statistics': { report_id: report },
    'report/statistics-listbytype': { report_id: report, type: 1 },
    'report/receiver-list': { report_id: report },
    'report/comment-list': { report_id: report },
    'report/getunreadcount': { userid: user },
    'hrm/querypreentry': { offset: 0, size: 50 },
    'hrm/queryonjob': { status_list: '2,3,5,-1', offset: 0, size: 50 },
    'hrm/dismissions': { nextToken: 0, maxResults: 50 },
    'checkin/record-get': {
      userid_list: user,
      start_time: now - 9 * day,
      end_time: now,
      cursor: 0,
      size: 10,
    },
    'ai/translate': { query: '这是一个测试', source_language: 'zh', target_language: 'en' },
    'ai/ocr': { type: 'idcard', image_url: 'https://example.com/card.png' },
    'ai/asr': { media_id: '@lATOCLhLfc46kUl8zlUmRlM' },
  };
}

/** A report that the ordinary employee may write: every field of the template, a word in each. */
export function aReport({
  tenant,
  templateName,
  people,
}: Pick<Emulator, 'tenant' | 'templateName' | 'people'>) {
  const template = tenant.templates.find(({ name }) => name === templateName);
  if (!template) throw new Error(`The tenant has no template ${templateName}.`);
  return {
    template_id: template.id,
    userid: people.user,
    dd_from: 'emulator',
    to_chat: false,
    contents: template.fields.map(({ name, sort }) => ({
      key: name,
      sort,
      type: 1 as const,
      content_type: 'markdown' as const,
      content: `${name}：完成`,
    })),
  };
}
