import { isRecord, type Call, type Reply } from '../../emulator/call';
import type { Announcement } from '../../emulator/tenant';
import { answered, answeredIn, around, asked, isSuccess, valuesOf, type Fault } from './fault';
import { amid, announcementOf, both, everyNth, memory } from './trial-support';
import { insideValid } from './valid';

interface Named {
  readonly staff_id: string;
  readonly name: string;
}

const deleted = memory(() => new Map<string, Announcement>());
const fifth = everyNth(5);
const before = memory<{ reply?: Reply }>(() => ({}));

/** Faults in what becomes of an announcement, written from the documentation alone. */
export const faults: readonly Fault[] = [
  {
    id: 'blackboard/create: forgets private_level when push_top is given',
    class: 'state',
    breaks: 'private_level 20 makes a confidential announcement, push_top true pins it (documented)',
    promises: ['blackboard/create/R10', 'blackboard/create/R12'],
    layer: insideValid('blackboard/create', 'create_request', (given) =>
      given.push_top === true ? { ...given, private_level: 0 } : given,
    ),
  },
  {
    id: 'blackboard/update: opens a confidential announcement to everybody',
    class: 'state',
    breaks: 'private_level is no parameter of update, so it cannot be changed (documented)',
    promises: ['blackboard/update/R5'],
    layer: answered('blackboard/update', (body, call) => {
      const given = valuesOf(call).update_request;
      const changed = announcementOf(call, isRecord(given) ? given.blackboard_id : undefined);
      if (changed) Object.assign(changed, { confidential: false });
      return body;
    }),
  },
  {
    id: 'blackboard/delete: removes the latest announcement of the operator instead',
    class: 'state',
    breaks: 'blackboard_id says which announcement is deleted (documented)',
    promises: ['blackboard/delete?blackboard_id'],
    layer: asked('blackboard/delete', (values, call) => {
      const latest = call.tenant.announcements.findLast(({ sender }) => sender === values.operation_userid);
      return announcementOf(call, values.blackboard_id) && latest
        ? { ...values, blackboard_id: latest.id }
        : values;
    }),
  },
  {
    id: 'blackboard/get-blackboard: still shows a deleted announcement to administrators',
    class: 'state',
    breaks: 'only announcements that are not deleted can be read (documented)',
    promises: ['blackboard/get-blackboard/R2'],
    layer: both(
      around('blackboard/delete', (_, call, next) => {
        const found = announcementOf(call, valuesOf(call).blackboard_id);
        if (found) deleted(call).set(found.id, found);
        return next(call);
      }),
      around('blackboard/get-blackboard', (_, call, next) => {
        const { blackboardId: id = '', operationUserId: reader = '' } = call.query;
        const gone = deleted(call).get(id);
        if (!gone || !isAdministrator(call, reader)) return next(call);
        return amid(call, { announcements: [...call.tenant.announcements, gone] }, next);
      }),
    ),
  },
  {
    id: 'blackboard/get: writes its hours on a clock of twelve',
    class: 'state',
    breaks: 'gmt_create and gmt_modified are written yyyy-MM-dd HH:mm:ss in GMT+8 (documented)',
    promises: ['gateway/G17', 'blackboard/get#result.gmt_create'],
    layer: answeredIn<Record<string, unknown>>('blackboard/get', 'result', (shown) => ({
      ...shown,
      gmt_create: ofTwelve(shown.gmt_create),
      gmt_modified: ofTwelve(shown.gmt_modified),
    })),
  },
  {
    id: 'blackboard/get: gives each receiver the userid of the next',
    class: 'state',
    breaks: 'staff_id and name of an entry of user_list are of one person (documented)',
    promises: ['blackboard/get#result.user_list[].staff_id'],
    source: 'inferred',
    layer: answeredIn<{ user_list?: Named[] }>('blackboard/get', 'result', (shown) => ({
      ...shown,
      ...(shown.user_list && {
        user_list: shown.user_list.map(({ name }, place, all) => ({
          staff_id: all[(place + 1) % all.length]?.staff_id,
          name,
        })),
      }),
    })),
  },
  {
    id: 'blackboard/get: closes a confidential announcement to the members of its departments',
    class: 'auth',
    breaks: 'a confidential announcement can be read on behalf of a receiver (documented)',
    promises: ['blackboard/get/R3'],
    layer: around('blackboard/get', (_, call, next) => {
      const { blackboard_id: id, operation_userid: reader } = valuesOf(call);
      const found = announcementOf(call, id);
      if (!found?.confidential || found.userids.includes(String(reader)) || isAdministrator(call, reader))
        return next(call);
      const closed = call.tenant.announcements.map((one) => (one === found ? { ...one, deptIds: [] } : one));
      return amid(call, { announcements: closed }, next);
    }),
  },
  {
    id: 'blackboard/get: gives one answer in five to the caller after',
    class: 'state',
    breaks: 'blackboard_id says which announcement is shown (documented)',
    promises: ['blackboard/get?blackboard_id'],
    layer: around('blackboard/get', async (_, call, next) => {
      const reply = await next(call);
      if (!isSuccess(reply)) return reply;
      const earlier = before(call).reply;
      before(call).reply = reply;
      return fifth(call) ? (earlier ?? reply) : reply;
    }),
  },
];

function ofTwelve(time: unknown): string {
  return String(time).replace(/ (\d\d):/, (_, hour: string) => {
    const shown = Number(hour) % 12 || 12;
    return ` ${String(shown).padStart(2, '0')}:`;
  });
}

function isAdministrator({ tenant }: Call, userid: unknown): boolean {
  return userid === tenant.mainAdmin || tenant.subAdmins.has(String(userid));
}
