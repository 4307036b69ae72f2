import type { Call, Reply } from '../emulator/call';
import type { Tenant } from '../emulator/tenant';
import { answeredIn, around, asked, isSuccess, valuesOf, withValues, type Fault } from './fault';

type Fields = Record<string, unknown>;

/** What an answer holds of the object that was asked for, and what of it may come from another one. */
interface Figures {
  readonly id: string;
  /** The members that are taken from the other object; everything where none is named. */
  readonly members?: readonly string[];
  /** The same question about another object; undefined where there is none. */
  readonly about: (values: Fields, tenant: Tenant) => Fields | undefined;
  readonly what: string;
  readonly promises: readonly string[];
}

const reportIds = (name: string) => (values: Fields, tenant: Tenant) => {
  const busiest = [...tenant.reports].sort((one, two) => activityOf(two) - activityOf(one));
  return another(
    busiest,
    (report) => report.id === values[name],
    (report) => ({ ...values, [name]: report.id }),
  );
};

const activityOf = ({ readers, likers, comments, receivers }: Tenant['reports'][number]): number =>
  readers.size + likers.size + comments.length + receivers.length;

const announcementIds = (name: string) => (values: Fields, tenant: Tenant) => {
  const mostRead = [...tenant.announcements]
    .filter(({ confidential }) => !confidential)
    .sort((one, two) => two.readers.size - one.readers.size);
  return another(
    mostRead,
    ({ id }) => id === values[name],
    ({ id }) => ({ ...values, [name]: id }),
  );
};

const persons = (name: string) => (values: Fields, tenant: Tenant) =>
  another(
    [...tenant.people.keys()],
    (id) => id === values[name],
    (id) => ({ ...values, [name]: id }),
  );

const templateNames = (values: Fields, tenant: Tenant) => {
  const open = tenant.templates.filter(({ visibleTo }) => visibleTo === undefined);
  return another(
    open,
    ({ name }) => name === values.template_name,
    ({ name }) => ({ ...values, template_name: name }),
  );
};

// Only for what is known: a question about nothing is answered as ever.
function another<One>(all: readonly One[], isAsked: (one: One) => boolean, ask: (one: One) => Fields) {
  const other = all.find((one) => !isAsked(one));
  return all.some(isAsked) && other !== undefined ? ask(other) : undefined;
}

const result = (id: string, ...members: string[]): string[] =>
  members.map((member) => `${id}#result.${member}`);

const ofReports: readonly Figures[] = [
  ...['read_num', 'comment_num', 'comment_user_num', 'like_num'].map((member) => ({
    id: 'report/statistics',
    members: [member],
    about: reportIds('report_id'),
    what: member,
    promises: result('report/statistics', member),
  })),
  {
    id: 'report/statistics-listbytype',
    about: reportIds('report_id'),
    what: 'people',
    promises: ['report/statistics-listbytype?report_id', 'report/statistics-listbytype#result.userid_list'],
  },
  {
    id: 'report/receiver-list',
    about: reportIds('report_id'),
    what: 'people',
    promises: ['report/receiver-list?report_id', 'report/receiver-list#result.userid_list'],
  },
  {
    id: 'report/comment-list',
    about: reportIds('report_id'),
    what: 'comments',
    promises: ['report/comment-list?report_id', 'report/comment-list#result.comments'],
  },
  {
    id: 'report/getunreadcount',
    about: persons('userid'),
    what: 'count',
    promises: ['report/getunreadcount?userid', 'report/getunreadcount#count'],
  },
  {
    id: 'report/template-getbyname',
    members: ['fields'],
    about: templateNames,
    what: 'fields',
    promises: result('report/template-getbyname', 'fields'),
  },
  {
    id: 'report/template-getbyname',
    members: ['default_receivers', 'default_received_convs'],
    about: templateNames,
    what: 'receivers',
    promises: result('report/template-getbyname', 'default_receivers', 'default_received_convs'),
  },
];

const ofAnnouncements: readonly Figures[] = [
  ...[
    ['readings', 'read_count', 'unread_count'],
    ['category', 'category_id'],
    ['level', 'private_level'],
    ['people', 'username_list', 'user_list'],
    ['departments', 'depname_list', 'deptList'],
    ['times', 'gmt_create', 'gmt_modified'],
  ].map(([what = '', ...members]) => ({
    id: 'blackboard/get',
    members,
    about: announcementIds('blackboard_id'),
    what,
    promises: result('blackboard/get', ...members),
  })),
  ...[
    ['readings', 'readCount', 'unReadCount'],
    ['category', 'categoryId', 'categoryName'],
    ['level', 'privateLevel'],
    ['people', 'userNameList', 'userList'],
    ['departments', 'depNameList', 'deptList'],
    ['times', 'gmtCreate', 'gmtModified'],
    ['sender', 'senderStaffId'],
  ].map(([what = '', ...members]) => ({
    id: 'blackboard/get-blackboard',
    members,
    about: announcementIds('blackboardId'),
    what,
    promises: members.map((member) => `blackboard/get-blackboard#${member}`),
  })),
  {
    id: 'blackboard/listtopten',
    about: persons('userid'),
    what: 'announcements',
    promises: ['blackboard/listtopten?userid', 'blackboard/listtopten/R2'],
  },
];

