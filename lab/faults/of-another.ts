import type { Tenant } from '../../emulator/tenant';
import type { Fault } from './fault';
import { another, eachWithTheNext, mixedUp, persons, result, type Fields, type Figures } from './mixed-up';

type Report = Tenant['reports'][number];

// The one that has most of it, so that the two differ.
const reportIds =
  (most: (report: Report) => number) =>
  (values: Fields, { reports }: Tenant) => {
    const sorted = [...reports].sort((one, two) => most(two) - most(one));
    return another(
      sorted,
      ({ id }) => id === values.report_id,
      ({ id }) => ({ ...values, report_id: id }),
    );
  };

const templateNames = (values: Fields, tenant: Tenant) => {
  const open = tenant.templates.filter(({ visibleTo }) => visibleTo === undefined);
  return another(
    open,
    ({ name }) => name === values.template_name,
    ({ name }) => ({ ...values, template_name: name }),
  );
};

const figures: Readonly<Record<string, (report: Report) => number>> = {
  read_num: ({ readers }) => readers.size,
  comment_num: ({ comments }) => comments.length,
  comment_user_num: ({ comments }) => new Set(comments.map(({ userid }) => userid)).size,
  like_num: ({ likers }) => likers.size,
};

const ofReports: readonly Figures[] = [
  ...Object.entries(figures).map(([member, most]) => ({
    id: 'report/statistics',
    members: [member],
    about: reportIds(most),
    what: member,
    promises: result('report/statistics', member),
    // That the counts agree with the lists no page says.
    source: 'inferred' as const,
  })),
  {
    id: 'report/statistics-listbytype',
    about: reportIds(({ readers, comments }) => readers.size + comments.length),
    what: 'people',
    promises: ['report/statistics-listbytype?report_id', 'report/statistics-listbytype#result.userid_list'],
  },
  {
    id: 'report/receiver-list',
    about: reportIds(({ receivers }) => receivers.length),
    what: 'people',
    promises: ['report/receiver-list?report_id', 'report/receiver-list#result.userid_list'],
  },
  {
    id: 'report/comment-list',
    about: reportIds(({ comments }) => comments.length),
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
];

const ofOthers: readonly Figures[] = [
  {
    id: 'report/template-listbyuserid',
    about: persons('userid'),
    what: 'templates',
    promises: ['report/template-listbyuserid?userid', 'report/template-getbyname?template_name'],
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
];

/** Answers that hold what is true of another object than the one that was asked for. */
export const faults: readonly Fault[] = [
  ...[...ofReports, ...ofOthers].map(mixedUp),
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
