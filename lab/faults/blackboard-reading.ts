import type { Layer, Reply } from '../../emulator/call';
import { isSuccess, valuesOf } from '../../emulator/layers';
import type { Announcement } from '../../emulator/tenant';
import { announcementOf, asAdministrator, isAdministrator } from './announcement';
import { auth, envelope, faultsOf, schema, state, validation, type Fault } from './fault';
import { amid, answered, everyNth, field, later, memory, parameter, refused, type Fields } from './layers';

const fifth = everyNth(5);
const before = memory<{ reply?: Reply }>(() => ({}));
const shown = memory(() => new Map<string, Reply>());
const deleted = memory(() => new Map<string, Announcement>());

const stillShown: Layer = async (_, call, next) => {
  const key = JSON.stringify(valuesOf(call));
  const reply = await next(call);
  if (isSuccess(reply)) shown(call).set(key, reply);
  return isSuccess(reply) ? reply : { ...reply, body: shown(call).get(key)?.body ?? reply.body };
};

const oneInFive: Layer = async (_, call, next) => {
  const reply = await next(call);
  if (!isSuccess(reply)) return reply;
  const earlier = before(call).reply;
  before(call).reply = reply;
  return fifth(call) ? (earlier ?? reply) : reply;
};

const closedToDepartments: Layer = (_, call, next) => {
  const { operation_userid: reader } = valuesOf(call);
  const found = announcementOf(call);
  if (!found?.confidential || found.userids.includes(String(reader)) || isAdministrator(call, reader))
    return next(call);
  const closed = call.tenant.announcements.map((one) => (one === found ? { ...one, deptIds: [] } : one));
  return amid(call, { announcements: closed }, next);
};

const deletedShownToAdministrators: Readonly<Record<string, Layer>> = {
  'blackboard/delete': (_, call, next) => {
    const found = announcementOf(call);
    if (found) deleted(call).set(found.id, found);
    return next(call);
  },
  'blackboard/get-blackboard': (_, call, next) => {
    const { blackboardId: id = '', operationUserId: reader = '' } = call.query;
    const gone = deleted(call).get(id);
    if (!gone || !isAdministrator(call, reader)) return next(call);
    return amid(call, { announcements: [...call.tenant.announcements, gone] }, next);
  },
};

const ofTwelve = (time: unknown): string =>
  String(time).replace(
    / (\d\d):/,
    (_, hour: string) => ` ${String(Number(hour) % 12 || 12).padStart(2, '0')}:`,
  );

/** Changes the code of refusals that have it. */
const renamed = (code: string, wrong: string): Layer =>
  refused((body) => (body.code === code ? { ...body, code: wrong } : body));

/** Wrong ways of showing an announcement, in both generations. */
export const faults: readonly Fault[] = [
  ...faultsOf('blackboard/get', [
    state('still reads what was deleted', ['R4', 'blackboard/delete/R5'], { layer: stillShown }),
    auth('shows a confidential announcement to anybody', ['R3', 'blackboard/create/R6'], {
      layer: parameter('operation_userid', (_, __, { tenant }) => tenant.mainAdmin),
    }),
    auth('closes a confidential announcement to the members of its departments', ['R3'], {
      layer: closedToDepartments,
    }),
    envelope('a refusal that says success', ['R2'], {
      layer: refused((body) => ({ ...body, success: true })),
    }),
    state('shows times in UTC', ['G17', '#result.gmt_create'], {
      layer: field('result.gmt_create', (time) => later(time, -8)),
    }),
    state('writes its hours on a clock of twelve', ['G17', '#result.gmt_create'], {
      layer: field<Fields>('result', (one) => ({
        ...one,
        gmt_create: ofTwelve(one.gmt_create),
        gmt_modified: ofTwelve(one.gmt_modified),
      })),
    }),
    schema('the number of the department', ['R8'], {
      layer: field<Fields[] | undefined>('result.deptList', (list, { id }, { tenant }) => {
        const sent = tenant.announcements.find((one) => one.id === id);
        return list?.map((one, place) => ({ ...one, dept_id: String(sent?.deptIds[place]) }));
      }),
    }),
    state('userids in place of names beside the userids', ['#result.user_list[].name'], {
      source: 'inferred',
      layer: field('result.user_list[].name', (_, { staff_id: id }) => id),
    }),
    state('gives each receiver the userid of the next', ['#result.user_list[].staff_id'], {
      source: 'inferred',
      layer: field<Fields[] | undefined>('result.user_list', (list) =>
        list?.map((one, place, all) => ({ ...one, staff_id: all[(place + 1) % all.length]?.staff_id })),
      ),
    }),
    state('everybody in the list of names has the same one', ['#result.username_list'], {
      source: 'inferred',
      layer: field('result.username_list[]', () => '韩梅'),
    }),
    state('gives one answer in five to the caller after', ['?blackboard_id'], { layer: oneInFive }),
  ]),
  ...faultsOf('blackboard/get-blackboard', [
    state('swaps title and content', ['R3', '#title', '#content'], {
      layer: answered(({ title, content, ...body }) => ({ ...body, title: content, content: title })),
    }),
    state('everything is pinned', ['R5', '#isPushTop'], { layer: field('isPushTop', () => 1) }),
    state('the reader is the sender', ['R6', '#senderStaffId'], {
      layer: field('senderStaffId', (_, __, { query }) => query.operationUserId),
    }),
    state('counts one reader more', ['R3', '#readCount'], {
      source: 'inferred',
      layer: field('readCount', (count) => Number(count) + 1),
    }),
    validation('takes an administrator where nobody is named', ['?operationUserId', '!badRequest'], {
      source: 'inferred',
      layer: parameter<string | undefined>(
        'operationUserId',
        (id, _, { tenant }) => (id === '' ? undefined : id) ?? tenant.mainAdmin,
      ),
    }),
    auth('nobody reads like an administrator', ['?operationUserId'], {
      source: 'inferred',
      layer: parameter<string | undefined>('operationUserId', (id, _, { tenant }) =>
        id && !tenant.people.has(id) ? tenant.mainAdmin : id,
      ),
    }),
    auth('shows a confidential announcement to anybody', ['R1'], {
      layer: parameter('operationUserId', asAdministrator),
    }),
    state('still shows a deleted announcement to administrators', ['R2'], {
      layer: deletedShownToAdministrators,
    }),
    state('an unknown id is the newest announcement', ['?blackboardId', '!badRequest'], {
      layer: parameter<string | undefined>('blackboardId', (id, _, call) =>
        !id || announcementOf(call) ? id : call.tenant.announcements.at(-1)?.id,
      ),
    }),
    state(
      'userids in place of names, beside the userids and in the list of names',
      ['#userList[].name', '#userNameList'],
      {
        source: 'inferred',
        layer: answered(({ userList, userNameList, ...body }) => {
          const people = userList as { staffId: string }[] | undefined;
          return {
            ...body,
            ...(people && { userList: people.map((one) => ({ ...one, name: one.staffId })) }),
            ...(userNameList !== undefined && { userNameList: people?.map(({ staffId }) => staffId) }),
          };
        }),
      },
    ),
    state('the id in place of the name of the category', ['#categoryName'], {
      layer: field('categoryName', (name, { categoryId }) => categoryId ?? name),
    }),
    envelope('another code for an id that is not legal', ['!badRequest'], {
      source: 'inferred',
      layer: renamed('badRequest', 'notFound'),
    }),
    envelope('another code for a reader who may not', ['!accessDenied'], {
      layer: renamed('accessDenied', 'badRequest'),
    }),
  ]),
];
