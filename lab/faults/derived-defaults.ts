import type { Tenant } from '../../emulator/tenant';

const day = 24 * 3_600_000;

/** What a careless tenant would take for a parameter that is missing, by its name. */
export function careless(name: string, tenant: Tenant): unknown {
  const now = tenant.clock.now();
  const defaults: Readonly<Record<string, unknown>> = {
    ...people(tenant),
    ...templateFields(tenant),
    ...announcements(tenant),
    report_id: tenant.reports[0]?.id,
    department_id: String([...tenant.departments.keys()].at(-1)),
    start_time: now - day,
    end_time: now,
    cursor: 0,
    offset: 0,
    page: 1,
    size: 10,
    page_size: 10,
    status_list: '3',
    query: '你好',
    source_language: 'zh',
    target_language: 'en',
    image_url: 'https://example.com/card.png',
    dd_from: 'report',
    media_id: '@lATOCLhLfc46kUl8zlUmRlM',
  };
  return defaults[name];
}

function announcements({ announcements: all, mainAdmin }: Tenant): Record<string, unknown> {
  const id = all.findLast(({ sender }) => sender === mainAdmin)?.id;
  return { title: '无标题', content: '无', blackboard_id: id, blackboardId: id };
}

function templateFields({ templates }: Tenant): Record<string, unknown> {
  const { id, name, fields = [] } = templates.find((one) => one.name === '周报') ?? {};
  const [field] = fields;
  return {
    template_id: id,
    template_name: name,
    key: field?.name,
    sort: field?.sort,
    content_type: 'markdown',
    type: 1,
  };
}

function people({ mainAdmin, apps, people: everybody }: Tenant): Record<string, unknown> {
  const [app] = apps.values();
  const [, , , ordinary] = everybody.keys();
  return {
    operation_userid: mainAdmin,
    operationUserId: mainAdmin,
    userid: ordinary,
    userid_list: ordinary,
    blackboard_receiver: { userid_list: [mainAdmin] },
    appkey: app?.appKey,
    appKey: app?.appKey,
    appsecret: app?.appSecret,
    appSecret: app?.appSecret,
  };
}
