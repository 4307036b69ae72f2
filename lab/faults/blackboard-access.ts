import type { Announcement, Tenant } from '../../emulator/tenant';
import { toGmt8 } from '../../emulator/clock';
import { answered, answeredIn, around, asked, isSuccess, valuesOf, type Fault } from './fault';

type Fields = Record<string, unknown>;

/** Lets everybody do what only administrators may: whoever asks is taken for the main administrator. */
const openToAll = (endpoint: string, inside?: string): Fault['layer'] =>
  asked(endpoint, (values, { tenant }) => {
    const asAdministrator = (given: Fields): Fields =>
      tenant.people.has(String(given.operation_userid))
        ? { ...given, operation_userid: tenant.mainAdmin }
        : given;
    return inside === undefined
      ? asAdministrator(values)
      : { ...values, [inside]: asAdministrator(Object(values[inside]) as Fields) };
  });

/** Refuses, and does it all the same. */
const refusesAfterwards = (
  endpoint: string,
  spoil: (body: object, tenant: Tenant) => object,
): Fault['layer'] =>
  around(endpoint, async (_, call, next) => {
    const reply = await next(call);
    return isSuccess(reply) || typeof reply.body === 'string'
      ? reply
      : { ...reply, body: spoil(reply.body, call.tenant) };
  });

const newest = (tenant: Tenant): Announcement | undefined => tenant.announcements.at(-1);

/** Keeps the receivers of a request that is cut to what the rules allow as they were sent. */
const unlimited = (list: 'userid_list' | 'deptid_list', stored: 'userids' | 'deptIds'): Fault['layer'] =>
  around('blackboard/create', async (endpoint, call, next) => {
    const sent = (valuesOf(call).create_request as Fields | null)?.blackboard_receiver as Fields | undefined;
    const given = sent?.[list];
    if (!Array.isArray(given) || given.length <= 20) return next(call);
    const body = structuredClone(valuesOf(call)) as { create_request: { blackboard_receiver: Fields } };
    body.create_request.blackboard_receiver[list] = given.slice(0, 1) as unknown[];
    const reply = await next({ ...call, body: { kind: 'json', values: body as unknown as Fields } });
    const created = newest(call.tenant);
    if (created) Object.assign(created, { [stored]: given as unknown[] });
    return reply;
  });

