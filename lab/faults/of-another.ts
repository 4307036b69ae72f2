import type { Layer } from '../../emulator/call';
import { isSuccess, valuesOf, withValues } from '../../emulator/layers';
import type { Announcement, Report, Tenant } from '../../emulator/tenant';
import type { Source } from '../../schemas/endpoint';
import { faultsOf, state, type Fault, type Row } from './fault';
import { asked, field, type Fields } from './layers';

/** The same question about another object; undefined where there is none. */
type About = (values: Fields, tenant: Tenant) => Fields | undefined;

/**
 * A question about another object than the one that `name` says. Only for what is known: a question about nothing is answered as ever.
 * @param all what there is, the one that has most to show first, so that the two differ.
 */
const instead =
  (name: string, all: (tenant: Tenant) => readonly unknown[]): About =>
  (values, tenant) => {
    const ids = all(tenant);
    const other = ids.find((id) => id !== values[name]);
    return ids.includes(values[name]) && other !== undefined ? { ...values, [name]: other } : undefined;
  };

const person = instead('userid', ({ people }) => [...people.keys()]);

const reportWith = (most: (report: Report) => number): About =>
  instead('report_id', ({ reports }) =>
    [...reports].sort((one, two) => most(two) - most(one)).map(({ id }) => id),
  );

const announcementWith = (name: string, most: (announcement: Announcement) => number): About =>
  instead(name, ({ announcements }) =>
    [...announcements]
      .sort((one, two) => Number(one.confidential) - Number(two.confidential) || most(two) - most(one))
      .map(({ id }) => id),
  );

/** An answer that is about another object, wholly or in some members of its result. */
const mixedUp = (
  what: string,
  about: About,
  promises: readonly string[],
  { members, source }: { members?: readonly string[]; source?: Source } = {},
): Row =>
  state(`${what} of another`, promises, {
    ...(source && { source }),
    layer: members ? partly(members, about) : asked((values, { tenant }) => about(values, tenant) ?? values),
  });

/** The same of some members, which promise it; of the result unless they stand elsewhere. */
const inPart = (
  what: string,
  about: About,
  members: readonly string[],
  source?: Source,
  above = '#result.',
): Row =>
  mixedUp(
    what,
    about,
    members.map((member) => above + member),
    { members, ...(source && { source }) },
  );

const partly =
  (members: readonly string[], about: About): Layer =>
  async (_, call, next) => {
    const reply = await next(call);
    const values = about(valuesOf(call), call.tenant);
    if (!isSuccess(reply) || values === undefined) return reply;
    const taken = await next(withValues(call, values));
    if (!isSuccess(taken)) return reply;
    const [own, its] = [reply.body as Fields, taken.body as Fields];
    if (!('result' in own)) return { ...reply, body: mixed(own, its, members) };
    return { ...reply, body: { ...own, result: mixed(own.result as Fields, its.result as Fields, members) } };
  };

function mixed(own: Fields, its: Fields, members: readonly string[]): Fields {
  const kept = Object.entries(own).filter(([name]) => !members.includes(name));
  const taken = Object.entries(its).filter(([name]) => members.includes(name));
  return Object.fromEntries([...kept, ...taken]);
}

/** Gives each row of a page some members of the next one. */
const eachWithTheNext = (rows: string, ...members: string[]): Layer =>
  field<Fields[]>(`result.${rows}`, (all) =>
    all.map((row, place) => mixed(row, all[place + 1] ?? row, members)),
  );

const timeOfTheNext = state('each report has the time of the next one', ['#result.data_list[].create_time'], {
  layer: eachWithTheNext('data_list', 'create_time'),
});

/** A part of what announcements show: its members in the one generation and in the other, and of which announcement it is most. */
const aspect = (
  what: string,
  old: readonly string[],
  current: readonly string[],
  most: (announcement: Announcement) => number = () => 1,
  source?: Source,
) => ({ what, old, current, most, source });

const aspects = [
  // That both generations count the same no page says, and who has read it no API.
  aspect(
    'readings',
    ['read_count', 'unread_count'],
    ['readCount', 'unReadCount'],
    ({ readers }) => readers.size,
    'inferred',
  ),
  aspect('category', ['category_id'], ['categoryId', 'categoryName'], ({ categoryId }) =>
    Number(categoryId !== undefined),
  ),
  aspect('level', ['private_level'], ['privateLevel']),
  aspect(
    'people',
    ['username_list', 'user_list'],
    ['userNameList', 'userList'],
    ({ userids }) => userids.length,
  ),
  aspect(
    'departments',
    ['depname_list', 'deptList'],
    ['depNameList', 'deptList'],
    ({ deptIds }) => deptIds.length,
  ),
  aspect('times', ['gmt_create', 'gmt_modified'], ['gmtCreate', 'gmtModified']),
];

