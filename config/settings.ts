import { same, type Text } from './language';

/** Variables of the environment that belong together: what they are, and what holds where they are not set. */
export interface Setting {
  readonly names: readonly string[];
  readonly says: Text;
  readonly fallback?: Text;
}

const needed: Text = { en: 'needed for a live run', zh: '真实运行必填' };

/** Every variable that a user may set, in chapters. The guides show them; a name that is almost one of them is refused. */
export const settings: readonly { readonly chapter: Text; readonly rows: readonly Setting[] }[] = [
  {
    chapter: { en: 'The tenant', zh: '租户' },
    rows: [
      {
        names: ['DINGTALK_TARGET'],
        says: {
          en: '`emulator` or `live`: where `npm test` runs; unset, doctor, plan and sweep take the tenant whose credentials are there',
          zh: '`emulator` 或 `live`：`npm test` 在哪里跑；没设时，体检、计划和清理针对已填凭证的租户',
        },
        fallback: same('`emulator`'),
      },
      {
        names: ['DINGTALK_APP_KEY', 'DINGTALK_APP_SECRET'],
        says: {
          en: 'Client ID and Client Secret of the internal app',
          zh: '企业内部应用的 Client ID 和 Client Secret',
        },
        fallback: needed,
      },
      {
        names: ['DINGTALK_CORP_ID'],
        says: {
          en: 'the id of the company, for an app that gets no token of v1.0 without it',
          zh: '企业的 CorpId，供不带它就拿不到 v1.0 token 的应用使用',
        },
      },
      {
        names: ['DINGTALK_OPERATOR_USERID'],
        says: {
          en: 'userid of an announcement administrator, who acts',
          zh: '公告管理员的 userid，由他操作',
        },
        fallback: needed,
      },
      {
        names: ['DINGTALK_USERID'],
        says: {
          en: 'userid of an ordinary employee who manages no announcements; receives them, and writes reports',
          zh: '普通员工的 userid，不能是公告管理员；由他接收公告、提交日志',
        },
        fallback: needed,
      },
      {
        names: ['DINGTALK_DEPT_ID'],
        says: {
          en: 'a department that may be addressed; never 1 or -1',
          zh: '可以发送的部门；不能是 1 或 -1',
        },
      },
      {
        names: ['DINGTALK_TEMPLATE_NAME'],
        says: {
          en: 'exact name of a report template whose fields are all text',
          zh: '日志模板的准确名称，字段须全部是文本',
        },
        fallback: needed,
      },
      {
        names: ['DINGTALK_COVER_MEDIA_ID'],
        says: {
          en: '`@mediaId` of an uploaded picture, for cases with a cover picture',
          zh: '已上传图片的 `@mediaId`，用于带封面的用例',
        },
      },
      {
        names: ['DINGTALK_UNPRIVILEGED_APP_KEY', 'DINGTALK_UNPRIVILEGED_APP_SECRET'],
        says: { en: 'another app that was granted no permission', zh: '另一个没有任何权限的应用' },
      },
      {
        names: ['DINGTALK_EXPIRED_TOKEN'],
        says: { en: 'an access token whose time is over', zh: '一个已过期的 access token' },
      },
      {
        names: ['DINGTALK_OAPI_URL', 'DINGTALK_API_URL'],
        says: { en: 'the two gateways', zh: '两个网关' },
        fallback: {
          en: '`https://oapi.dingtalk.com`, `https://api.dingtalk.com`',
          zh: '`https://oapi.dingtalk.com`、`https://api.dingtalk.com`',
        },
      },
    ],
  },
  {
    chapter: { en: 'What a run takes', zh: '跑什么' },
    rows: [
      {
        names: ['SUITE_PROFILE'],
        says: { en: '`smoke`, `nightly` or `full`', zh: '`smoke`、`nightly` 或 `full`' },
        fallback: { en: '`full`; on a live tenant `nightly`', zh: '`full`；真实租户上 `nightly`' },
      },
      {
        names: ['SUITE_BUDGET'],
        says: {
          en: 'calls counted by the quota that a run may make',
          zh: '一次运行最多可用的、计入配额的调用次数',
        },
        fallback: { en: '40 smoke, 120 nightly, none for full', zh: 'smoke 40，nightly 120，full 不限' },
      },
      {
        names: ['SUITE_NIGHT'],
        says: { en: 'the date that chooses the cases of a night', zh: '决定当晚用例的日期' },
        fallback: { en: 'today (UTC)', zh: '今天（UTC）' },
      },
      {
        names: ['SUITE_STORIES'],
        says: { en: 'how many random stories of announcements are played', zh: '跑多少个公告随机场景' },
        fallback: {
          en: '20 for a full run on the embedded tenant, else 0',
          zh: '模拟租户上的 full 为 20，其余为 0',
        },
      },
      {
        names: ['SUITE_SEED', 'SUITE_STORY'],
        says: { en: 'their seed, and one story of it to repeat', zh: '随机种子，以及要重现的那一个场景' },
        fallback: { en: 'from the id of the run', zh: '取自运行 id' },
      },
      {
        names: ['SUITE_KNOWN_ISSUES'],
        says: {
          en: 'a file of failures that are known and make no run red',
          zh: '已知问题的文件，其中的失败不影响结论',
        },
        fallback: same('config/known-issues.yml'),
      },
      {
        names: ['SUITE_READ_ONLY'],
        says: { en: '1: nothing is written on the tenant', zh: '1：不在租户上写任何数据' },
        fallback: same('0'),
      },
      {
        names: ['SUITE_STRICT'],
        says: { en: '1: a partial run exits with 1', zh: '1：部分通过时退出码为 1' },
        fallback: same('0'),
      },
    ],
  },
  {
    chapter: { en: 'Quota and pace', zh: '配额和频率' },
    rows: [
      {
        names: ['DINGTALK_EDITION'],
        says: {
          en: '`standard` or `ai`: what the organisation has bought',
          zh: '企业购买的版本：`standard` 或 `ai`',
        },
        fallback: same('`standard`'),
      },
      {
        names: ['SUITE_MONTHLY_QUOTA'],
        says: { en: 'counted calls that the tenant has in a month', zh: '租户每月的调用额度' },
        fallback: { en: 'what the tenant printed, or the edition has', zh: '租户自己给出的，否则按版本' },
      },
      {
        names: ['SUITE_MONTHLY_USED'],
        says: { en: 'counted calls that others have made in this month', zh: '其他程序本月已用的调用次数' },
        fallback: same('0'),
      },
      {
        names: ['SUITE_MAX_RATE'],
        says: { en: 'calls that one API may get in any second', zh: '同一接口每秒最多调用几次' },
        fallback: { en: 'what the edition has', zh: '按版本' },
      },
      {
        names: ['SUITE_CONCURRENCY'],
        says: {
          en: 'cases of one spec file that are under way at once',
          zh: '同一个 spec 文件里同时进行的用例数',
        },
        fallback: same('4'),
      },
      {
        names: ['SUITE_TIMEOUT_MS'],
        says: { en: 'how long to wait for an answer', zh: '等待响应的毫秒数' },
        fallback: same('10000'),
      },
      {
        names: ['SUITE_LAG_MS'],
        says: { en: 'how long a list may lag behind what was written', zh: '允许列表比写入晚多少毫秒' },
        fallback: { en: '2000; on a live tenant 10000', zh: '2000；真实租户上 10000' },
      },
    ],
  },
  {
    chapter: { en: 'Reports and chat', zh: '报告和群消息' },
    rows: [
      {
        names: ['REPORTS_DIR'],
        says: { en: 'the folder of the reports', zh: '报告目录' },
        fallback: same('`reports`'),
      },
      {
        names: ['SUITE_MASK_PEOPLE'],
        says: {
          en: '1: ids and names of people read as `person-3f2a1c` in everything that is written',
          zh: '1：所有输出里，人员的 userid 和姓名显示为 `person-3f2a1c` 这样的代号',
        },
        fallback: same('0'),
      },
      {
        names: ['DINGTALK_ROBOT_WEBHOOK', 'DINGTALK_ROBOT_SECRET'],
        says: {
          en: 'the custom robot (自定义机器人) that tells the result of a night, and its secret if it signs',
          zh: '通报每晚结果的自定义机器人，以及加签密钥',
        },
      },
      {
        names: ['SUITE_REPORT_URL'],
        says: {
          en: 'a page where the reports of the night can be read; the message links to it',
          zh: '能看到当晚报告的页面，群消息会链接过去',
        },
      },
      {
        names: ['SUITE_LANG'],
        says: {
          en: '`en` or `zh`: of what commands print and of the chat message; titles of cases and headlines of causes stay English',
          zh: '`en` 或 `zh`：命令输出和群消息的语言；用例标题和原因标题仍是英文',
        },
        fallback: { en: 'that of the terminal', zh: '终端的语言' },
      },
    ],
  },
];
