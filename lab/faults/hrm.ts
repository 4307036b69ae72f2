import { answeredIn, around, asked, type Fault } from './fault';

interface Found {
  readonly data_list: string[];
  readonly next_cursor?: number;
}

const joining = 'hrm/querypreentry';
const serving = 'hrm/queryonjob';

const found = (endpoint: string, change: (result: Found) => object): Fault['layer'] =>
  answeredIn<Found>(endpoint, 'result', change);

/** Answers a page past the limit as if the limit were not there, by putting two pages together. */
const unlimited = (endpoint: string): Fault['layer'] =>
  around(endpoint, async (_, call, next) => {
    const size = Number(call.body.values.size);
    if (size <= 50) return next(call);
    const page = (offset: number, rows: number) =>
      next({ ...call, body: { kind: 'json', values: { ...call.body.values, offset, size: rows } } });
    const [first, second] = [await page(0, 50), await page(50, size - 50)];
    const [all, more] = [first.body, second.body] as { result: Found }[];
    const data_list = [...(all?.result.data_list ?? []), ...(more?.result.data_list ?? [])];
    return { ...first, body: { ...all, result: { ...more?.result, data_list } } };
  });

const statuses = (change: (list: string[]) => string[]): Fault['layer'] =>
  asked(serving, (values) => ({
    ...values,
    status_list: change(String(values.status_list).split(',')).join(','),
  }));

const ofJoining: readonly Fault[] = [
  {
    id: `${joining}: ends after the first page`,
    class: 'lists',
    breaks: 'next_cursor leads on to the next page',
    promises: ['hrm/querypreentry/R2', 'hrm/querypreentry#result.next_cursor'],
    layer: found(joining, ({ data_list }) => ({ data_list })),
  },
  {
    id: `${joining}: never ends`,
    class: 'lists',
    breaks: 'next_cursor is missing at the end',
    promises: ['hrm/querypreentry/R2'],
    layer: found(joining, (result) => ({ next_cursor: 130, ...result })),
  },
  {
    id: `${joining}: repeats the last person of a page on the next one`,
    class: 'lists',
    breaks: 'pages repeat nobody',
    promises: ['hrm/querypreentry/R2'],
    layer: found(joining, ({ next_cursor: next, ...rest }) =>
      next === undefined || rest.data_list.length < 2 ? { ...rest } : { ...rest, next_cursor: next - 1 },
    ),
  },
  {
    id: `${joining}: loses a person between two pages`,
    class: 'lists',
    breaks: 'pages leave nobody out',
    promises: ['hrm/querypreentry/R2'],
    layer: found(joining, ({ next_cursor: next, ...rest }) =>
      next === undefined ? rest : { ...rest, next_cursor: next + 1 },
    ),
  },
  {
    id: `${joining}: takes the offset for the number of a page`,
    class: 'lists',
    breaks: 'next_cursor is what the next call takes as offset',
    promises: ['hrm/querypreentry/R2', 'hrm/querypreentry?offset'],
    layer: asked(joining, (values) => ({
      ...values,
      offset: Number(values.offset) * Number(values.size),
    })),
  },
  {
    id: `${joining}: ignores the size`,
    class: 'lists',
    breaks: 'a page holds no more than was asked for',
    promises: ['hrm/querypreentry?size'],
    layer: asked(joining, (values) => ({ ...values, size: 50 })),
  },
  {
    id: `${joining}: honours a page of more than 50`,
    class: 'validation',
    breaks: 'size is at most 50',
    promises: ['hrm/querypreentry/R5', 'hrm/querypreentry?size=>max'],
    layer: unlimited(joining),
  },
  {
    id: `${joining}: writes userids as numbers`,
    class: 'schema',
    breaks: 'userids are strings',
    promises: ['hrm/querypreentry#result.data_list'],
    layer: found(joining, (result) => ({ ...result, data_list: result.data_list.map(Number) })),
  },
  {
    id: `${joining}: adds has_more`,
    class: 'schema',
    breaks: 'there is no has_more',
    promises: ['hrm/querypreentry/R3'],
    source: 'inferred',
    layer: found(joining, (result) => ({ ...result, has_more: result.next_cursor !== undefined })),
  },
  {
    id: `${joining}: lists a person who already serves`,
    class: 'state',
    breaks: 'nobody stands in two lists',
    promises: ['hrm/querypreentry#result.data_list'],
    source: 'inferred',
    layer: answeredIn<Found>(joining, 'result', (result, { tenant }) => ({
      ...result,
      data_list: result.data_list.map((id) =>
        id === tenant.preEntry[0] ? (tenant.onJob[0]?.userid ?? id) : id,
      ),
    })),
  },
];

