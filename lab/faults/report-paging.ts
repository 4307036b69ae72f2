import { answeredIn, around, isSuccess, valuesOf, type Fault } from './fault';

type Fields = Record<string, unknown>;
type Comments = Fields & { readonly comments: Fields[] };
type Templates = Fields & { readonly fields: Fields[] };

const paged = ['report/receiver-list', 'report/statistics-listbytype', 'report/comment-list'];

const result = (endpoint: string, change: (result: Fields) => Fields): Fault['layer'] =>
  answeredIn<Fields>(endpoint, 'result', change);

/** Wrong ways of saying what a page of people, comments or reports is, and of what kind the fields of a template are. */
export const faults: readonly Fault[] = [
  ...paged.flatMap((endpoint): Fault[] => [
    {
      id: `${endpoint}: has_more stays false`,
      class: 'lists',
      breaks: 'has_more is true while there is a next page',
      promises: [`${endpoint}#result.has_more`],
      layer: result(endpoint, (page) => ({ ...page, has_more: false })),
    },
    {
      id: `${endpoint}: has_more on the last page`,
      class: 'lists',
      breaks: 'has_more is false on the last page',
      promises: [`${endpoint}#result.has_more`],
      layer: result(endpoint, (page) => ({ ...page, has_more: true })),
    },
  ]),
  {
    id: 'report/comment-list: one content for every comment of a page',
    class: 'state',
    breaks: 'each comment has its own content',
    promises: ['report/comment-list#result.comments[].content'],
    layer: answeredIn<Comments>('report/comment-list', 'result', (page) => ({
      ...page,
      comments: page.comments.map((one) => ({ ...one, content: page.comments[0]?.content })),
    })),
  },
  {
    id: 'report/simplelist: says a size of 20 whatever is asked for',
    class: 'lists',
    breaks: 'size is the size of the page that was asked for',
    promises: ['report/simplelist#result.size'],
    source: 'inferred',
    layer: result('report/simplelist', (page) => ({ ...page, size: 20 })),
  },
  {
    id: 'report/template-getbyname: every field is a number',
    class: 'state',
    breaks: 'type is the type of the field',
    promises: ['report/template-getbyname#result.fields[].type'],
    layer: answeredIn<Templates>('report/template-getbyname', 'result', (template) => ({
      ...template,
      fields: template.fields.map((field) => ({ ...field, type: 2 })),
    })),
  },
  {
    id: 'report/create: cuts no content',
    class: 'state',
    breaks: 'a content past 1000 characters is cut to 1000',
    promises: ['report/create/R11', 'report/create?create_report_param.contents[].content=>max'],
    layer: around('report/create', async (_, call, next) => {
      const reply = await next(call);
      const { contents = [] } = Object(valuesOf(call).create_report_param) as { contents?: Fields[] };
      const kept = call.tenant.reports.at(-1);
      if (kept && isSuccess(reply))
        kept.contents.forEach((one, place) => Object.assign(one, { value: contents[place]?.content }));
      return reply;
    }),
  },
];
