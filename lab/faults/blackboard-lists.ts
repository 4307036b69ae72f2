import { isRecord, type Layer } from '../../emulator/call';
import { day, toGmt8 } from '../../emulator/clock';
import { isSuccess, valuesOf, withValues } from '../../emulator/layers';
import { endpoints } from '../../schemas';
import { announcementOf, asAdministrator } from './announcement';
import { auth, envelope, faultsOf, lists, schema, state, validation, type Fault } from './fault';
import {
  amid,
  answered,
  field,
  later,
  memory,
  parameter,
  refused,
  refusing,
  together,
  whereValid,
  without,
  type Fields,
} from './layers';

interface Listed {
  readonly id: string;
  readonly gmt_create: string;
}

interface Query extends Fields {
  readonly page: number;
  readonly page_size: number;
}

const times = ['start_time', 'end_time'] as const;
const askedTimes = times.map((name) => `?query_request.${name}`);
const known = memory(() => new Map<string, number>());
const moved = memory(() => new Map<string, string>());
const shownBefore = memory(() => new Map<string, readonly Listed[]>());

/** Changes what valid calls ask of the list. */
const listids = (change: (query: Fields) => Fields): Layer => whereValid(parameter('query_request', change));

/** Changes the ids of a page. */
const ids = (change: (page: string[], query: Query) => string[]): Layer =>
  field<string[] | undefined>(
    'result',
    (page, _, call) => page && change(page, valuesOf(call).query_request as Query),
  );

const deletedStillListed = answered((body, call) => {
  const { announcements } = call.tenant;
  for (const one of announcements.slice(-60)) known(call).set(one.id, one.createdAt);
  const alive = new Set(announcements.map(({ id }) => id));
  const dead = [...known(call).keys()].filter((id) => !alive.has(id));
  const { page, page_size: size } = valuesOf(call).query_request as Query;
  const isMeant = page === 1 && size === 30;
  return isMeant ? { ...body, result: [...dead, ...((body.result ?? []) as string[])].slice(0, 30) } : body;
});

const pagesOfThirty: Layer = async (_, call, next) => {
  const given = valuesOf(call).query_request;
  const size = isRecord(given) ? Number(given.page_size) : 0;
  if (size > 30 || size < 1) return next(call);
  const reply = await next(withValues(call, { query_request: { ...(given as Fields), page_size: 30 } }));
  const { result = [], ...body } = reply.body as { result?: string[] };
  return isSuccess(reply) ? { ...reply, body: { ...body, result: result.slice(0, size) } } : reply;
};

const formerCategory: Readonly<Record<string, Layer>> = {
  'blackboard/update': async (_, call, next) => {
    const found = announcementOf(call);
    const category = found?.categoryId;
    const reply = await next(call);
    if (found && category && isSuccess(reply)) moved(call).set(found.id, category);
    return reply;
  },
  'blackboard/listids': (_, call, next) => {
    const announcements = call.tenant.announcements.map((one) => {
      const categoryId = moved(call).get(one.id);
      return categoryId ? { ...one, categoryId } : one;
    });
    return amid(call, { announcements }, next);
  },
};

/** Changes what the user who asks sees first. */
const topTen = (change: (list: Listed[]) => object[]): Layer => field('blackboard_list', change);

/** Changes the list of categories. */
const categories = (change: (list: Fields[]) => Fields[]): Layer => field('result', change);

const wholeMinute = (time: unknown): unknown =>
  typeof time === 'string' ? time.replace(/:\d\d$/, ':00') : time;

