import { answeredIn, answered, around, asked, isSuccess, valuesOf, without, type Fault } from './fault';

import { insideValid } from './valid';

type Fields = Record<string, unknown>;

const listids = (change: (query: Fields) => Fields): Fault['layer'] =>
  insideValid('blackboard/listids', 'query_request', change);

/** Wrong ways of showing and listing announcements, written by hand from the promises of the docs. */
export const faults: readonly Fault[] = [
  {
    id: 'blackboard/get: still reads what was deleted',
    class: 'state',
    breaks: 'only announcements that are not deleted can be read',
    promises: ['blackboard/get/R4', 'blackboard/delete/R5'],
    layer: (() => {
      const last = new Map<string, object | string>();
      return around('blackboard/get', async (_, call, next) => {
        const key = JSON.stringify(valuesOf(call));
        const reply = await next(call);
        if (isSuccess(reply)) last.set(key, reply.body);
        const kept = last.get(key);
        return isSuccess(reply) || kept === undefined ? reply : { ...reply, body: kept };
      });
    })(),
  },
  {
    id: 'blackboard/get: shows a confidential announcement to anybody',
    class: 'auth',
    breaks: 'a confidential announcement is readable by administrators and receivers only',
    promises: ['blackboard/get/R3', 'blackboard/create/R6'],
    layer: asked('blackboard/get', (values, { tenant }) => ({
      ...values,
      operation_userid: tenant.mainAdmin,
    })),
  },
  {
    id: 'blackboard/get-blackboard: swaps title and content',
    class: 'state',
    breaks: 'both generations of get show the same announcement',
    promises: [
      'blackboard/get-blackboard/R3',
      'blackboard/get-blackboard#title',
      'blackboard/get-blackboard#content',
    ],
    layer: answered('blackboard/get-blackboard', ({ title, content, ...rest }) => ({
      ...rest,
      title: content,
      content: title,
    })),
  },
  {
    id: 'blackboard/get: shows times in UTC',
    class: 'state',
    breaks: 'times are in GMT+8',
    promises: ['gateway/G17', 'blackboard/get#result.gmt_create'],
    layer: answeredIn<Fields>('blackboard/get', 'result', (result) => ({
      ...result,
      gmt_create: eightHoursEarlier(result.gmt_create),
    })),
  },
  {
    id: 'blackboard/listids: ignores the window',
    class: 'lists',
    breaks: 'only announcements of the window are listed',
    promises: [
      'blackboard/listids/R12',
      'blackboard/listids?query_request.start_time',
      'blackboard/listids?query_request.end_time',
    ],
    layer: listids((query) => without(query, 'start_time', 'end_time')),
  },
  {
    id: 'blackboard/listids: takes the window for UTC',
    class: 'lists',
    breaks: 'a date is a text in GMT+8',
    promises: ['gateway/G17', 'blackboard/listids?query_request.start_time'],
    layer: listids((query) => ({ ...query, start_time: eightHoursLater(query.start_time) })),
  },
  {
    id: 'blackboard/listids: ignores the end of the window',
    class: 'lists',
    breaks: 'the end of the window is exclusive',
    promises: ['blackboard/listids/R12', 'blackboard/listids?query_request.end_time'],
    layer: listids((query) => without(query, 'end_time')),
  },
  {
    id: 'blackboard/listids: ignores the category',
    class: 'lists',
    breaks: 'only announcements of the category are listed',
    promises: ['blackboard/listids/R13', 'blackboard/listids?query_request.category_id'],
    layer: listids((query) => without(query, 'category_id')),
  },
  {
    id: 'blackboard/listids: repeats the first page',
    class: 'lists',
    breaks: 'pages follow one another',
    promises: ['blackboard/listids?query_request.page'],
    layer: listids((query) => ({ ...query, page: 1 })),
  },
  {
    id: 'blackboard/listids: skips one between two pages',
    class: 'lists',
    breaks: 'pages leave no gap',
    promises: ['blackboard/listids?query_request.page'],
    layer: answeredIn<string[]>('blackboard/listids', 'result', (ids, call) => {
      const { page, page_size: size } = valuesOf(call).query_request as { page: number; page_size: number };
      return page > 1 && size === 1 && page % 2 === 0 ? [] : ids;
    }),
  },
  {
    id: 'blackboard/listids: still lists what was deleted',
    class: 'lists',
    breaks: 'deleted announcements are not listed',
    promises: ['blackboard/listids/R7', 'blackboard/delete/R5'],
    layer: (() => {
      const known = new Map<string, number>();
      return answeredIn<string[]>('blackboard/listids', 'result', (ids, call) => {
        for (const one of call.tenant.announcements.slice(-60)) known.set(one.id, one.createdAt);
        const alive = new Set(call.tenant.announcements.map(({ id }) => id));
        const dead = [...known.keys()].filter((id) => !alive.has(id));
        const { page, page_size: size } = valuesOf(call).query_request as { page: number; page_size: number };
        return page === 1 && size === 30 ? [...dead, ...ids].slice(0, 30) : ids;
      });
    })(),
  },
  {
    id: 'blackboard/listids: leaves out the newest',
    class: 'lists',
    breaks: 'what was created is listed',
    promises: ['blackboard/create/R4', 'blackboard/listids#result'],
    layer: answeredIn<string[]>('blackboard/listids', 'result', (ids) => ids.slice(1)),
  },
  {
    id: 'blackboard/listtopten: shows what the user may not see',
    class: 'auth',
    breaks: 'a confidential announcement is shown to administrators and receivers only',
    promises: ['blackboard/listtopten/R2', 'blackboard/create/R6'],
    layer: asked('blackboard/listtopten', (_, { tenant }) => ({ userid: tenant.mainAdmin })),
  },
  {
    id: 'blackboard/listtopten: shows eleven',
    class: 'lists',
    breaks: 'at most ten announcements are shown',
    promises: ['blackboard/listtopten/R2'],
    layer: answeredIn<object[]>('blackboard/listtopten', 'blackboard_list', (list) => [
      ...list,
      ...list.slice(0, 1),
    ]),
  },
  {
    id: 'blackboard/listtopten: shows nothing',
    class: 'lists',
    breaks: 'the user sees what was sent to them',
    promises: ['blackboard/listtopten/R2', 'blackboard/listtopten#blackboard_list'],
    layer: answeredIn('blackboard/listtopten', 'blackboard_list', () => []),
  },
];

function eightHoursLater(time: unknown): unknown {
  return typeof time === 'string' ? shifted(time, 8) : time;
}

function eightHoursEarlier(time: unknown): string {
  return shifted(String(time), -8);
}

function shifted(time: string, hours: number): string {
  const at = Date.parse(`${time.replace(' ', 'T')}Z`) + hours * 3_600_000;
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
