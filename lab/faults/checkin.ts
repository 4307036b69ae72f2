import type { Checkin } from '../../emulator/tenant';
import { answered, answeredIn, asked, type Fault } from './fault';

type Fields = Record<string, unknown>;
interface Found {
  readonly page_list: Fields[];
  readonly next_cursor?: number;
}

const endpoint = 'checkin/record-get';
const day = 24 * 3_600_000;

const found = (change: (result: Found) => object): Fault['layer'] =>
  answeredIn<Found>(endpoint, 'result', change);
const each = (change: (record: Fields) => Fields): Fault['layer'] =>
  found((result) => ({ ...result, page_list: result.page_list.map(change) }));
const users = (values: Fields): string[] => String(values.userid_list).split(',');

/** Answers for a window that is too long as for any other. */
const unlimited =
  (people: 'one' | 'several'): Fault['layer'] =>
  async (called, call, next) => {
    const { start_time: from, end_time: to, cursor } = call.body.values;
    const wanted = users(call.body.values);
    const reply = await next(call);
    const tooLong = called.id === endpoint && JSON.stringify(reply.body).includes('41041');
    if (!tooLong || wanted.length > 1 !== (people === 'several')) return reply;
    const found = call.tenant.checkins.filter(
      ({ userid, at }) => wanted.includes(userid) && at >= Number(from) && at <= Number(to),
    );
    const end = Number(cursor) + 100;
    const page_list = found.slice(Number(cursor), end).map(shown);
    const result = { page_list, ...(end < found.length ? { next_cursor: end } : {}) };
    return { ...reply, body: { errcode: 0, result, request_id: '16l4ew3d47pdp' } };
  };

const shown = ({ userid, at, place, detailPlace }: Checkin): Fields => ({
  userid,
  checkin_time: at,
  place,
  detail_place: detailPlace,
});