/** Wrong ways of listing announcements and their categories. */
export const faults: readonly Fault[] = [
  ...faultsOf('blackboard/listids', [
    auth('open to every employee', ['R2'], {
      layer: parameter('query_request.operation_userid', asAdministrator),
    }),
    envelope('a refusal that says success', ['R3'], {
      layer: refused((body) => ({ ...body, success: true })),
    }),
    lists('ignores the window', ['R12', ...askedTimes], {
      layer: listids((query) => without(query, ...times)),
    }),
    lists('ignores the end of the window', ['R12', '?query_request.end_time'], {
      layer: listids((query) => without(query, 'end_time')),
    }),
    lists('ignores the seconds of its window', ['R12'], {
      layer: together(...times.map((name) => whereValid(parameter(`query_request.${name}`, wholeMinute)))),
    }),
    lists('with a category the window does not count', ['R12', 'R13'], {
      layer: listids((query) => (query.category_id ? without(query, ...times) : query)),
    }),
    lists('takes the window for UTC', ['G17', '?query_request.start_time'], {
      layer: listids((query) => ({ ...query, start_time: later(query.start_time, 8) })),
    }),
    lists('without a window it lists the last week', ['R4'], {
      layer: listids((query) =>
        query.start_time || query.end_time ? query : { ...query, start_time: toGmt8(Date.now() - 7 * day) },
      ),
    }),
    validation('refuses start_time alone', ['R5'], {
      layer: refusing(({ query_request: query }) => {
        const { start_time: start, end_time: end } = Object(query) as Fields;
        return start !== undefined && end === undefined;
      }),
    }),
    lists('ignores the category', ['R13', '?query_request.category_id'], {
      layer: listids((query) => without(query, 'category_id')),
    }),
    lists(
      'keeps an announcement in the category that it had before an update',
      ['R13', 'blackboard/update?update_request.category_id'],
      { layer: formerCategory },
    ),
    lists('repeats the first page', ['?query_request.page'], {
      layer: listids((query) => ({ ...query, page: 1 })),
    }),
    lists('skips one between two pages', ['?query_request.page'], {
      layer: ids((all, { page, page_size: size }) => (page > 1 && size === 1 && page % 2 === 0 ? [] : all)),
    }),
    lists('every page begins at a multiple of 30', ['?query_request.page'], { layer: pagesOfThirty }),
    lists('still lists what was deleted', ['R7', 'blackboard/delete/R5'], { layer: deletedStillListed }),
    lists('leaves out the newest', ['blackboard/create/R4', '#result'], {
      layer: ids((all) => all.slice(1)),
    }),
    envelope('is there under another spelling of its path too', ['G19'], {
      layer: { '': alsoAt('blackboard/listids', '/topapi/blackboard/list_ids') },
    }),
  ]),
  ...faultsOf('blackboard/listtopten', [
    auth('shows what the user may not see', ['R2', 'blackboard/create/R6'], {
      layer: parameter('userid', (_, __, { tenant }) => tenant.mainAdmin),
    }),
    auth('an unknown user is an administrator', ['R2', '?userid'], {
      layer: parameter('userid', (id, _, { tenant }) =>
        typeof id === 'string' && id.startsWith('api-suite') ? tenant.mainAdmin : id,
      ),
    }),
    lists('shows eleven', ['R2'], { layer: topTen((list) => [...list, ...list.slice(0, 1)]) }),
    lists('shows nothing', ['R2', '#blackboard_list'], { layer: topTen(() => []) }),
    lists('still lists what was deleted since the user looked last', ['R2'], {
      layer: field<Listed[]>('blackboard_list', (list, _, call) => {
        const [user, alive] = [String(valuesOf(call).userid), call.tenant.announcements];
        const before = shownBefore(call).get(user) ?? [];
        const gone = before.filter((one) => !alive.some(({ id }) => id === one.id)).slice(0, 1);
        const shown = [...gone, ...list].slice(0, 10);
        shownBefore(call).set(user, shown);
        return shown;
      }),
    }),
    state('times of modification', ['#blackboard_list[].gmt_create'], {
      layer: field('blackboard_list[].gmt_create', (time, { id }, { tenant }) => {
        const found = tenant.announcements.find((one) => one.id === id);
        return found ? toGmt8(found.modifiedAt) : time;
      }),
    }),
  ]),
  ...faultsOf('blackboard/category-list', [
    auth('open to everybody', ['R2'], {
      layer: parameter('operation_userid', (_, __, { tenant }) => tenant.mainAdmin),
    }),
    envelope('success true beside a refusal', ['R3'], {
      layer: refusedByService((body) => ({ ...body, success: true })),
    }),
    envelope('an empty result beside a refusal', ['R3'], {
      source: 'inferred',
      layer: refusedByService((body) => ({ ...body, result: [] })),
    }),
    lists('leaves out the built-in ones', ['R5'], {
      layer: categories((all) =>
        all.filter(({ name }) => !['正式公告', '节假日公告'].includes(String(name))),
      ),
    }),
    lists('shows the first one only', ['R6', '#result'], { layer: categories((all) => all.slice(0, 1)) }),
    lists('shows one twice', ['#result[].id'], {
      source: 'inferred',
      layer: categories((all) => [...all, ...all.slice(0, 1)]),
    }),
    schema('ids as numbers', ['#result[].id'], {
      layer: categories((all) => all.map((one, id) => ({ ...one, id }))),
    }),
    state('ids cut short', ['R8'], { layer: field('result[].id', (id: string) => id.slice(0, 19)) }),
    schema('pages of its own', ['R6'], { source: 'inferred', layer: field('has_more', () => false) }),
    state('gives each category the name of the next', ['#result[].name'], {
      layer: categories((all) =>
        all.map(({ id }, place) => ({ id, name: all[(place + 1) % all.length]?.name })),
      ),
    }),
  ]),
];

/** Changes the refusals that come from the service and not from the gateway. */
function refusedByService(change: (body: Fields) => Fields): Layer {
  return refused((body) => ('sub_code' in body ? body : change(body)));
}

/** Takes a call to `path` for one to an endpoint. */
function alsoAt(id: string, path: string): Layer {
  return (_, call, next) => {
    const endpoint = endpoints.find((each) => each.id === id);
    return next(call.path === path && endpoint ? { ...call, endpoint, path: endpoint.path } : call);
  };
}
