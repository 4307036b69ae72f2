import { answered, answeredIn, around, asked, without, type Fault } from './fault';

type Fields = Record<string, unknown>;
interface Templates {
  readonly template_list: Fields[];
  readonly next_cursor?: number;
}

const listing = 'report/template-listbyuserid';
const statistics = 'report/statistics';
const unread = 'report/getunreadcount';

const listed = (change: (result: Templates) => object): Fault['layer'] =>
  answeredIn<Templates>(listing, 'result', change);
const each = (change: (template: Fields) => Fields): Fault['layer'] =>
  listed((result) => ({ ...result, template_list: result.template_list.map(change) }));
const counts = (change: (result: Record<string, number>) => Fields): Fault['layer'] =>
  answeredIn<Record<string, number>>(statistics, 'result', change);

const ofTemplates: readonly Fault[] = [
  {
    id: `${listing}: ends after the first page`,
    class: 'lists',
    breaks: 'next_cursor leads on to the next page',
    promises: ['report/template-listbyuserid/R2', 'report/template-listbyuserid/R8'],
    layer: listed(({ template_list }) => ({ template_list })),
  },
  {
    id: `${listing}: never ends`,
    class: 'lists',
    breaks: 'next_cursor is missing at the end',
    promises: ['report/template-listbyuserid/R2'],
    layer: listed((result) => ({ next_cursor: 1000, ...result })),
  },
  {
    id: `${listing}: ignores the size`,
    class: 'lists',
    breaks: 'a page holds no more than was asked for',
    promises: ['report/template-listbyuserid?size'],
    layer: asked(listing, (values) => ({ ...values, size: 100 })),
  },
  {
    id: `${listing}: ignores the offset`,
    class: 'lists',
    breaks: 'the next page begins where the last one ended',
    promises: ['report/template-listbyuserid/R8', 'report/template-listbyuserid?offset'],
    layer: asked(listing, (values) => without(values, 'offset')),
  },
  {
    id: `${listing}: template_id in place of report_code`,
    class: 'schema',
    breaks: 'the code of a template is called report_code',
    promises: ['report/template-listbyuserid#result.template_list[].report_code'],
    layer: each(({ report_code: template_id, ...template }) => ({ ...template, template_id })),
  },
  {
    id: `${listing}: swaps the codes of two templates`,
    class: 'state',
    breaks: 'report_code is the id of the template',
    promises: ['report/template-listbyuserid/R4', 'report/template-getbyname/R8'],
    layer: listed((result) => {
      const codes = result.template_list.map(({ report_code }) => report_code).reverse();
      const template_list = result.template_list.map((one, place) => ({ ...one, report_code: codes[place] }));
      return { ...result, template_list };
    }),
  },
  {
    id: `${listing}: codes in upper case`,
    class: 'state',
    breaks: 'codes are lowercase hex characters',
    promises: ['report/template-listbyuserid/R5'],
    layer: each((one) => ({ ...one, report_code: String(one.report_code).toUpperCase() })),
  },
  {
    id: `${listing}: shows to a user what only others see`,
    class: 'lists',
    breaks: 'every template that a user sees can be fetched by its name',
    promises: ['report/template-listbyuserid?userid'],
    layer: asked(listing, (values) => without(values, 'userid')),
  },
  {
    id: `${listing}: shows only public templates where no user is named`,
    class: 'lists',
    breaks: 'without userid it lists the templates of everybody',
    promises: ['report/template-listbyuserid/R6'],
    layer: asked(listing, (values) => ({ userid: 'user123', ...values })),
  },
  {
    id: `${listing}: adds has_more`,
    class: 'schema',
    breaks: 'there is no has_more',
    promises: ['report/template-listbyuserid/R2'],
    source: 'inferred',
    layer: listed((result) => ({ ...result, has_more: result.next_cursor !== undefined })),
  },
];

