import type { Tenant } from '../../emulator/tenant';
import { answered, answeredIn, asked, without, type Fault } from './fault';

type Fields = Record<string, unknown>;
interface People {
  readonly userid_list: string[];
}

const people = (
  endpoint: string,
  change: (ids: string[], tenantPeople: string[]) => string[],
): Fault['layer'] =>
  answeredIn<People>(endpoint, 'result', (result, { tenant }) => ({
    ...result,
    userid_list: change(result.userid_list, [...tenant.people.keys()]),
  }));

const ignored = (endpoint: string, parameter: string): Fault['layer'] =>
  asked(endpoint, (parameters) => without(parameters, parameter));

/** Wrong ways of telling who received, read and commented on reports, and of looking up templates. */
export const faults: readonly Fault[] = [
  {
    id: 'report/receiver-list: leaves one out',
    class: 'lists',
    breaks: 'everyone addressed is listed',
    promises: ['report/create/R13', 'report/receiver-list#result.userid_list'],
    layer: people('report/receiver-list', (ids) => ids.slice(1)),
  },
  {
    id: 'report/receiver-list: lists one twice',
    class: 'lists',
    breaks: 'each receiver is listed once',
    promises: ['report/receiver-list#result.userid_list'],
    layer: people('report/receiver-list', (ids) => [...ids, ...ids.slice(0, 1)]),
  },
  {
    id: 'report/statistics-listbytype: everybody has read everything',
    class: 'state',
    breaks: 'only people who have read it are listed',
    promises: ['report/statistics-listbytype/R3', 'report/statistics-listbytype#result.userid_list'],
    layer: people('report/statistics-listbytype', (_, all) => all.slice(0, 50)),
  },
  {
    id: 'report/statistics-listbytype: ignores the type',
    class: 'lists',
    breaks: 'readers, commenters and likers are different lists',
    promises: ['report/statistics-listbytype/R7', 'report/statistics-listbytype?type'],
    layer: asked('report/statistics-listbytype', (parameters) => ({ ...parameters, type: 0 })),
  },
  {
    id: 'report/statistics-listbytype: ignores the offset',
    class: 'lists',
    breaks: 'pages follow one another',
    promises: ['report/statistics-listbytype/R4', 'report/statistics-listbytype?offset'],
    layer: asked('report/statistics-listbytype', (parameters) => ({ ...parameters, offset: 0 })),
  },
  {
    id: 'report/comment-list: ignores the offset',
    class: 'lists',
    breaks: 'pages follow one another',
    promises: ['report/comment-list/R4', 'report/comment-list?offset'],
    layer: asked('report/comment-list', (parameters) => ({ ...parameters, offset: 0 })),
  },
  {
    id: 'report/comment-list: comments of another report',
    class: 'state',
    breaks: 'only comments of the report are listed',
    promises: ['report/comment-list?report_id', 'report/comment-list#result.comments'],
    layer: answered('report/comment-list', (body, { tenant }) => {
      const comment = {
        userid: [...tenant.people.keys()].at(-1),
        content: '不错',
        create_time: '2026-01-01 00:00:00',
      };
      const result = body.result as Fields & { comments: Fields[] };
      return { ...body, result: { ...result, comments: [...result.comments, comment] } };
    }),
  },
  {
    id: 'report/comment-list: times in UTC',
    class: 'state',
    breaks: 'times are in GMT+8',
    promises: ['report/comment-list#result.comments[].create_time', 'gateway/G17'],
    layer: answeredIn<Fields & { comments: Fields[] }>('report/comment-list', 'result', (result) => ({
      ...result,
      comments: result.comments.map((one) => ({
        ...one,
        create_time: eightHoursEarlier(String(one.create_time)),
      })),
    })),
  },
  {
    id: 'report/template-getbyname: numbers the fields by their place',
    class: 'state',
    breaks: 'sort is the field id that create needs',
    promises: [
      'report/template-getbyname/R9',
      'report/create/R4',
      'report/template-getbyname#result.fields[].sort',
    ],
    layer: answeredIn<Fields & { fields: Fields[] }>('report/template-getbyname', 'result', (result) => ({
      ...result,
      fields: result.fields.map((field, sort) => ({ ...field, sort })),
    })),
  },
  {
    id: 'report/receiver-list: ignores the offset',
    class: 'lists',
    breaks: 'pages follow one another',
    promises: ['report/receiver-list/R4', 'report/receiver-list?offset'],
    layer: ignored('report/receiver-list', 'offset'),
  },
  {
    id: 'report/receiver-list: ten people where no size is given',
    class: 'lists',
    breaks: 'a page without a size has 100 people',
    promises: ['report/receiver-list/R5'],
    layer: asked('report/receiver-list', (values) => ({ size: 10, ...values })),
  },
  {
    id: 'report/receiver-list: lists a stranger',
    class: 'lists',
    breaks: 'those whom a report was sent to are listed',
    promises: ['report/create/R13', 'report/receiver-list#result.userid_list'],
    layer: people('report/receiver-list', (ids, all) => [...ids, all.at(-1) ?? '']),
  },
  {
    id: 'report/receiver-list: an unknown report is the first one',
    class: 'state',
    breaks: 'a report that does not exist has no receivers',
    promises: ['report/receiver-list?report_id'],
    source: 'inferred',
    layer: unknownIsAnother('report/receiver-list'),
  },
  {
    id: 'report/statistics-listbytype: an unknown report is the first one',
    class: 'state',
    breaks: 'a report that does not exist has no readers',
    promises: ['report/statistics-listbytype?report_id'],
    source: 'inferred',
    layer: unknownIsAnother('report/statistics-listbytype'),
  },
  {
    id: 'report/statistics-listbytype: one person where no size is given',
    class: 'lists',
    breaks: 'a page without a size has 100 people',
    promises: ['report/statistics-listbytype/R5'],
    layer: asked('report/statistics-listbytype', (values) => ({ size: 1, ...values })),
  },
  {
    id: 'report/comment-list: an unknown report is another one',
    class: 'state',
    breaks: 'a report that does not exist has no comments',
    promises: ['report/comment-list?report_id'],
    source: 'inferred',
    layer: unknownIsAnother('report/comment-list'),
  },
  {
    id: 'report/comment-list: one comment where no size is given',
    class: 'lists',
    breaks: 'a page without a size has 20 comments',
    promises: ['report/comment-list/R5'],
    layer: asked('report/comment-list', (values) => ({ size: 1, ...values })),
  },
  {
    id: 'report/template-getbyname: finds a template by the beginning of its name',
    class: 'validation',
    breaks: 'a template is looked up by its exact name',
    promises: ['report/template-getbyname/R2', 'report/template-getbyname?template_name'],
    layer: asked('report/template-getbyname', (values, { tenant }) => {
      const { template_name: beginning } = values;
      const found = tenant.templates.find(
        ({ name }) => typeof beginning === 'string' && beginning && name.startsWith(beginning),
      );
      return { ...values, template_name: found?.name ?? beginning };
    }),
  },
  {
    id: 'report/template-getbyname: another id',
    class: 'state',
    breaks: 'the id is the report_code of the list of templates',
    promises: ['report/template-getbyname/R8', 'report/template-getbyname#result.id'],
    layer: ofTemplate((template) => ({ ...template, id: 'e'.repeat(32) })),
  },
  {
    id: 'report/template-getbyname: names another caller',
    class: 'state',
    breaks: 'userid is the caller',
    promises: ['report/template-getbyname/R7', 'report/template-getbyname#result.userid'],
    layer: ofTemplate((template, { mainAdmin }) => ({ ...template, userid: mainAdmin })),
  },
  {
    id: 'report/template-getbyname: an empty list of groups',
    class: 'schema',
    breaks: 'groups are left out where there are none',
    promises: ['report/template-getbyname/R6'],
    source: 'inferred',
    layer: ofTemplate((template) => ({ default_received_convs: [], ...template })),
  },
  {
    id: 'report/template-getbyname: every field has the same sort',
    class: 'state',
    breaks: 'sort tells the fields of a template apart',
    promises: ['report/template-getbyname#result.fields[].sort', 'report/create/R3'],
    layer: ofTemplate((template) => ({
      ...template,
      fields: (template.fields as Fields[]).map((field) => ({ ...field, sort: 0 })),
    })),
  },
];

function ofTemplate(change: (template: Fields, tenant: Tenant) => Fields): Fault['layer'] {
  return answeredIn<Fields>('report/template-getbyname', 'result', (template, { tenant }) =>
    change(template, tenant),
  );
}

/** Answers a question about a report that does not exist with what is known of the most commented one. */
function unknownIsAnother(endpoint: string): Fault['layer'] {
  return asked(endpoint, (values, { tenant: { reports } }) => {
    const known = typeof values.report_id !== 'string' || reports.some(({ id }) => id === values.report_id);
    const [most] = [...reports].sort((a, b) => b.comments.length - a.comments.length);
    return known ? values : { ...values, report_id: most?.id };
  });
}

function eightHoursEarlier(time: string): string {
  const at = Date.parse(`${time.replace(' ', 'T')}Z`) - 8 * 3_600_000;
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
