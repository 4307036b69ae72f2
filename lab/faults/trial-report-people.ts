import { answeredIn, around, asked, valuesOf, type Fault } from './fault';
import { amid, memory } from './trial-support';

type Fields = Record<string, unknown>;

interface People {
  readonly userid_list: readonly string[];
  readonly has_more: boolean;
}

interface Comments {
  readonly comments: readonly { readonly userid: string }[];
}

const largest = 100;
const firstCallers = memory(() => new Map<unknown, Fields>());

/** Faults in who received, read and commented reports, and in templates, written from the documentation alone. */
export const faults: readonly Fault[] = [
  {
    id: 'report/statistics-listbytype: a type that comes as text counts as 0',
    class: 'validation',
    breaks: 'a number at the top level may be sent as text (observed)',
    promises: ['gateway/G14'],
    layer: asked('report/statistics-listbytype', (values) =>
      typeof values.type === 'string' && /^[12]$/.test(values.type) ? { ...values, type: 0 } : values,
    ),
  },
  {
    id: 'report/receiver-list: promises more after a last page that is exactly full',
    class: 'lists',
    breaks: 'the last page has no next_cursor, and has_more false (documented)',
    promises: ['report/receiver-list/R6'],
    layer: answeredIn<People>('report/receiver-list', 'result', (page, call) => {
      const { size = largest, offset = 0 } = valuesOf(call);
      if (page.has_more || page.userid_list.length !== Number(size)) return page;
      return { ...page, has_more: true, next_cursor: Number(offset) + Number(size) };
    }),
  },
  {
    id: 'report/comment-list: after the first page every comment is by the author of the report',
    class: 'state',
    breaks: 'userid of a comment is the person who wrote it (documented)',
    promises: ['report/comment-list#result.comments[].userid'],
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
    promises: ['report/getunreadcount#count'],
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
    promises: ['report/template-getbyname/R7'],
    layer: answeredIn<Fields>('report/template-getbyname', 'result', (shown, call) => {
      const { userid, user_name } = shown;
      const first = firstCallers(call).get(shown.id) ?? { userid, user_name };
      firstCallers(call).set(shown.id, first);
      return { ...shown, ...first };
    }),
  },
];