const ofOthers: readonly Figures[] = [
  {
    id: 'report/template-listbyuserid',
    about: persons('userid'),
    what: 'templates',
    promises: ['report/template-listbyuserid?userid'],
  },
  {
    id: 'checkin/record-get',
    about: (values, tenant) =>
      another(
        [...new Set(tenant.checkins.map(({ userid }) => userid))],
        (id) => id === values.userid_list,
        (id) => ({ ...values, userid_list: id }),
      ),
    what: 'records',
    promises: ['checkin/record-get?userid_list'],
  },
  {
    id: 'hrm/queryonjob',
    about: (values) => {
      const { status_list: status } = values;
      return ['2', '3', '5', '-1'].includes(String(status))
        ? { ...values, status_list: status === '3' ? '2' : '3' }
        : undefined;
    },
    what: 'people of another status',
    promises: ['hrm/queryonjob/R11'],
  },
  {
    id: 'blackboard/listids',
    about: (values, { categories }) => {
      const query = Object(values.query_request) as Fields;
      return another(
        categories,
        ({ id }) => id === query.category_id,
        ({ id }) => ({ query_request: { ...query, category_id: id } }),
      );
    },
    what: 'announcements of another category',
    promises: ['blackboard/listids/R13'],
  },
];

/** Answers that hold what is true of another object than the one that was asked for. */
export const ofAnotherFaults: readonly Fault[] = [
  ...[...ofReports, ...ofAnnouncements, ...ofOthers].map(mixedUp),
  {
    id: 'report/list: each report has the contents of the next one',
    class: 'state',
    breaks: 'contents are those of the report',
    promises: ['report/list#result.data_list[].contents'],
    layer: eachWithTheNext('report/list', 'data_list', ['contents']),
  },
  ...['report/list', 'report/simplelist'].map((id): Fault => ({
    id: `${id}: each report has the time of the next one`,
    class: 'state',
    breaks: 'create_time is when the report was created',
    promises: [`${id}#result.data_list[].create_time`],
    layer: eachWithTheNext(id, 'data_list', ['create_time']),
  })),
  {
    id: 'checkin/record-get: each record has the place of the next one',
    class: 'state',
    breaks: 'place is where the person checked in',
    promises: ['checkin/record-get#result.page_list[].place'],
    layer: eachWithTheNext('checkin/record-get', 'page_list', ['place', 'detail_place']),
  },
];

function mixedUp({ id, members, about, what, promises }: Figures): Fault {
  const other = (call: Call): Fields | undefined => about(valuesOf(call), call.tenant);
  return {
    id: `${id}: ${what} of another`,
    class: 'state',
    breaks: 'an answer is about what was asked for',
    promises,
    layer:
      members === undefined ? asked(id, (values, call) => other(call) ?? values) : partly(id, members, other),
  };
}

function partly(
  id: string,
  members: readonly string[],
  other: (call: Call) => Fields | undefined,
): Fault['layer'] {
  return around(id, async (_, call, next): Promise<Reply> => {
    const reply = await next(call);
    const values = other(call);
    if (!isSuccess(reply) || values === undefined) return reply;
    const taken = await next(withValues(call, values));
    if (!isSuccess(taken)) return reply;
    const [own, its] = [reply.body as Fields, taken.body as Fields];
    const body =
      'result' in own
        ? { ...own, result: mixed(own.result as Fields, its.result as Fields, members) }
        : mixed(own, its, members);
    return { ...reply, body };
  });
}

function mixed(own: Fields, its: Fields, members: readonly string[]): Fields {
  const kept = Object.entries(own).filter(([name]) => !members.includes(name));
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(Object.entries(its).filter(([name]) => members.includes(name))),
  };
}

function eachWithTheNext(id: string, rows: string, members: readonly string[]): Fault['layer'] {
  return answeredIn<Fields>(id, 'result', (page) => {
    const all = page[rows] as Fields[];
    return { ...page, [rows]: all.map((row, place) => mixed(row, all[place + 1] ?? row, members)) };
  });
}
