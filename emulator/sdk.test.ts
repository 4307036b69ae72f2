import { day, toGmt8 } from './clock';
import type { Emulator } from './server';
import { useEmulator } from './testing/use-emulator';

/** Puts what a tenant has into a recorded request: `{user}` becomes the userid of its ordinary employee. */
function filled(text: string, { app, people, deptId, templateName, tenant }: Emulator): string {
  const now = tenant.clock.now();
  const own = tenant.announcements.findLast(({ sender }) => sender === people.operator);
  const values: Record<string, string | undefined> = {
    key: app.appKey,
    secret: app.appSecret,
    token: tenant.tokens.issue(app.appKey),
    operator: people.operator,
    user: people.user,
    dept: String(deptId),
    category: tenant.categories[0]?.id,
    announcement: own?.id,
    report: tenant.reports.findLast(({ comments }) => comments.length > 0)?.id,
    template: tenant.templates.find(({ name }) => name === templateName)?.id,
    yesterday: toGmt8(now - day),
    from: String(now - day),
    to: String(now),
  };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

// Members stand in the order of the SDK's hash maps; numbers and booleans at the top level are texts, inside objects
// they are not; slashes are escaped; dates are texts in GMT+8.
const announcement =
  '{"create_request":{"push_top":true,"ding":false,"operation_userid":"{operator}","category_id":"{category}",' +
  '"author":"杨","private_level":0,"blackboard_receiver":{"deptid_list":[{dept}],"userid_list":["{user}"]},' +
  '"coverpic_mediaid":"@lADPDeC2ufXOeRzMqM0BLA","title":"公告 \\"引号\\"","content":"一\\n二 & <b>"}}';

const javaPosts: [path: string, body: string, want?: object][] = [
  ['blackboard/category/list', '{"operation_userid":"{operator}"}'],
  ['blackboard/create', announcement, { result: true }],
  [
    'blackboard/listids',
    '{"query_request":{"operation_userid":"{operator}","start_time":"{yesterday}","page":1,"page_size":1}}',
    { result: [expect.any(String)] },
  ],
  [
    'blackboard/get',
    '{"operation_userid":"{operator}","blackboard_id":"{announcement}"}',
    { result: { private_level: 0 } },
  ],
  [
    'blackboard/update',
    '{"update_request":{"ding":false,"operation_userid":"{operator}","author":"李",' +
      '"blackboard_id":"{announcement}","title":"新","content":"新","notify":false}}',
    { result: true },
  ],
  ['blackboard/listtopten', '{"userid":"{user}"}'],
  [
    'blackboard/delete',
    '{"operation_userid":"{operator}","blackboard_id":"{announcement}"}',
    { result: true },
  ],
  ['report/template/getbyname', '{"template_name":"周报","userid":"{user}"}', { result: { name: '周报' } }],
  [
    'report/create',
    '{"create_report_param":{"contents":[{"content_type":"markdown","sort":0,"type":1,"content":"完成",' +
      '"key":"本周完成工作"}],"dd_from":"java","to_userids":["{operator}"],"template_id":"{template}",' +
      '"to_chat":false,"userid":"{user}"}}',
  ],
  [
    'report/savecontent',
    '{"create_report_param":{"contents":[{"content_type":"markdown","sort":0,"type":1,"content":"完成",' +
      '"key":"本周完成工作"}],"dd_from":"java","template_id":"{template}","userid":"{user}"}}',
  ],
  [
    'report/list',
    '{"cursor":"0","start_time":"{from}","template_name":"周报","size":"5","end_time":"{to}","userid":"{user}"}',
    { result: { size: 5 } },
  ],
  [
    'report/simplelist',
    '{"cursor":"0","start_time":"{from}","size":"5","end_time":"{to}","userid":"{user}"}',
    { result: { size: 5 } },
  ],
  ['report/statistics', '{"report_id":"{report}"}'],
  ['report/statistics/listbytype', '{"offset":"0","size":"100","report_id":"{report}","type":"0"}'],
  ['report/receiver/list', '{"offset":"0","size":"100","report_id":"{report}"}'],
  ['report/comment/list', '{"offset":"0","size":"20","report_id":"{report}"}'],
  ['report/getunreadcount', '{"userid":"{user}"}'],
  ['report/template/listbyuserid', '{"offset":"0","size":"100","userid":"{user}"}'],
  [
    'smartwork/hrm/employee/queryonjob',
    '{"offset":"0","size":"10","status_list":"2,3,5,-1"}',
    { result: { next_cursor: 10 } },
  ],
  ['smartwork/hrm/employee/querypreentry', '{"offset":"0","size":"50"}'],
  [
    'checkin/record/get',
    '{"cursor":"0","start_time":"{from}","size":"100","end_time":"{to}","userid_list":"{user},{operator}"}',
  ],
  ['ai/mt/translate', '{"query":"一个测试","source_language":"zh","target_language":"en"}'],
  ['ocr/structured/recognize', '{"image_url":"https:\\/\\/example.com\\/card.png","type":"idcard"}'],
  ['asr/voice/translate', '{"media_id":"@lATOCLhLfc46kUl8zlUmRlM"}'],
];

const java = { accept: 'text/xml,text/javascript', 'user-agent': 'top-sdk-java' };

// Recorded from com.aliyun:alibaba-dingtalk-service-sdk 2.0.0. What it reads of the answers stands in docs/sdks.md.
describe('The official Java SDK', () => {
  const visitor = useEmulator();

  it.each(javaPosts)('is granted POST %s', async (path, body, want = {}) => {
    const { emulator } = visitor();
    const url = filled(`/topapi/${path}?access_token={token}`, emulator);
    const headers = { ...java, 'content-type': 'application/json;charset=UTF-8' };

    const answer = await visitor().raw('POST', url, { headers, body: filled(body, emulator) });

    expect(answer.body).toMatchObject({ errcode: 0, ...want });
  });

  it('finds kept, letter for letter, what it wrote', async () => {
    const { emulator } = visitor();
    const url = filled('/topapi/blackboard/create?access_token={token}', emulator);
    const headers = { ...java, 'content-type': 'application/json;charset=UTF-8' };

    await visitor().raw('POST', url, { headers, body: filled(announcement, emulator) });

    const kept = { title: '公告 "引号"', content: '一\n二 & <b>', author: '杨' };
    expect(emulator.tenant.announcements.at(-1)).toMatchObject(kept);
  });

  // Its GET names the content type of a form, without a body, and puts objects into the query as JSON.
  it.each([
    { of: 'a token', path: '/gettoken?appkey={key}&appsecret={secret}' },
    {
      path: '/topapi/report/simplelist?access_token={token}&cursor=0&end_time={to}&start_time={from}&size=5',
    },
    {
      of: 'announcements',
      path:
        '/topapi/blackboard/listids?access_token={token}&query_request=%7B%22operation_userid%22%3A%22{operator}%22' +
        '%2C%22page%22%3A1%2C%22page_size%22%3A5%2C%22start_time%22%3A%222026-01-01+08%3A00%3A00%22' +
        '%2C%22end_time%22%3A%222026-01-02+08%3A00%3A00%22%7D',
    },
  ])('is granted a GET of $of', async ({ path }) => {
    const headers = { ...java, 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };

    const answer = await visitor().raw('GET', filled(path, visitor().emulator), { headers });

    expect(answer.body).toMatchObject({ errcode: 0 });
  });
});

// Recorded from @alicloud/dingtalk 2.2.27 (Node) and alibabacloud_dingtalk 2.2.65 (Python). Which of them has what, and reads it, stands in
// docs/sdks.md.
describe('The official SDKs of the v1.0 gateway', () => {
  const visitor = useEmulator();

  it('are granted a token for a body in chunks', async () => {
    const body = new Blob([filled('{"appKey":"{key}","appSecret":"{secret}"}', visitor().emulator)]).stream();
    const headers = { accept: 'application/json', 'content-type': 'application/json; charset=utf-8' };

    const answer = await visitor().raw('POST', '/v1.0/oauth2/accessToken', {
      headers,
      body,
      ...{ duplex: 'half' },
    });

    expect(answer).toMatchObject({ status: 200, body: { expireIn: 7200 } });
  });

  it.each([
    {
      of: 'people who left',
      path: '/v1.0/hrm/employees/dismissions?maxResults=50&nextToken=0',
      want: { nextToken: 50 },
    },
    {
      of: 'an announcement',
      path: '/v1.0/blackboard/get_blackboard?blackboardId={announcement}&operationUserId={operator}',
      want: { senderStaffId: 'manager4220' },
    },
  ])('are granted a GET of $of', async ({ path, want }) => {
    const { emulator } = visitor();
    const headers = {
      accept: 'application/json',
      'x-acs-dingtalk-access-token': filled('{token}', emulator),
    };

    const answer = await visitor().raw('GET', filled(path, emulator), { headers });

    expect(answer).toMatchObject({ status: 200, body: want });
  });
});
