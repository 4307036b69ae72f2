import { around, isSuccess, valuesOf, type Fault } from './fault';

type Fields = Record<string, unknown>;

/** A list that may be narrowed, and by what. */
interface Narrowed {
  readonly id: string;
  readonly filters: readonly string[];
  /** Where the filters stand. */
  readonly within?: string;
  readonly promises: readonly string[];
  readonly breaks: string;
}

const lists: readonly Narrowed[] = [
  {
    id: 'report/list',
    filters: ['template_name', 'userid', 'modified_start_time', 'modified_end_time'],
    promises: ['report/list/R3'],
    breaks: 'without a template and a person all reports of the window are listed',
  },
  {
    id: 'report/simplelist',
    filters: ['template_name', 'userid'],
    promises: ['report/simplelist/R3'],
    breaks: 'without a template and a person all reports of the window are listed',
  },
  {
    id: 'report/template-listbyuserid',
    filters: ['userid'],
    promises: ['report/template-listbyuserid/R6'],
    breaks: 'without a person all templates are listed',
  },
  {
    id: 'blackboard/listids',
    filters: ['start_time', 'end_time', 'category_id'],
    within: 'query_request',
    promises: ['blackboard/listids/R4'],
    breaks: 'without times the last month is listed',
  },
  ...(['report/comment-list', 'report/receiver-list', 'report/statistics-listbytype'] as const).map((id) => ({
    id,
    filters: ['offset', 'size'],
    promises: [`${id}/R4`, `${id}/R5`],
    breaks: 'the first page comes where nothing is said of a page',
  })),
  {
    id: 'hrm/dismissions',
    filters: ['nextToken', 'maxResults'],
    promises: ['hrm/dismissions/R6', 'hrm/dismissions/R7'],
    breaks: 'the first page comes where nothing is said of a page',
  },
];

/** Lists that are empty where the caller does not narrow them. */
export const faults: readonly Fault[] = lists.map(({ id, filters, within, promises, breaks }): Fault => ({
  id: `${id}: is empty where nothing narrows it`,
  class: 'lists',
  breaks,
  promises,
  layer: around(id, async (_, call, next) => {
    const reply = await next(call);
    const values = valuesOf(call);
    const given = within === undefined ? values : ((values[within] ?? {}) as Fields);
    if (!isSuccess(reply) || filters.some((name) => given[name] !== undefined)) return reply;
    return { ...reply, body: emptied(reply.body) as object };
  }),
}));

/** The same body with empty lists, and with nothing after them. */
function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name]) => name !== 'next_cursor' && name !== 'nextToken');
  return Object.fromEntries(
    members.map(([name, member]) => [name, /^has_?more$/i.test(name) ? false : emptied(member)]),
  );
}
