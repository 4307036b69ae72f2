import type { Tenant } from '../../emulator/tenant';
import { around, asked, isSuccess, valuesOf, without, type Fault } from './fault';

import { insideValid } from './valid';

type Fields = Record<string, unknown>;

const create = (change: (draft: Fields) => Fields): Fault['layer'] =>
  insideValid('blackboard/create', 'create_request', change);
const update = (change: (draft: Fields) => Fields): Fault['layer'] =>
  insideValid('blackboard/update', 'update_request', change);

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

/** Wrong ways of keeping, changing and deleting announcements, written by hand from the promises of the docs. */
export const faults: readonly Fault[] = [
  {
    id: 'blackboard/create: loses the author',
    class: 'state',
    breaks: 'what was sent is read back',
    promises: ['blackboard/create?create_request.author', 'blackboard/get#result.author'],
    source: 'inferred',
    layer: create((draft) => without(draft, 'author')),
  },
  {
    id: 'blackboard/create: cuts the content at 100 characters',
    class: 'state',
    breaks: 'what was sent is read back',
    promises: ['blackboard/create?create_request.content', 'blackboard/get#result.content'],
    layer: create((draft) => ({ ...draft, content: String(draft.content).slice(0, 100) })),
  },
  {
    id: 'blackboard/create: drops characters outside the basic plane',
    class: 'state',
    breaks: 'what was sent is read back',
    promises: ['blackboard/create?create_request.content', 'blackboard/get#result.content'],
    layer: create((draft) => ({
      ...draft,
      content: String(draft.content).replace(/[\u{10000}-\u{10ffff}]/gu, '?'),
    })),
  },
  {
    id: 'blackboard/create: escapes HTML',
    class: 'state',
    breaks: 'what was sent is read back',
    promises: ['blackboard/create?create_request.content', 'blackboard/get#result.content'],
    source: 'inferred',
    layer: create((draft) => ({ ...draft, content: String(draft.content).replaceAll('<', '&lt;') })),
  },
  {
    id: 'blackboard/create: folds newlines into spaces',
    class: 'state',
    breaks: 'what was sent is read back',
    promises: ['blackboard/create?create_request.content', 'blackboard/get#result.content'],
    source: 'inferred',
    layer: create((draft) => ({ ...draft, content: String(draft.content).replaceAll('\n', ' ') })),
  },
  {
    id: 'blackboard/create: forgets the category',
    class: 'state',
    breaks: 'the announcement stands in the category that was sent',
    promises: ['blackboard/create?create_request.category_id', 'blackboard/get#result.category_id'],
    layer: create((draft) => without(draft, 'category_id')),
  },
  {
    id: 'blackboard/create: makes every announcement public',
    class: 'state',
    breaks: 'a confidential announcement is readable by administrators and receivers only',
    promises: ['blackboard/create/R6', 'blackboard/create/R10'],
    layer: create((draft) => ({ ...draft, private_level: 0 })),
  },
  {
    id: 'blackboard/create: pins nothing',
    class: 'state',
    breaks: 'push_top pins the announcement',
    promises: ['blackboard/create/R12'],
    layer: create((draft) => ({ ...draft, push_top: false })),
  },
  {
    id: 'blackboard/create: drops the last receiver',
    class: 'state',
    breaks: 'everyone in userid_list receives it',
    promises: ['blackboard/create?create_request.blackboard_receiver.userid_list'],
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
    promises: ['blackboard/create?create_request.blackboard_receiver.deptid_list'],
    source: 'inferred',
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
    promises: ['blackboard/create/R4'],
    layer: around('blackboard/create', async (_, call, next) => {
      await next(call);
      return next(call);
    }),
  },
  {
    id: 'blackboard/update: a no-op',
    class: 'state',
    breaks: 'what was sent is there after an update',
    promises: ['blackboard/update?update_request.title', 'blackboard/update?update_request.content'],
    layer: noOp('blackboard/update'),
  },
  {
    id: 'blackboard/update: keeps the old content',
    class: 'state',
    breaks: 'what was sent is there after an update',
    promises: ['blackboard/update?update_request.content'],
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
    promises: ['blackboard/update/R7'],
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
    promises: ['blackboard/update?update_request.blackboard_id'],
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
    promises: ['blackboard/update?update_request.blackboard_id'],
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
    promises: ['blackboard/update?update_request.category_id'],
    layer: update((draft) => without(draft, 'category_id')),
  },
  {
    id: 'blackboard/delete: a no-op',
    class: 'state',
    breaks: 'a deleted announcement is gone',
    promises: ['blackboard/delete/R5'],
    layer: noOp('blackboard/delete'),
  },
  {
    id: 'blackboard/delete: deletes another one as well',
    class: 'state',
    breaks: 'a delete removes the announcement that was named, and no other',
    promises: ['blackboard/delete?blackboard_id'],
    layer: around('blackboard/delete', async (_, call, next) => {
      const id = another(call.tenant, valuesOf(call).blackboard_id);
      const reply = await next(call);
      if (isSuccess(reply))
        call.tenant.announcements = call.tenant.announcements.filter((one) => one.id !== id);
      return reply;
    }),
  },
];
