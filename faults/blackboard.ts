import type { Tenant } from '../emulator/tenant';
import { answeredIn, answered, around, asked, isSuccess, valuesOf, without, type Fault } from './fault';

type Fields = Record<string, unknown>;

/** Changes what stands inside the one object that some endpoints take. */
const inside = (endpoint: string, name: string, change: (values: Fields) => Fields): Fault['layer'] =>
  asked(endpoint, (values) => ({ ...values, [name]: change(values[name] as Fields) }));

const create = (change: (draft: Fields) => Fields): Fault['layer'] =>
  inside('blackboard/create', 'create_request', change);
const update = (change: (draft: Fields) => Fields): Fault['layer'] =>
  inside('blackboard/update', 'update_request', change);
const listids = (change: (query: Fields) => Fields): Fault['layer'] =>
  inside('blackboard/listids', 'query_request', change);

/** Answers as if it had worked, and does nothing. */
const noOp = (endpoint: string): Fault['layer'] =>
  around(endpoint, (_, { tenant }) => success(tenant, { result: true, success: true }));

function success(
  _: Tenant,
  payload: Fields,
): { status: number; headers: Record<string, string>; body: Fields } {
  const headers = { 'content-type': 'application/json;charset=UTF-8' };
  return { status: 200, headers, body: { errcode: 0, ...payload, request_id: '16l4ew3d47pdp' } };
}

const another = (tenant: Tenant, id: unknown): string | undefined =>
  tenant.announcements.findLast((one) => one.id !== id)?.id;

