import type { Reply } from '../../emulator/call';
import { answered, answeredIn, around, asked, isSuccess, type Fault } from './fault';

type Fields = Record<string, unknown>;

const draft = 'report/savecontent';
const category = 'blackboard/category-list';

const listed = (change: (list: Fields[]) => Fields[]): Fault['layer'] =>
  answeredIn<Fields[]>(category, 'result', change);

/** Changes the refusals of an endpoint that come from the service and not from the gateway. */
const refused = (endpoint: string, change: (body: Fields) => Fields): Fault['layer'] =>
  around(endpoint, async (_, call, next): Promise<Reply> => {
    const reply = await next(call);
    const body = reply.body as Fields;
    return isSuccess(reply) || 'sub_code' in body ? reply : { ...reply, body: change(body) };
  });

/** Wrong ways of saving the contents of a report. */
const draftFaults: readonly Fault[] = [
  {
    id: `${draft}: writes a report`,
    class: 'state',
    breaks: 'a saved draft is no report',
    promises: ['report/savecontent/R2'],
    layer: answered(draft, (body, { tenant, body: { values } }) => {
      const sent = values.create_report_param as { userid: string; contents: { content: string }[] };
      const last = tenant.reports.at(-1);
      const texts = last?.contents.map((field, place) => ({
        ...field,
        value: sent.contents[place]?.content ?? '',
      }));
      if (last && texts)
        tenant.reports.push({
          ...last,
          row: last.row + 1,
          ...written(body.result, sent.userid),
          contents: texts,
        });
      return body;
    }),
  },
  {
    id: `${draft}: gives every draft the same id`,
    class: 'state',
    breaks: 'each draft has an id of its own',
    promises: ['report/savecontent#result'],
    source: 'inferred',
    layer: answered(draft, (body) => ({ ...body, result: sameId() })),
  },
  {
    id: `${draft}: an id without a time`,
    class: 'state',
    breaks: 'an id begins with the time at which it was made',
    promises: ['report/savecontent/R5'],
    layer: answered(draft, (body) => ({ ...body, result: `00000000000${String(body.result).slice(11)}` })),
  },
  {
    id: `${draft}: the id as a number`,
    class: 'schema',
    breaks: 'the id is a string',
    promises: ['report/savecontent#result'],
    layer: answered(draft, (body) => ({ ...body, result: 175_298_261 })),
  },
  {
    id: `${draft}: the id in an object`,
    class: 'schema',
    breaks: 'the result is the id',
    promises: ['report/savecontent#result'],
    layer: answered(draft, (body) => ({ ...body, result: { id: body.result } })),
  },
  {
    id: `${draft}: no id`,
    class: 'schema',
    breaks: 'the result is the id',
    promises: ['report/savecontent#result'],
    layer: answered(draft, (body) => ({ ...body, result: '' })),
  },
];

function written(id: unknown, author: string): { id: string; author: string; createdAt: number } {
  return { id: String(id), author, createdAt: Math.floor(Date.now() / 1000) * 1000 };
}

// Of this minute, so that nothing else about it is wrong.
const sameId = (): string => {
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  return minute.toString(16).padStart(11, '0').padEnd(32, '0');
};

/** Wrong ways of listing the categories of announcements. */
const categoryFaults: readonly Fault[] = [
  {
    id: `${category}: open to everybody`,
    class: 'auth',
    breaks: 'only administrators of announcements may ask',
    promises: ['blackboard/category-list/R2'],
    layer: asked(category, (values, { tenant }) => ({ ...values, operation_userid: tenant.mainAdmin })),
  },
  {
    id: `${category}: success true beside a refusal`,
    class: 'envelope',
    breaks: 'on failure success is false',
    promises: ['blackboard/category-list/R3'],
    layer: refused(category, (body) => ({ ...body, success: true })),
  },
  {
    id: `${category}: an empty result beside a refusal`,
    class: 'envelope',
    breaks: 'on failure there is no result',
    promises: ['blackboard/category-list/R3'],
    source: 'inferred',
    layer: refused(category, (body) => ({ ...body, result: [] })),
  },
  {
    id: `${category}: leaves out the built-in ones`,
    class: 'lists',
    breaks: 'the built-in categories are listed too',
    promises: ['blackboard/category-list/R5'],
    layer: listed((list) => list.filter(({ name }) => !['正式公告', '节假日公告'].includes(String(name)))),
  },
  {
    id: `${category}: shows the first one only`,
    class: 'lists',
    breaks: 'all categories are listed at once',
    promises: ['blackboard/category-list/R6', 'blackboard/category-list#result'],
    layer: listed((list) => list.slice(0, 1)),
  },
  {
    id: `${category}: shows one twice`,
    class: 'lists',
    breaks: 'each category is listed once',
    promises: ['blackboard/category-list#result[].id'],
    source: 'inferred',
    layer: listed((list) => [...list, ...list.slice(0, 1)]),
  },
  {
    id: `${category}: ids as numbers`,
    class: 'schema',
    breaks: 'ids are strings',
    promises: ['blackboard/category-list#result[].id'],
    layer: listed((list) => list.map((one, place) => ({ ...one, id: place }))),
  },
  {
    id: `${category}: ids cut short`,
    class: 'state',
    breaks: 'ids are 32 hex characters',
    promises: ['blackboard/category-list/R8'],
    layer: listed((list) => list.map((one) => ({ ...one, id: String(one.id).slice(0, 19) }))),
  },
  {
    id: `${category}: pages of its own`,
    class: 'schema',
    breaks: 'there is no paging',
    promises: ['blackboard/category-list/R6'],
    source: 'inferred',
    layer: answered(category, (body) => ({ ...body, has_more: false })),
  },
];

/** Wrong ways of saving drafts and of listing categories, written by hand from the promises of the docs. */
export const faults: readonly Fault[] = [...draftFaults, ...categoryFaults];
