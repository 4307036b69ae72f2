import type { Call } from '../../emulator/call';
import { valuesOf } from '../../emulator/layers';
import type { Announcement } from '../../emulator/tenant';
import type { Fields } from './layers';

/** The parameters of a call about one announcement, wherever they stand. */
export function sentOf(call: Call): Fields {
  const values = valuesOf(call);
  return { ...values, ...(values.update_request as Fields | undefined) };
}

/** The announcement that a call is about, under the name of either gateway; undefined where there is none. */
export function announcementOf(call: Call): Announcement | undefined {
  const sent = sentOf(call);
  return call.tenant.announcements.find(({ id }) => id === (sent.blackboard_id ?? sent.blackboardId));
}

/** Whether somebody administers announcements. */
export function isAdministrator({ tenant }: Call, userid: unknown): boolean {
  return userid === tenant.mainAdmin || tenant.subAdmins.has(String(userid));
}

/** The operator of a call as an administrator, where there is such an employee: for tenants that let everybody do what only those may. */
export function asAdministrator(userid: unknown, _: Fields, { tenant }: Call): unknown {
  return tenant.people.has(String(userid)) ? tenant.mainAdmin : userid;
}
