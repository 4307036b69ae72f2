import { isRecord } from '../../emulator/call';
import { day, toGmt8 } from '../../emulator/clock';
import { answeredIn, around, isSuccess, valuesOf, without, withValues, type Fault } from './fault';
import { amid, announcementOf, both, memory } from './trial-support';
import { insideValid } from './valid';

interface Listed {
  readonly id: string;
  readonly gmt_create: string;
}

interface Category {
  readonly id: string;
  readonly name: string;
}

const largestPage = 30;
const moved = memory(() => new Map<string, string>());
const shownBefore = memory(() => new Map<string, readonly Listed[]>());

/** Faults in the lists of announcements, written from the documentation alone. */
export const faults: readonly Fault[] = [
  {
    id: 'blackboard/listids: with a category the window does not count',
    class: 'lists',
    breaks: 'category_id narrows the list that start_time and end_time select (documented)',
    promises: ['blackboard/listids/R12', 'blackboard/listids/R13'],
    layer: insideValid('blackboard/listids', 'query_request', (given) =>
      given.category_id ? without(given, 'start_time', 'end_time') : given,
    ),
  },
  {
    id: 'blackboard/listids: every page begins at a multiple of 30',
    class: 'lists',
    breaks: 'page counts pages of page_size (documented)',
    promises: ['blackboard/listids?query_request.page'],
    layer: around('blackboard/listids', async (_, call, next) => {
      const given = valuesOf(call).query_request;
      if (!isRecord(given) || Number(given.page_size) > largestPage || Number(given.page_size) < 1)
        return next(call);
      const reply = await next(withValues(call, { query_request: { ...given, page_size: largestPage } }));
      if (!isSuccess(reply)) return reply;
      const { result = [] } = reply.body as { result?: string[] };
      return {
        ...reply,
        body: { ...(reply.body as object), result: result.slice(0, Number(given.page_size)) },
      };
    }),
  },
  {
    id: 'blackboard/listids: without a window it lists the last week',
    class: 'lists',
    breaks: 'without start_time and end_time it lists the announcements of the last month (documented)',
    promises: ['blackboard/listids/R4'],
    layer: insideValid('blackboard/listids', 'query_request', (given) =>
      given.start_time || given.end_time ? given : { ...given, start_time: toGmt8(Date.now() - 7 * day) },
    ),
  },
  {
    id: 'blackboard/listids: keeps an announcement in the category that it had before an update',
    class: 'lists',
    breaks: 'update changes the category, and category_id narrows the list to one category (documented)',
    promises: ['blackboard/listids/R13', 'blackboard/update?update_request.category_id'],
    layer: both(
      around('blackboard/update', async (_, call, next) => {
        const given = valuesOf(call).update_request;
        const found = announcementOf(call, isRecord(given) ? given.blackboard_id : undefined);
        const category = found?.categoryId;
        const reply = await next(call);
        if (found && category && isSuccess(reply)) moved(call).set(found.id, category);
        return reply;
      }),
      around('blackboard/listids', (_, call, next) => {
        const announcements = call.tenant.announcements.map((one) => {
          const categoryId = moved(call).get(one.id);
          return categoryId ? { ...one, categoryId } : one;
        });
        return amid(call, { announcements }, next);
      }),
    ),
  },
  {
    id: 'blackboard/listids: ignores the seconds of its window',
    class: 'lists',
    breaks: 'start_time is inclusive and end_time exclusive, both yyyy-MM-dd HH:mm:ss (documented)',
    promises: ['blackboard/listids/R12'],
    layer: insideValid('blackboard/listids', 'query_request', (given) => ({
      ...given,
      ...('start_time' in given && { start_time: wholeMinute(given.start_time) }),
      ...('end_time' in given && { end_time: wholeMinute(given.end_time) }),
    })),
  },
  {
    id: 'blackboard/listtopten: still lists what was deleted since the user looked last',
    class: 'lists',
    breaks: 'it lists the announcements that the user may see now (documented)',
    promises: ['blackboard/listtopten/R2'],
    layer: answeredIn<Listed[]>('blackboard/listtopten', 'blackboard_list', (list, call) => {
      const user = String(valuesOf(call).userid);
      const known = shownBefore(call).get(user) ?? [];
      const gone = known.filter(({ id }) => !announcementOf(call, id)).slice(0, 1);
      const shown = [...gone, ...list].slice(0, 10);
      shownBefore(call).set(user, shown);
      return shown;
    }),
  },
  {
    id: 'blackboard/category-list: gives each category the name of the next',
    class: 'state',
    breaks: 'id and name are of one category (documented)',
    promises: ['blackboard/category-list#result[].name'],
    layer: answeredIn<Category[]>('blackboard/category-list', 'result', (all) =>
      all.map(({ id }, place) => ({ id, name: all[(place + 1) % all.length]?.name })),
    ),
  },
];

function wholeMinute(time: unknown): unknown {
  return typeof time === 'string' ? time.replace(/:\d\d$/, ':00') : time;
}