const ofStatistics: readonly Fault[] = [
  {
    id: `${statistics}: counts no comments`,
    class: 'state',
    breaks: 'comment_num counts the comments',
    promises: ['report/statistics/R3', 'report/statistics#result.comment_num'],
    source: 'inferred',
    layer: counts((result) => ({ ...result, comment_num: 0 })),
  },
  {
    id: `${statistics}: counts a commenter once for each comment`,
    class: 'state',
    breaks: 'comment_user_num counts people',
    promises: ['report/statistics/R3', 'report/statistics#result.comment_user_num'],
    source: 'inferred',
    layer: counts((result) => ({ ...result, comment_user_num: (result.comment_num ?? 0) + 1 })),
  },
  {
    id: `${statistics}: swaps readers and likers`,
    class: 'state',
    breaks: 'read_num counts readers, like_num people who liked it',
    promises: [
      'report/statistics/R3',
      'report/statistics#result.read_num',
      'report/statistics#result.like_num',
    ],
    source: 'inferred',
    layer: counts((result) => ({ ...result, read_num: result.like_num, like_num: result.read_num })),
  },
  {
    id: `${statistics}: counts one reader too many`,
    class: 'state',
    breaks: 'the counts agree with the lists',
    promises: ['report/statistics/R3', 'report/statistics#result.read_num'],
    source: 'inferred',
    layer: counts((result) => ({ ...result, read_num: (result.read_num ?? 0) + 1 })),
  },
  {
    id: `${statistics}: counts as texts`,
    class: 'schema',
    breaks: 'counts are numbers',
    promises: ['report/statistics#result.like_num'],
    layer: counts((result) => ({ ...result, like_num: String(result.like_num) })),
  },
  {
    id: `${statistics}: leaves out like_num`,
    class: 'schema',
    breaks: 'like_num is always there',
    promises: ['report/statistics#result.like_num'],
    layer: counts((result) => without(result, 'like_num')),
  },
  {
    id: `${statistics}: counts something of a report that does not exist`,
    class: 'validation',
    breaks: 'a report that does not exist has no counts',
    promises: ['report/statistics?report_id'],
    source: 'inferred',
    layer: around(statistics, async (_, call, next) => {
      const [report] = call.tenant.reports;
      const known = call.tenant.reports.some(({ id }) => id === call.body.values.report_id);
      if (known || call.body.values.report_id === undefined) return next(call);
      return next({ ...call, body: { kind: 'json', values: { report_id: report?.id } } });
    }),
  },
];

const ofUnread: readonly Fault[] = [
  {
    id: `${unread}: never grows`,
    class: 'state',
    breaks: 'a report that was received is counted',
    promises: ['report/getunreadcount/R2', 'report/getunreadcount#count'],
    layer: answered(unread, (body) => ({ ...body, count: 7 })),
  },
  {
    id: `${unread}: counts what was sent in place of what was received`,
    class: 'state',
    breaks: 'received reports are counted',
    promises: ['report/getunreadcount/R2', 'report/getunreadcount#count'],
    layer: answered(unread, (body, { tenant, body: { values } }) => ({
      ...body,
      count: tenant.reports.filter(({ author }) => author === values.userid).length,
    })),
  },
  {
    id: `${unread}: counts the reports of everybody`,
    class: 'state',
    breaks: 'only reports that the user received are counted',
    promises: ['report/getunreadcount/R2', 'report/getunreadcount?userid'],
    layer: answered(unread, (body, { tenant }) => ({ ...body, count: tenant.reports.length })),
  },
  {
    id: `${unread}: counts a report for its author too`,
    class: 'state',
    source: 'inferred',
    breaks: 'only reports that the user received are counted',
    promises: ['report/getunreadcount/R2', 'report/getunreadcount#count'],
    layer: answered(unread, (body, { tenant, body: { values } }) => {
      const own = tenant.reports.filter(({ author }) => author === values.userid);
      return { ...body, count: Number(body.count) + own.filter(({ readers }) => readers.size === 0).length };
    }),
  },
  {
    id: `${unread}: counts all that was ever received`,
    class: 'state',
    breaks: 'only reports of about the last month are counted',
    promises: ['report/getunreadcount/R2'],
    layer: answered(unread, (body, { tenant, body: { values } }) => ({
      ...body,
      count: tenant.reports.filter(({ receivers }) => receivers.includes(String(values.userid))).length,
    })),
  },
  {
    id: `${unread}: puts the count into a result`,
    class: 'schema',
    breaks: 'count stands at the top level',
    promises: ['report/getunreadcount/R3'],
    layer: answered(unread, ({ count, ...body }) => ({ ...body, result: { count } })),
  },
  {
    id: `${unread}: a count below zero`,
    class: 'state',
    breaks: 'a count is not negative',
    promises: ['report/getunreadcount#count'],
    layer: answered(unread, (body) => ({ ...body, count: Number(body.count) - 100_000 })),
  },
  {
    id: `${unread}: success beside its count`,
    class: 'envelope',
    breaks: 'there is no success',
    promises: ['report/getunreadcount/R3'],
    source: 'inferred',
    layer: answered(unread, (body) => ({ ...body, success: true })),
  },
];

/** Wrong ways of listing templates and of counting what happened to reports, written by hand from the promises of the docs. */
export const faults: readonly Fault[] = [...ofTemplates, ...ofStatistics, ...ofUnread];