/** Wrong ways of telling who may do what to announcements, and of answering what is wrong. */
export const faults: readonly Fault[] = [
  ...(['create', 'update', 'delete', 'listids'] as const).map((name): Fault => ({
    id: `blackboard/${name}: open to every employee`,
    class: 'auth',
    breaks: 'only announcement administrators may do it',
    promises: [`blackboard/${name}/R2`],
    layer: openToAll(
      `blackboard/${name}`,
      { create: 'create_request', update: 'update_request', delete: undefined, listids: 'query_request' }[
        name
      ],
    ),
  })),
  ...(['create', 'update', 'delete', 'listids', 'get'] as const).map((name): Fault => ({
    id: `blackboard/${name}: a refusal that says success`,
    class: 'envelope',
    breaks: 'a refusal has success false and no result',
    promises: [`blackboard/${name}/${name === 'get' ? 'R2' : 'R3'}`],
    layer: refusesAfterwards(`blackboard/${name}`, (body) => ({ ...body, success: true })),
  })),
  {
    id: 'blackboard/create: more than 1000 receivers',
    class: 'validation',
    breaks: 'userid_list holds at most 1000 users',
    promises: [
      'blackboard/create/R9',
      'blackboard/create?create_request.blackboard_receiver.userid_list=>max',
    ],
    source: 'inferred',
    layer: unlimited('userid_list', 'userids'),
  },
  {
    id: 'blackboard/create: more than 20 departments',
    class: 'validation',
    breaks: 'deptid_list holds at most 20 departments',
    promises: [
      'blackboard/create/R8',
      'blackboard/create?create_request.blackboard_receiver.deptid_list=>max',
    ],
    source: 'inferred',
    layer: unlimited('deptid_list', 'deptIds'),
  },
  {
    id: 'blackboard/update: pins and hides what it is asked to',
    class: 'state',
    breaks: 'receivers, level and pin are no parameters of an update',
    promises: ['blackboard/update/R5'],
    layer: around('blackboard/update', async (_, call, next) => {
      const reply = await next(call);
      const sent = valuesOf(call).update_request as Fields;
      const found = call.tenant.announcements.find(({ id }) => id === sent.blackboard_id);
      if (found && 'push_top' in sent) Object.assign(found, { pinned: true, confidential: true });
      return reply;
    }),
  },
  {
    id: 'blackboard/delete: an unknown id deletes the newest',
    class: 'state',
    breaks: 'an id that nothing has deletes nothing',
    promises: ['blackboard/delete?blackboard_id'],
    layer: asked('blackboard/delete', (values, { tenant }) =>
      values.blackboard_id === 'f'.repeat(32) ? { ...values, blackboard_id: newest(tenant)?.id } : values,
    ),
  },
  {
    id: 'blackboard/get: the number of the department',
    class: 'schema',
    breaks: 'dept_id is an encrypted text',
    promises: ['blackboard/get/R8'],
    layer: answeredIn<Fields>('blackboard/get', 'result', (result, { tenant }) => {
      const sent = tenant.announcements.find(({ id }) => id === result.id);
      const list = (result.deptList ?? []) as Fields[];
      const deptList = list.map((one, place) => ({ ...one, dept_id: String(sent?.deptIds[place]) }));
      return { ...result, ...(list.length > 0 && { deptList }) };
    }),
  },
  {
    id: 'blackboard/get-blackboard: everything is pinned',
    class: 'state',
    breaks: 'isPushTop is 0 for what is not pinned',
    promises: ['blackboard/get-blackboard/R5', 'blackboard/get-blackboard#isPushTop'],
    layer: answered('blackboard/get-blackboard', (body) => ({ ...body, isPushTop: 1 })),
  },
  {
    id: 'blackboard/get-blackboard: the reader is the sender',
    class: 'state',
    breaks: 'senderStaffId is the userid of the sender',
    promises: ['blackboard/get-blackboard/R6', 'blackboard/get-blackboard#senderStaffId'],
    layer: answered('blackboard/get-blackboard', (body, { query }) => ({
      ...body,
      senderStaffId: query.operationUserId,
    })),
  },
  {
    id: 'blackboard/get-blackboard: counts one reader more',
    class: 'state',
    breaks: 'both generations count the same readers',
    promises: ['blackboard/get-blackboard/R3', 'blackboard/get-blackboard#readCount'],
    source: 'inferred',
    layer: answered('blackboard/get-blackboard', (body) => ({
      ...body,
      readCount: Number(body.readCount) + 1,
    })),
  },
  {
    id: 'blackboard/get-blackboard: takes an administrator where nobody is named',
    class: 'validation',
    breaks: 'operationUserId has to be legal',
    promises: ['blackboard/get-blackboard?operationUserId', 'blackboard/get-blackboard!badRequest'],
    source: 'inferred',
    layer: asked('blackboard/get-blackboard', (values, { tenant }) => ({
      ...values,
      operationUserId:
        values.operationUserId === '' ? tenant.mainAdmin : (values.operationUserId ?? tenant.mainAdmin),
    })),
  },
  {
    id: 'blackboard/get-blackboard: shows a confidential announcement to anybody',
    class: 'auth',
    breaks: 'a confidential announcement is shown to administrators and receivers only',
    promises: ['blackboard/get-blackboard/R1'],
    layer: asked('blackboard/get-blackboard', (values, { tenant }) => ({
      ...values,
      operationUserId: tenant.people.has(String(values.operationUserId))
        ? tenant.mainAdmin
        : values.operationUserId,
    })),
  },
  {
    id: 'blackboard/listtopten: times of modification',
    class: 'state',
    breaks: 'gmt_create is the time of creation',
    promises: ['blackboard/listtopten#blackboard_list[].gmt_create'],
    layer: answeredIn<Fields[]>('blackboard/listtopten', 'blackboard_list', (list, { tenant }) =>
      list.map((one) => {
        const found = tenant.announcements.find(({ id }) => id === one.id);
        return found ? { ...one, gmt_create: toGmt8(found.modifiedAt) } : one;
      }),
    ),
  },
  {
    id: 'blackboard/listtopten: an unknown user is an administrator',
    class: 'auth',
    breaks: 'nobody sees nothing',
    promises: ['blackboard/listtopten/R2', 'blackboard/listtopten?userid'],
    layer: asked('blackboard/listtopten', (values, { tenant }) => ({
      userid:
        typeof values.userid === 'string' && values.userid.startsWith('api-suite')
          ? tenant.mainAdmin
          : values.userid,
    })),
  },
];
