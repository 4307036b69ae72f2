import { isRecord, type Layer } from '../../emulator/call';
import { day, toGmt8 } from '../../emulator/clock';
import { isSuccess, valuesOf, withValues } from '../../emulator/layers';
import { endpoints } from '../../schemas';
import { announcementOf, asAdministrator } from './announcement';
import { auth, envelope, faultsOf, inferred, lists, schema, state, validation, type Fault } from './fault';
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
      breaks: 'only announcement administrators may do it',
      layer: parameter('query_request.operation_userid', asAdministrator),
    }),
    envelope('a refusal that says success', ['R3'], {
      breaks: 'a refusal has success false and no result',
      layer: refused((body) => ({ ...body, success: true })),
    }),
    lists('ignores the window', ['R12', ...askedTimes], {
      breaks: 'only announcements of the window are listed',
      layer: listids((query) => without(query, ...times)),
    }),
    lists('ignores the end of the window', ['R12', '?query_request.end_time'], {
      breaks: 'the end of the window is exclusive',
      layer: listids((query) => without(query, 'end_time')),
    }),
    lists('ignores the seconds of its window', ['R12'], {
      breaks: 'start_time is inclusive and end_time exclusive, both yyyy-MM-dd HH:mm:ss',
      layer: together(...times.map((name) => whereValid(parameter(`query_request.${name}`, wholeMinute)))),
    }),
    lists('with a category the window does not count', ['R12', 'R13'], {
      breaks: 'category_id narrows the list that start_time and end_time select',
      layer: listids((query) => (query.category_id ? without(query, ...times) : query)),
    }),
    lists('takes the window for UTC', ['G17', '?query_request.start_time'], {
      breaks: 'a date is a text in GMT+8',
      layer: listids((query) => ({ ...query, start_time: later(query.start_time, 8) })),
    }),
    lists('without a window it lists the last week', ['R4'], {
      breaks: 'without start_time and end_time it lists the announcements of the last month',
      layer: listids((query) =>
        query.start_time || query.end_time ? query : { ...query, start_time: toGmt8(Date.now() - 7 * day) },
      ),
    }),
    validation('refuses start_time alone', ['R5'], {
      breaks: 'start_time alone may lie up to 180 days back',
      layer: refusing(({ query_request: query }) => {
        const { start_time: start, end_time: end } = Object(query) as Fields;
        return start !== undefined && end === undefined;
      }),
    }),
    lists('ignores the category', ['R13', '?query_request.category_id'], {
      breaks: 'only announcements of the category are listed',
      layer: listids((query) => without(query, 'category_id')),
    }),
    lists(
      'keeps an announcement in the category that it had before an update',
      ['R13', 'blackboard/update?update_request.category_id'],
      {
        breaks: 'update changes the category, and category_id narrows the list to one category',
        layer: formerCategory,
      },
    ),
    lists('repeats the first page', ['?query_request.page'], {
      breaks: 'pages follow one another',
      layer: listids((query) => ({ ...query, page: 1 })),
    }),
    lists('skips one between two pages', ['?query_request.page'], {
      breaks: 'pages leave no gap',
      layer: ids((all, { page, page_size: size }) => (page > 1 && size === 1 && page % 2 === 0 ? [] : all)),
    }),
    lists('every page begins at a multiple of 30', ['?query_request.page'], {
      breaks: 'page counts pages of page_size',
      layer: pagesOfThirty,
    }),
    lists('still lists what was deleted', ['R7', 'blackboard/delete/R5'], {
      breaks: 'deleted announcements are not listed',
      layer: deletedStillListed,
    }),
    lists('leaves out the newest', ['blackboard/create/R4', '#result'], {
      breaks: 'what was created is listed',
      layer: ids((all) => all.slice(1)),
    }),
    envelope('is there under another spelling of its path too', ['G19'], {
      breaks: 'an unknown topapi path gives errcode 22',
      layer: { '': alsoAt('blackboard/listids', '/topapi/blackboard/list_ids') },
    }),
  ]),
  ...faultsOf('blackboard/listtopten', [
    auth('shows what the user may not see', ['R2', 'blackboard/create/R6'], {
      breaks: 'a confidential announcement is shown to administrators and receivers only',
      layer: parameter('userid', (_, __, { tenant }) => tenant.mainAdmin),
    }),
    auth('an unknown user is an administrator', ['R2', '?userid'], {
      breaks: 'nobody sees nothing',
      layer: parameter('userid', (id, _, { tenant }) =>
        typeof id === 'string' && id.startsWith('api-suite') ? tenant.mainAdmin : id,
      ),
    }),
    lists('shows eleven', ['R2'], {
      breaks: 'at most ten announcements are shown',
      layer: topTen((list) => [...list, ...list.slice(0, 1)]),
    }),
    lists('shows nothing', ['R2', '#blackboard_list'], {
      breaks: 'the user sees what was sent to them',
      layer: topTen(() => []),
    }),
    lists('still lists what was deleted since the user looked last', ['R2'], {
      breaks: 'it lists the announcements that the user may see now',
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
      breaks: 'gmt_create is the time of creation',
      layer: field('blackboard_list[].gmt_create', (time, { id }, { tenant }) => {
        const found = tenant.announcements.find((one) => one.id === id);
        return found ? toGmt8(found.modifiedAt) : time;
      }),
    }),
  ]),
  ...faultsOf('blackboard/category-list', [
    auth('open to everybody', ['R2'], {
      breaks: 'only administrators of announcements may ask',
      layer: parameter('operation_userid', (_, __, { tenant }) => tenant.mainAdmin),
    }),
    envelope('success true beside a refusal', ['R3'], {
      breaks: 'on failure success is false',
      layer: refusedByService((body) => ({ ...body, success: true })),
    }),
    envelope('an empty result beside a refusal', ['R3'], {
      ...inferred('on failure there is no result'),
      layer: refusedByService((body) => ({ ...body, result: [] })),
    }),
    lists('leaves out the built-in ones', ['R5'], {
      breaks: 'the built-in categories are listed too',
      layer: categories((all) =>
        all.filter(({ name }) => !['正式公告', '节假日公告'].includes(String(name))),
      ),
    }),
    lists('shows the first one only', ['R6', '#result'], {
      breaks: 'all categories are listed at once',
      layer: categories((all) => all.slice(0, 1)),
    }),
    lists('shows one twice', ['#result[].id'], {
      ...inferred('each category is listed once'),
      layer: categories((all) => [...all, ...all.slice(0, 1)]),
    }),
    schema('ids as numbers', ['#result[].id'], {
      breaks: 'ids are strings',
      layer: categories((all) => all.map((one, id) => ({ ...one, id }))),
    }),
    state('ids cut short', ['R8'], {
      breaks: 'ids are 32 hex characters',
      layer: field('result[].id', (id: string) => id.slice(0, 19)),
    }),
    schema('pages of its own', ['R6'], {
      ...inferred('there is no paging'),
      layer: field('has_more', () => false),
    }),
    state('gives each category the name of the next', ['#result[].name'], {
      breaks: 'id and name are of one category',
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
