import type { Layer } from '../../emulator/call';
import { day } from '../../emulator/clock';
import { valuesOf, withValues } from '../../emulator/layers';
import type { Checkin } from '../../emulator/tenant';
import { envelope, faultsOf, lists, schema, state, validation, type Fault } from './fault';
import { asked, field, invented, parameter, type Change, type Fields } from './layers';

interface Page {
  readonly page_list: Fields[];
  readonly next_cursor?: number;
}

const hour = 3_600_000;
const coordinates = (list: string): string[] => [`#${list}[].longitude`, `#${list}[].latitude`];

/** Changes the page. */
const page = (change: (page: Page) => object): Layer => field('result', change);

/** Changes each check-in of a list; `next` is the one after it. */
const each = (list: string, change: (record: Fields, next: Fields) => Fields): Layer =>
  field<Fields[]>(list, (all) => all.map((record, place) => change(record, all[place + 1] ?? record)));

const inSeconds = (time: unknown): number => Math.floor(Number(time) / 1000);

const swapped = (list: string): Layer =>
  each(list, (record) =>
    'longitude' in record ? { ...record, longitude: record.latitude, latitude: record.longitude } : record,
  );

const users = ({ userid_list: ids }: Fields): string[] => String(ids).split(',');

const span = ({ start_time: from, end_time: to }: Fields): number => Number(to) - Number(from);

const shown = ({ userid, at, place, detailPlace }: Checkin): Fields => ({
  userid,
  checkin_time: at,
  place,
  detail_place: detailPlace,
});

/** Answers for a window that is too long as for any other. */
const longWindow =
  (people: 'one' | 'several'): Layer =>
  async (_, call, next) => {
    const values = valuesOf(call);
    const [wanted, cursor] = [users(values), Number(values.cursor)];
    const reply = await next(call);
    const isTooLong = JSON.stringify(reply.body).includes('41041');
    if (!isTooLong || wanted.length > 1 !== (people === 'several')) return reply;
    const found = call.tenant.checkins.filter(
      ({ userid, at }) =>
        wanted.includes(userid) && at >= Number(values.start_time) && at <= Number(values.end_time),
    );
    const end = cursor + 100;
    const page_list = found.slice(cursor, end).map(shown);
    const result = { page_list, ...(end < found.length && { next_cursor: end }) };
    return { ...reply, body: invented({ result }).body };
  };

const pageOf101: Layer = async (_, call, next) => {
  const values = valuesOf(call);
  if (!(Number(values.size) > 100)) return next(call);
  const repeated = field<Fields[]>('result.page_list', (all) => [...all, all[0] ?? {}]);
  return repeated(call.endpoint, withValues(call, { ...values, size: 100 }), next);
};

/** Changes a parameter where it is given. */
const given = <Value>(name: string, change: Change<Value>): Layer =>
  parameter<Value | undefined>(name, (value, values, call) =>
    value === undefined ? value : change(value, values, call),
  );