/** Wrong ways of showing check-ins, written by hand from the promises of the docs. */
export const faults: readonly Fault[] = [
  {
    id: `${endpoint}: shows only the first of several users`,
    class: 'lists',
    breaks: 'the records of every user in the list are shown',
    promises: ['checkin/record-get?userid_list'],
    layer: asked(endpoint, (values) => ({ ...values, userid_list: users(values)[0] })),
  },
  {
    id: `${endpoint}: shows the records of a colleague too`,
    class: 'lists',
    breaks: 'only the records of the users in the list are shown',
    promises: ['checkin/record-get?userid_list', 'checkin/record-get#result.page_list[].userid'],
    layer: asked(endpoint, (values, { tenant }) => {
      const colleague = tenant.checkins.findLast(({ userid }) => !users(values).includes(userid))?.userid;
      const alone = users(values).length === 1 && Number(values.end_time) - Number(values.start_time) <= day;
      return {
        ...values,
        userid_list: alone ? `${String(values.userid_list)},${colleague ?? ''}` : values.userid_list,
      };
    }),
  },
  {
    id: `${endpoint}: shows records an hour before the window`,
    class: 'lists',
    breaks: 'the window leaves out what is earlier',
    promises: ['checkin/record-get?start_time'],
    layer: asked(endpoint, (values) => ({
      ...values,
      start_time:
        Number(values.start_time) -
        (Number(values.end_time) - Number(values.start_time) < day ? 3_600_000 : 0),
    })),
  },
  {
    id: `${endpoint}: ignores the end of the window`,
    class: 'lists',
    breaks: 'the window leaves out what is later',
    promises: ['checkin/record-get?end_time'],
    layer: asked(endpoint, (values) => ({
      ...values,
      end_time: Math.max(Number(values.end_time), Math.min(Date.now(), Number(values.start_time) + day)),
    })),
  },
  {
    id: `${endpoint}: takes times in seconds`,
    class: 'lists',
    breaks: 'times are in milliseconds',
    promises: ['checkin/record-get#result.page_list[].checkin_time'],
    layer: each((record) => ({ ...record, checkin_time: Math.floor(Number(record.checkin_time) / 1000) })),
  },
  {
    id: `${endpoint}: ends after the first page`,
    class: 'lists',
    breaks: 'next_cursor leads on to the next page',
    promises: ['checkin/record-get/R1', 'checkin/record-get/R11', 'checkin/record-get#result.next_cursor'],
    layer: found(({ page_list }) => ({ page_list })),
  },
  {
    id: `${endpoint}: never ends`,
    class: 'lists',
    breaks: 'next_cursor is null or missing at the end',
    promises: ['checkin/record-get/R1'],
    layer: found((result) => ({ next_cursor: 10_000, ...result })),
  },
  {
    id: `${endpoint}: repeats the last record of a page on the next one`,
    class: 'lists',
    breaks: 'pages repeat nothing',
    promises: ['checkin/record-get/R11', 'checkin/record-get?cursor'],
    layer: found(({ next_cursor: next, ...rest }) =>
      next === undefined || rest.page_list.length < 2 ? rest : { ...rest, next_cursor: next - 1 },
    ),
  },
  {
    id: `${endpoint}: ignores the size`,
    class: 'lists',
    breaks: 'a page holds no more than was asked for',
    promises: ['checkin/record-get?size'],
    layer: asked(endpoint, (values) => ({ ...values, size: 100 })),
  },
  {
    id: `${endpoint}: honours a page of 101`,
    class: 'validation',
    breaks: 'size is at most 100',
    promises: ['checkin/record-get/R10', 'checkin/record-get?size=>max'],
    layer: async (called, call, next) => {
      if (called.id !== endpoint || Number(call.body.values.size) <= 100) return next(call);
      const reply = await next({
        ...call,
        body: { kind: 'json', values: { ...call.body.values, size: 100 } },
      });
      const { result, ...rest } = reply.body as { result: Found };
      const [first] = result.page_list;
      return {
        ...reply,
        body: { ...rest, result: { ...result, page_list: [...result.page_list, first ?? {}] } },
      };
    },
  },
  {
    id: `${endpoint}: takes eleven users`,
    class: 'validation',
    breaks: 'userid_list holds at most ten',
    promises: ['checkin/record-get/R6', 'checkin/record-get?userid_list=>max'],
    layer: asked(endpoint, (values) => ({ ...values, userid_list: users(values).slice(0, 10).join(',') })),
  },
  {
    id: `${endpoint}: answers for twenty days of one user`,
    class: 'validation',
    breaks: 'the window of one user is at most ten days',
    promises: ['checkin/record-get/R8', 'checkin/record-get?start_time=>max'],
    layer: unlimited('one'),
  },
  {
    id: `${endpoint}: answers for ten days of two users`,
    class: 'validation',
    breaks: 'the window of several users is at most one day',
    promises: ['checkin/record-get/R9'],
    layer: unlimited('several'),
  },
  {
    id: `${endpoint}: takes at most nine days of one user`,
    class: 'validation',
    breaks: 'the window of one user may be ten days',
    promises: ['checkin/record-get/R8', 'checkin/record-get?start_time=max'],
    layer: async (called, call, next) => {
      const { start_time: from, end_time: to } = call.body.values;
      const tooLong = called.id === endpoint && Number(to) - Number(from) > 9 * day;
      return next(
        tooLong ? { ...call, body: { kind: 'json', values: { ...call.body.values, end_time: 0 } } } : call,
      );
    },
  },
  {
    id: `${endpoint}: coordinates as numbers`,
    class: 'schema',
    breaks: 'longitude and latitude are strings',
    promises: ['checkin/record-get#result.page_list[].longitude'],
    layer: each((record) => ({
      ...record,
      ...('longitude' in record ? { longitude: Number(record.longitude) } : {}),
    })),
  },
  {
    id: `${endpoint}: swaps longitude and latitude`,
    class: 'state',
    breaks: 'latitude lies between -90 and 90',
    promises: [
      'checkin/record-get#result.page_list[].longitude',
      'checkin/record-get#result.page_list[].latitude',
    ],
    layer: each((record) =>
      'longitude' in record ? { ...record, longitude: record.latitude, latitude: record.longitude } : record,
    ),
  },
  {
    id: `${endpoint}: an empty list of pictures where there is none`,
    class: 'schema',
    breaks: 'image_list is left out when no picture was taken',
    promises: ['checkin/record-get/R12', 'checkin/record-get#result.page_list[].image_list'],
    layer: each((record) => ({ image_list: [], ...record })),
  },
  {
    id: `${endpoint}: success beside its result`,
    class: 'envelope',
    breaks: 'there is no success beside result',
    promises: ['checkin/record-get/R13'],
    source: 'inferred',
    layer: answered(endpoint, (body) => ({ ...body, success: true })),
  },
];