/** Wrong ways of keeping, changing, listing and deleting announcements, written by hand from the promises of the docs. */
export const blackboardFaults: readonly Fault[] = [
  {
    id: 'blackboard/create: loses the author',
    class: 'state',
    breaks: 'what was sent is read back',
    layer: create((draft) => without(draft, 'author')),
  },
  {
    id: 'blackboard/create: cuts the content at 100 characters',
    class: 'state',
    breaks: 'what was sent is read back',
    layer: create((draft) => ({ ...draft, content: String(draft.content).slice(0, 100) })),
  },
  {
    id: 'blackboard/create: drops characters outside the basic plane',
    class: 'state',
    breaks: 'what was sent is read back',
    layer: create((draft) => ({
      ...draft,
      content: String(draft.content).replace(/[\u{10000}-\u{10ffff}]/gu, '?'),
    })),
  },
  {
    id: 'blackboard/create: escapes HTML',
    class: 'state',
    breaks: 'what was sent is read back',
    layer: create((draft) => ({ ...draft, content: String(draft.content).replaceAll('<', '&lt;') })),
  },
  {
    id: 'blackboard/create: folds newlines into spaces',
    class: 'state',
    breaks: 'what was sent is read back',
    layer: create((draft) => ({ ...draft, content: String(draft.content).replaceAll('\n', ' ') })),
  },
  {
    id: 'blackboard/create: forgets the category',
    class: 'state',
    breaks: 'the announcement stands in the category that was sent',
    layer: create((draft) => without(draft, 'category_id')),
  },
  {
    id: 'blackboard/create: makes every announcement public',
    class: 'state',
    breaks: 'a confidential announcement is readable by administrators and receivers only',
    layer: create((draft) => ({ ...draft, private_level: 0 })),
  },
  {
    id: 'blackboard/create: pins nothing',
    class: 'state',
    breaks: 'push_top pins the announcement',
    layer: create((draft) => ({ ...draft, push_top: false })),
  },
  {
    id: 'blackboard/create: drops the last receiver',
    class: 'state',
    breaks: 'everyone in userid_list receives it',
    layer: create((draft) => {
      const receiver = draft.blackboard_receiver as { userid_list?: string[]; deptid_list?: number[] };
      const users = receiver.userid_list ?? [];
      return {
        ...draft,
        blackboard_receiver: users.length > 1 ? { ...receiver, userid_list: users.slice(0, -1) } : receiver,
      };
    }),
  },
  {
    id: 'blackboard/create: drops departments where users are addressed too',
    class: 'state',
    breaks: 'every department in deptid_list receives it',
    layer: create((draft) => {
      const receiver = draft.blackboard_receiver as Fields;
      return {
        ...draft,
        blackboard_receiver: 'userid_list' in receiver ? without(receiver, 'deptid_list') : receiver,
      };
    }),
  },
  {
    id: 'blackboard/create: creates twice',
    class: 'state',
    breaks: 'one call creates one announcement',
    layer: around('blackboard/create', async (_, call, next) => {
      await next(call);
      return next(call);
    }),
  },
  {
    id: 'blackboard/update: a no-op',
    class: 'state',
    breaks: 'what was sent is there after an update',
    layer: noOp('blackboard/update'),
  },
  {
    id: 'blackboard/update: keeps the old content',
    class: 'state',
    breaks: 'what was sent is there after an update',
    layer: around('blackboard/update', async (_, call, next) => {
      const { blackboard_id: id } = valuesOf(call).update_request as { blackboard_id?: string };
      const one = call.tenant.announcements.find((announcement) => announcement.id === id);
      const before = one?.content;
      const reply = await next(call);
      if (one && before !== undefined) one.content = before;
      return reply;
    }),
  },
  {
    id: 'blackboard/update: does not move the time of modification',
    class: 'state',
    breaks: 'gmt_modified moves with an update',
    layer: around('blackboard/update', async (_, call, next) => {
      const { blackboard_id: id } = valuesOf(call).update_request as { blackboard_id?: string };
      const one = call.tenant.announcements.find((announcement) => announcement.id === id);
      const before = one?.modifiedAt;
      const reply = await next(call);
      if (one && before !== undefined) one.modifiedAt = before;
      return reply;
    }),
  },
  {
    id: 'blackboard/update: also changes another announcement',
    class: 'state',
    breaks: 'an update changes the announcement that was named, and no other',
    layer: around('blackboard/update', async (_, call, next) => {
      const request = valuesOf(call).update_request as { blackboard_id?: string; title?: string };
      for (const one of call.tenant.announcements.slice(-40))
        if (one.id !== request.blackboard_id) one.content = `${one.content} `;
      return next(call);
    }),
  },
  {
    id: 'blackboard/update: changes another announcement instead',
    class: 'state',
    breaks: 'an update changes the announcement that was named, and no other',
    layer: asked('blackboard/update', (values, { tenant }) => {
      const request = values.update_request as Fields;
      return {
        update_request: {
          ...request,
          blackboard_id: another(tenant, request.blackboard_id) ?? request.blackboard_id,
        },
      };
    }),
  },
  {
    id: 'blackboard/update: forgets the category',
    class: 'state',
    breaks: 'what was sent is there after an update',
    layer: update((draft) => without(draft, 'category_id')),
  },
  {
    id: 'blackboard/delete: a no-op',
    class: 'state',
    breaks: 'a deleted announcement is gone',
    layer: noOp('blackboard/delete'),
  },
  {
    id: 'blackboard/delete: deletes another one as well',
    class: 'state',
    breaks: 'a delete removes the announcement that was named, and no other',
    layer: around('blackboard/delete', async (_, call, next) => {
      const id = another(call.tenant, valuesOf(call).blackboard_id);
      const reply = await next(call);
      if (isSuccess(reply))
        call.tenant.announcements = call.tenant.announcements.filter((one) => one.id !== id);
      return reply;
    }),
  },
  {
    id: 'blackboard/get: still reads what was deleted',
    class: 'state',
    breaks: 'only announcements that are not deleted can be read',
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
    layer: asked('blackboard/get', (values, { tenant }) => ({
      ...values,
      operation_userid: tenant.mainAdmin,
    })),
  },
  {
    id: 'blackboard/get-blackboard: swaps title and content',
    class: 'state',
    breaks: 'both generations of get show the same announcement',
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
    layer: answeredIn<Fields>('blackboard/get', 'result', (result) => ({
      ...result,
      gmt_create: eightHoursEarlier(result.gmt_create),
    })),
  },
  {
    id: 'blackboard/listids: ignores the window',
    class: 'lists',
    breaks: 'only announcements of the window are listed',
    layer: listids((query) => without(query, 'start_time', 'end_time')),
  },
  {
    id: 'blackboard/listids: ignores the end of the window',
    class: 'lists',
    breaks: 'the end of the window is exclusive',
    layer: listids((query) => without(query, 'end_time')),
  },
  {
    id: 'blackboard/listids: ignores the category',
    class: 'lists',
    breaks: 'only announcements of the category are listed',
    layer: listids((query) => without(query, 'category_id')),
  },
  {
    id: 'blackboard/listids: repeats the first page',
    class: 'lists',
    breaks: 'pages follow one another',
    layer: listids((query) => ({ ...query, page: 1 })),
  },
  {
    id: 'blackboard/listids: skips one between two pages',
    class: 'lists',
    breaks: 'pages leave no gap',
    layer: answeredIn<string[]>('blackboard/listids', 'result', (ids, call) => {
      const { page, page_size: size } = valuesOf(call).query_request as { page: number; page_size: number };
      return page > 1 && size === 1 && page % 2 === 0 ? [] : ids;
    }),
  },
  {
    id: 'blackboard/listids: still lists what was deleted',
    class: 'lists',
    breaks: 'deleted announcements are not listed',
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
    layer: answeredIn<string[]>('blackboard/listids', 'result', (ids) => ids.slice(1)),
  },
  {
    id: 'blackboard/listtopten: shows what the user may not see',
    class: 'auth',
    breaks: 'a confidential announcement is shown to administrators and receivers only',
    layer: asked('blackboard/listtopten', (_, { tenant }) => ({ userid: tenant.mainAdmin })),
  },
  {
    id: 'blackboard/listtopten: shows eleven',
    class: 'lists',
    breaks: 'at most ten announcements are shown',
    layer: answeredIn<object[]>('blackboard/listtopten', 'blackboard_list', (list) => [
      ...list,
      ...list.slice(0, 1),
    ]),
  },
  {
    id: 'blackboard/listtopten: shows nothing',
    class: 'lists',
    breaks: 'the user sees what was sent to them',
    layer: answeredIn('blackboard/listtopten', 'blackboard_list', () => []),
  },
];

function eightHoursEarlier(time: unknown): string {
  const at = Date.parse(`${String(time).replace(' ', 'T')}Z`) - 8 * 3_600_000;
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