const ofServing: readonly Fault[] = [
  {
    id: `${serving}: ignores status_list`,
    class: 'lists',
    breaks: 'status_list leaves out who has another status',
    promises: ['hrm/queryonjob/R11', 'hrm/queryonjob?status_list'],
    layer: statuses(() => ['2', '3', '5', '-1']),
  },
  {
    id: `${serving}: honours only the first status`,
    class: 'lists',
    breaks: 'several statuses are found at once',
    promises: ['hrm/queryonjob/R11'],
    layer: statuses((list) => list.slice(0, 1)),
  },
  {
    id: `${serving}: finds regular employees among those about to leave`,
    class: 'lists',
    breaks: 'each status finds its own people',
    promises: ['hrm/queryonjob/R11', 'hrm/queryonjob?status_list=5'],
    layer: statuses((list) => (list.includes('5') ? [...new Set([...list, '3'])] : list)),
  },
  {
    id: `${serving}: finds people without a status when asked for probation`,
    class: 'lists',
    breaks: 'each status finds its own people',
    promises: ['hrm/queryonjob/R11', 'hrm/queryonjob?status_list=2'],
    layer: statuses((list) => list.map((status) => (status === '2' ? '-1' : status))),
  },
  {
    id: `${serving}: strips leading zeros from userids`,
    class: 'state',
    breaks: 'userids are strings with all of their digits',
    promises: ['hrm/queryonjob#result.data_list'],
    layer: found(serving, (result) => ({
      ...result,
      data_list: result.data_list.map((id) => id.replace(/^0+/, '')),
    })),
  },
  {
    id: `${serving}: rounds userids as numbers are rounded`,
    class: 'state',
    breaks: 'userids are strings with all of their digits',
    promises: ['hrm/queryonjob#result.data_list'],
    layer: found(serving, (result) => ({
      ...result,
      data_list: result.data_list.map((id) => (/^\d+$/.test(id) ? String(Number(id)) : id)),
    })),
  },
  {
    id: `${serving}: ends after the first page`,
    class: 'lists',
    breaks: 'next_cursor leads on to the next page',
    promises: ['hrm/queryonjob/R2', 'hrm/queryonjob#result.next_cursor'],
    layer: found(serving, ({ data_list }) => ({ data_list })),
  },
  {
    id: `${serving}: leaves out the last page`,
    class: 'lists',
    breaks: 'the last page is a page too',
    promises: ['hrm/queryonjob/R2', 'hrm/queryonjob#result.data_list'],
    layer: found(serving, (result) => (result.next_cursor === undefined ? { data_list: [] } : result)),
  },
  {
    id: `${serving}: takes pages of at most 20, as an old SDK says`,
    class: 'validation',
    breaks: 'size is at most 50',
    promises: ['hrm/queryonjob/R9', 'hrm/queryonjob?size=max'],
    layer: around(serving, (endpoint, call, next) =>
      Number(call.body.values.size) > 20
        ? Promise.resolve({
            status: 200,
            headers: { 'content-type': 'application/json;charset=UTF-8' },
            body: { errcode: 41, errmsg: 'Invalid arguments:size', request_id: '16l4ew3d47pdp' },
          })
        : next(call),
    ),
  },
  {
    id: `${serving}: honours a page of more than 50`,
    class: 'validation',
    breaks: 'size is at most 50',
    promises: ['hrm/queryonjob/R9', 'hrm/queryonjob?size=>max'],
    layer: unlimited(serving),
  },
  {
    id: `${serving}: takes 21 statuses`,
    class: 'validation',
    breaks: 'status_list holds at most 20',
    promises: ['hrm/queryonjob/R10', 'hrm/queryonjob?status_list=>max'],
    layer: statuses((list) => list.slice(0, 20)),
  },
  {
    id: `${serving}: counts pages in next_cursor`,
    class: 'lists',
    breaks: 'a full page of 10 at offset 0 has next_cursor 10',
    promises: ['hrm/queryonjob/R2', 'hrm/queryonjob/R6'],
    layer: around(serving, async (_, call, next) => {
      const { offset, size } = call.body.values;
      const start = Number(offset) * Number(size);
      const reply = await next({
        ...call,
        body: { kind: 'json', values: { ...call.body.values, offset: start } },
      });
      const { result, ...rest } = reply.body as { result?: Found };
      if (result?.next_cursor === undefined) return reply;
      return { ...reply, body: { ...rest, result: { ...result, next_cursor: Number(offset) + 1 } } };
    }),
  },
];

/** Wrong ways of listing employees about to join or in service, written by hand from the promises of the docs. */
export const faults: readonly Fault[] = [...ofJoining, ...ofServing];
