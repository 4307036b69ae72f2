import { fromGmt8, toGmt8 } from '../emulator/clock';
import { answeredIn, around, asked, valuesOf, type Fault } from './fault';
import { amid, memory } from './trial-support';

type Fields = Record<string, unknown>;

interface People {
  readonly userid_list: readonly string[];
  readonly has_more: boolean;
}

interface Comments {
  readonly comments: readonly { readonly userid: string; readonly create_time: string }[];
}

const largest = 100;
const eightHours = 8 * 3_600_000;
const firstCallers = memory(() => new Map<unknown, Fields>());

/** Faults in who received, read and commented reports, and in templates, written from the documentation alone. */
export const reportPeopleTrialFaults: readonly Fault[] = [
  {
    id: 'report/statistics: comment_user_num copies comment_num',
    class: 'state',
    breaks: 'comment_user_num counts the people who commented, comment_num the comments (documented)',
    layer: answeredIn<Fields>('report/statistics', 'result', (counts) => ({
      ...counts,
      comment_user_num: counts.comment_num,
    })),
  },
  {
    id: 'report/statistics-listbytype: a type that comes as text counts as 0',
    class: 'validation',
    breaks: 'a number at the top level may be sent as text (observed)',
    layer: asked('report/statistics-listbytype', (values) =>
      typeof values.type === 'string' && /^[12]$/.test(values.type) ? { ...values, type: 0 } : values,
    ),
  },
  {
    id: 'report/receiver-list: promises more after a last page that is exactly full',
    class: 'lists',
    breaks: 'the last page has no next_cursor, and has_more false (documented)',
    layer: answeredIn<People>('report/receiver-list', 'result', (page, call) => {
      const { size = largest, offset = 0 } = valuesOf(call);
      if (page.has_more || page.userid_list.length !== Number(size)) return page;
      return { ...page, has_more: true, next_cursor: Number(offset) + Number(size) };
    }),
  },
  {
    id: 'report/comment-list: create_time is written in UTC',
    class: 'state',
    breaks: 'create_time is yyyy-MM-dd HH:mm:ss in China time (documented)',
    layer: answeredIn<Comments>('report/comment-list', 'result', (page) => ({
      ...page,
      comments: page.comments.map((comment) => ({
        ...comment,
        create_time: toGmt8((fromGmt8(comment.create_time) ?? 0) - eightHours),
      })),
    })),
  },
  {
    id: 'report/comment-list: after the first page every comment is by the author of the report',
    class: 'state',
    breaks: 'userid of a comment is the person who wrote it (documented)',
    layer: answeredIn<Comments>('report/comment-list', 'result', (page, call) => {
      const { report_id: id, offset = 0 } = valuesOf(call);
      const author = call.tenant.reports.find((report) => report.id === id)?.author;
      if (Number(offset) === 0) return page;
      return { ...page, comments: page.comments.map((comment) => ({ ...comment, userid: author })) };
    }),
  },
  {
    id: 'report/getunreadcount: a report to several people counts for the first of them only',
    class: 'state',
    breaks: 'it counts the unread reports that the employee received (documented)',
    layer: around('report/getunreadcount', (_, call, next) => {
      const reports = call.tenant.reports.map((report) => ({
        ...report,
        receivers: report.receivers.slice(0, 1),
      }));
      return amid(call, { reports }, next);
    }),
  },
  {
    id: 'report/template-getbyname: names whoever asked for the template first',
    class: 'state',
    breaks: 'userid and user_name of the result are the calling employee (documented)',
    layer: answeredIn<Fields>('report/template-getbyname', 'result', (shown, call) => {
      const { userid, user_name } = shown;
      const first = firstCallers(call).get(shown.id) ?? { userid, user_name };
      firstCallers(call).set(shown.id, first);
      return { ...shown, ...first };
    }),
  },
  {
    id: 'report/template-listbyuserid: without userid it leaves out what is not for everybody',
    class: 'lists',
    breaks: 'without userid it lists all templates of the organisation (documented)',
    layer: around('report/template-listbyuserid', (_, call, next) => {
      if (valuesOf(call).userid !== undefined) return next(call);
      const templates = call.tenant.templates.filter(({ visibleTo }) => visibleTo === undefined);
      return amid(call, { templates }, next);
    }),
  },
];