/** Wrong ways of showing check-ins, of people and of a department. */
export const faults: readonly Fault[] = [
  ...faultsOf('checkin/record-get', [
    lists('shows the records of a colleague too', ['?userid_list', '#result.page_list[].userid'], {
      layer: parameter('userid_list', (list, values, { tenant }) => {
        const wanted = users(values);
        const colleague = tenant.checkins.findLast(({ userid }) => !wanted.includes(userid))?.userid;
        return wanted.length === 1 && span(values) <= day ? `${String(list)},${colleague ?? ''}` : list;
      }),
    }),
    lists('shows records an hour before the window', ['?start_time'], {
      layer: parameter('start_time', (from, values) => Number(from) - (span(values) < day ? hour : 0)),
    }),
    lists('ignores the end of the window', ['?end_time'], {
      layer: parameter('end_time', (to, { start_time: from }) =>
        Math.max(Number(to), Math.min(Date.now(), Number(from) + day)),
      ),
    }),
    lists('takes times in seconds', ['#result.page_list[].checkin_time'], {
      layer: field('result.page_list[].checkin_time', inSeconds),
    }),
    state('after the first page times are in seconds', ['#result.page_list[].checkin_time'], {
      layer: field('result.page_list[].checkin_time', (time, _, call) =>
        Number(valuesOf(call).cursor) === 0 ? time : inSeconds(time),
      ),
    }),
    lists('repeats the last record of a page on the next one', ['R11', '?cursor'], {
      layer: page(({ next_cursor: next, ...rest }) =>
        next === undefined || rest.page_list.length < 2 ? rest : { ...rest, next_cursor: next - 1 },
      ),
    }),
    validation('honours a page of 101', ['R10', '?size=>max'], { layer: pageOf101 }),
    validation('takes eleven users', ['R7', '?userid_list=>max'], {
      layer: parameter('userid_list', (_, values) => users(values).slice(0, 10).join(',')),
    }),
    validation('answers for twenty days of one user', ['R8', '?start_time=>max'], {
      layer: longWindow('one'),
    }),
    validation('answers for ten days of two users', ['R9'], { layer: longWindow('several') }),
    validation('takes at most nine days of one user', ['R8', '?start_time=max'], {
      layer: parameter('end_time', (to, values) => (span(values) > 9 * day ? 0 : to)),
    }),
    state('with several users every record bears the first userid', ['#result.page_list[].userid'], {
      layer: field('result.page_list[].userid', (userid, _, call) => {
        const [first = '', ...others] = users(valuesOf(call));
        return others.length === 0 ? userid : first.trim();
      }),
    }),
    schema('coordinates as numbers', ['#result.page_list[].longitude'], {
      layer: field('result.page_list[].longitude', (at) => (at === undefined ? at : Number(at))),
    }),
    state('swaps longitude and latitude', coordinates('result.page_list'), {
      layer: swapped('result.page_list'),
    }),
    schema('an empty list of pictures where there is none', ['R12', '#result.page_list[].image_list'], {
      layer: field('result.page_list[].image_list', (images = []) => images),
    }),
    envelope('success beside its result', ['R13'], {
      source: 'inferred',
      layer: field('success', () => true),
    }),
  ]),
  ...faultsOf('checkin/record', [
    lists('shows check-ins an hour before the window', ['?start_time'], {
      layer: parameter('start_time', (from, values) => (span(values) < hour ? Number(from) - hour : from)),
    }),
    lists('ignores the end of the window', ['?end_time'], {
      layer: parameter('end_time', (to, values) =>
        span(values) < hour ? Number(values.start_time) + day : to,
      ),
    }),
    state(
      'shows the check-ins of the whole company for a department that there is not',
      ['R1', '?department_id'],
      {
        layer: parameter('department_id', (id, _, { tenant }) =>
          tenant.departments.has(Number(id)) ? id : '1',
        ),
      },
    ),
    lists('ignores the offset', ['R4', '?offset'], { layer: given('offset', () => '0') }),
    lists('takes the offset for the number of a page', ['R4', '?offset'], {
      layer: given('offset', (offset, { size = 1 }) => Number(offset) * Number(size)),
    }),
    lists('ignores the size', ['R4', '?size'], { layer: given('size', () => '100') }),
    lists('takes a page where the size stands alone', ['R5'], {
      layer: asked((values) => ('size' in values ? { offset: '0', ...values } : values)),
    }),
    lists('lists in one direction', ['R6', '?order=desc'], { layer: given('order', () => 'asc') }),
    lists('takes asc for desc', ['R7'], {
      layer: given('order', (order) => (order === 'asc' ? 'desc' : 'asc')),
    }),
    state('times in seconds', ['#data[].timestamp'], { layer: field('data[].timestamp', inSeconds) }),
    state('swaps latitude and longitude', coordinates('data').reverse(), { layer: swapped('data') }),
    state('pictures and avatars without a host', ['R8', '#data[].imageList', '#data[].avatar'], {
      layer: each('data', (record) => ({
        ...record,
        ...('avatar' in record && { avatar: '/media/avatar.jpg' }),
        ...('imageList' in record && { imageList: ['/media/picture.jpg'] }),
      })),
    }),
    state('each check-in has the name of the next one', ['#data[].name'], {
      source: 'inferred',
      layer: each('data', (record, { name }) => ({ ...record, name })),
    }),
    state('every check-in is at the same place', ['R10', '#data[].place'], {
      source: 'inferred',
      layer: each('data', (record) => ({ ...record, place: '公司', detailPlace: '公司' })),
    }),
  ]),
];
