import type { Call } from '../../emulator/call';
import { answered, answeredIn, around, isSuccess, type Fault } from './fault';

type Fields = Record<string, unknown>;
type Page = Fields & { readonly data_list: Fields[] };

const classic = 'blackboard/get';
const current = 'blackboard/get-blackboard';
const template = 'report/template-getbyname';

const each = (list: unknown, change: (one: Fields) => Fields): unknown =>
  Array.isArray(list) ? (list as Fields[]).map(change) : list;

const listed = (endpoint: string, change: (report: Fields, call: Call) => Fields): Fault['layer'] =>
  answeredIn<Page>(endpoint, 'result', (page, call) => ({
    ...page,
    data_list: page.data_list.map((report) => change(report, call)),
  }));

const ofTemplate = (change: (result: Fields, call: Call) => Fields): Fault['layer'] =>
  answeredIn<Fields>(template, 'result', change);

const renamed = (code: string, wrong: string): Fault['layer'] =>
  around(current, async (_, call, next) => {
    const reply = await next(call);
    const body = reply.body as Fields;
    return isSuccess(reply) || body.code !== code ? reply : { ...reply, body: { ...body, code: wrong } };
  });

const ofAnnouncements: readonly Fault[] = [
  {
    id: `${classic}: userids in place of names beside the userids`,
    class: 'state',
    breaks: 'name is the name of the employee',
    promises: ['blackboard/get#result.user_list[].name'],
    source: 'inferred',
    layer: answeredIn<Fields>(classic, 'result', (result) => ({
      ...result,
      ...(result.user_list !== undefined && {
        user_list: each(result.user_list, (one) => ({ ...one, name: one.staff_id })),
      }),
    })),
  },
  {
    id: `${classic}: everybody in the list of names has the same one`,
    class: 'state',
    breaks: 'username_list holds the names of the receivers',
    promises: ['blackboard/get#result.username_list'],
    source: 'inferred',
    layer: answeredIn<Fields>(classic, 'result', (result) => ({
      ...result,
      ...(Array.isArray(result.username_list) && { username_list: result.username_list.map(() => '韩梅') }),
    })),
  },
  {
    id: `${current}: userids in place of names, beside the userids and in the list of names`,
    class: 'state',
    breaks: 'name is the name of the employee',
    promises: ['blackboard/get-blackboard#userList[].name', 'blackboard/get-blackboard#userNameList'],
    source: 'inferred',
    layer: answered(current, ({ userList, userNameList, ...body }) => {
      const names = each(userList, ({ staffId }) => ({ staffId })) as { staffId: string }[] | undefined;
      return {
        ...body,
        ...(userList !== undefined && { userList: each(userList, (one) => ({ ...one, name: one.staffId })) }),
        ...(userNameList !== undefined && { userNameList: names?.map(({ staffId }) => staffId) }),
      };
    }),
  },
  {
    id: `${current}: the id in place of the name of the category`,
    class: 'state',
    breaks: 'categoryName is the name of the category',
    promises: ['blackboard/get-blackboard#categoryName'],
    layer: answered(current, (body) => ({
      ...body,
      ...(body.categoryId !== undefined && { categoryName: body.categoryId }),
    })),
  },
  {
    id: `${current}: another code for an id that is not legal`,
    class: 'envelope',
    breaks: 'what is not legal is refused with badRequest',
    promises: ['blackboard/get-blackboard!badRequest'],
    source: 'inferred',
    layer: renamed('badRequest', 'notFound'),
  },
  {
    id: `${current}: another code for a reader who may not`,
    class: 'envelope',
    breaks: 'who may not read is refused with accessDenied',
    promises: ['blackboard/get-blackboard!accessDenied'],
    layer: renamed('accessDenied', 'badRequest'),
  },
];

const ofReports: readonly Fault[] = [
  ...['report/list', 'report/simplelist'].flatMap((endpoint): Fault[] => [
    {
      id: `${endpoint}: the userid in place of the name of the author`,
      class: 'state',
      breaks: 'creator_name is the name of the author',
      promises: [`${endpoint}#result.data_list[].creator_name`],
      source: 'inferred',
      layer: listed(endpoint, (report) => ({ ...report, creator_name: report.creator_id })),
    },
    {
      id: `${endpoint}: another department`,
      class: 'state',
      breaks: 'both lists name the same departments',
      promises: [`${endpoint}#result.data_list[].dept_name`],
      source: 'inferred',
      layer: listed(endpoint, (report) => ({ ...report, dept_name: '全员' })),
    },
  ]),
  {
    id: `${template}: the name of the administrator in place of the caller's`,
    class: 'state',
    breaks: 'user_name is the name of the caller',
    promises: ['report/template-getbyname#result.user_name'],
    source: 'inferred',
    layer: ofTemplate((result, { tenant }) => ({
      ...result,
      user_name: tenant.people.get(tenant.mainAdmin)?.name,
    })),
  },
  {
    id: `${template}: the caller is a default receiver`,
    class: 'state',
    breaks: 'default receivers are those of the template',
    promises: ['report/template-getbyname#result.default_receivers'],
    layer: ofTemplate((result) => ({
      ...result,
      default_receivers: [{ userid: result.userid, user_name: result.user_name }],
    })),
  },
  {
    id: `${template}: userids in place of the names of default receivers`,
    class: 'state',
    breaks: 'user_name is the name of the default receiver',
    promises: ['report/template-getbyname#result.default_receivers[].user_name'],
    layer: ofTemplate((result) => ({
      ...result,
      default_receivers: each(result.default_receivers, (one) => ({ ...one, user_name: one.userid })),
    })),
  },
  {
    id: `${template}: other groups for other callers`,
    class: 'state',
    breaks: 'default groups are those of the template',
    promises: ['report/template-getbyname#result.default_received_convs[].conversation_id'],
    layer: ofTemplate((result) => ({
      ...result,
      ...(result.default_received_convs !== undefined && {
        default_received_convs: each(result.default_received_convs, (one) => ({
          ...one,
          conversation_id: `$DD_${String(result.userid)}`,
        })),
      }),
    })),
  },
  {
    id: `${template}: other titles of groups for other callers`,
    class: 'state',
    breaks: 'default groups are those of the template',
    promises: ['report/template-getbyname#result.default_received_convs[].title'],
    layer: ofTemplate((result) => ({
      ...result,
      ...(result.default_received_convs !== undefined && {
        default_received_convs: each(result.default_received_convs, (one) => ({
          ...one,
          title: `${String(one.title)}（${String(result.user_name)}）`,
        })),
      }),
    })),
  },
];

/** Wrong ways of naming people, departments, groups and categories, and of calling what is refused. */
export const faults: readonly Fault[] = [...ofAnnouncements, ...ofReports];