const category: About = ({ query_request: query }, { categories }) => {
  const given = Object(query) as Fields;
  const isKnown = categories.some(({ id }) => id === given.category_id);
  const other = categories.find(({ id }) => id !== given.category_id);
  return isKnown && other ? { query_request: { ...given, category_id: other.id } } : undefined;
};

const status: About = (values) => {
  const { status_list: list } = values;
  const isOne = ['2', '3', '5', '-1'].includes(String(list));
  return isOne ? { ...values, status_list: list === '3' ? '2' : '3' } : undefined;
};

/** Answers that hold what is true of another object than the one that was asked for. */
export const faults: readonly Fault[] = [
  ...faultsOf(
    'blackboard/get',
    aspects.map(({ what, old, most, source }) =>
      inPart(what, announcementWith('blackboard_id', most), old, source),
    ),
  ),
  ...faultsOf(
    'blackboard/get-blackboard',
    aspects.map(({ what, current, most, source }) =>
      inPart(what, announcementWith('blackboardId', most), current, source, '#'),
    ),
  ),
  ...faultsOf('blackboard/listtopten', [mixedUp('announcements', person, ['?userid', 'R2'])]),
  ...faultsOf('blackboard/listids', [mixedUp('announcements of another category', category, ['R13'])]),
  // That the counts agree with the lists no page says.
  ...faultsOf('report/statistics', [
    inPart(
      'read_num',
      reportWith(({ readers }) => readers.size),
      ['read_num'],
      'inferred',
    ),
    inPart(
      'comment_num',
      reportWith(({ comments }) => comments.length),
      ['comment_num'],
      'inferred',
    ),
    inPart('comment_user_num', reportWith(commenters), ['comment_user_num'], 'inferred'),
    inPart(
      'like_num',
      reportWith(({ likers }) => likers.size),
      ['like_num'],
      'inferred',
    ),
  ]),
  ...faultsOf('report/statistics-listbytype', [
    mixedUp(
      'people',
      reportWith(({ readers, comments }) => readers.size + comments.length),
      ['?report_id', '#result.userid_list'],
    ),
  ]),
  ...faultsOf('report/receiver-list', [
    mixedUp(
      'people',
      reportWith(({ receivers }) => receivers.length),
      ['?report_id', '#result.userid_list'],
    ),
  ]),
  ...faultsOf('report/comment-list', [
    mixedUp(
      'comments',
      reportWith(({ comments }) => comments.length),
      ['?report_id', '#result.comments'],
    ),
  ]),
  ...faultsOf('report/getunreadcount', [mixedUp('count', person, ['?userid', '#count'])]),
  ...faultsOf('report/template-getbyname', [
    inPart(
      'fields',
      instead('template_name', ({ templates }) =>
        templates.filter(({ visibleTo }) => visibleTo === undefined).map(({ name }) => name),
      ),
      ['fields'],
    ),
  ]),
  ...faultsOf('report/template-listbyuserid', [
    mixedUp('templates', person, ['?userid', 'report/template-getbyname?template_name']),
  ]),
  ...faultsOf('report/list', [
    state('each report has the contents of the next one', ['#result.data_list[].contents'], {
      layer: eachWithTheNext('data_list', 'contents'),
    }),
    timeOfTheNext,
  ]),
  ...faultsOf('report/simplelist', [timeOfTheNext]),
  ...faultsOf('checkin/record-get', [
    mixedUp(
      'records',
      instead('userid_list', ({ checkins }) => [...new Set(checkins.map(({ userid }) => userid))]),
      ['?userid_list'],
    ),
    state('each record has the place of the next one', ['#result.page_list[].place'], {
      layer: eachWithTheNext('page_list', 'place', 'detail_place'),
    }),
  ]),
  ...faultsOf('hrm/queryonjob', [mixedUp('people of another status', status, ['R11'])]),
];

function commenters({ comments }: Report): number {
  return new Set(comments.map(({ userid }) => userid)).size;
}
