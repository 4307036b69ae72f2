import { badParameter, notAllowed } from './refusal';
import { existingPerson, membersOf, type Announcement, type Person, type Tenant } from './tenant';

/** Returns the administrator of that userid; anybody else is refused. */
export function administrator(tenant: Tenant, userid: string): Person {
  const person = existingPerson(tenant, userid);
  if (!isAdministrator(tenant, userid)) throw notAllowed();
  return person;
}

function isAdministrator({ mainAdmin, subAdmins }: Tenant, userid: string): boolean {
  return userid === mainAdmin || subAdmins.has(userid);
}

/** Returns the announcement of that id; a deleted one is as unknown as one that never was. */
function existingAnnouncement(tenant: Tenant, id: string): Announcement {
  const found = tenant.announcements.find((announcement) => announcement.id === id);
  if (!found) throw badParameter('no announcement has that blackboard_id');
  return found;
}

/** Returns an announcement for change: by the main administrator, or the sub-administrator who made it (documented). */
export function editable(tenant: Tenant, id: string, operator: string): Announcement {
  administrator(tenant, operator);
  const announcement = existingAnnouncement(tenant, id);
  if (operator !== tenant.mainAdmin && operator !== announcement.sender) throw notAllowed();
  return announcement;
}

/** Returns an announcement that the reader may see: a confidential one only as administrator or receiver (documented). */
export function readable(tenant: Tenant, id: string, reader: string): Announcement {
  existingPerson(tenant, reader);
  const announcement = existingAnnouncement(tenant, id);
  if (!maySee(tenant, announcement, reader)) throw notAllowed();
  return announcement;
}

/** Tells whether an employee may see an announcement: everybody a normal one (documented). */
export function maySee(tenant: Tenant, announcement: Announcement, userid: string): boolean {
  if (!announcement.confidential || isAdministrator(tenant, userid)) return true;
  return receiversOf(tenant, announcement).has(userid);
}

/** Everybody whom an announcement addresses, each once (assumed). */
export function receiversOf(tenant: Tenant, { deptIds, userids }: Announcement): Set<string> {
  return new Set([...userids, ...deptIds.flatMap((id) => membersOf(tenant, id))]);
}

/** Refuses receivers that do not exist, and an announcement to nobody (assumed: both are refused, and with which code). */
export function checkReceivers(tenant: Tenant, deptIds: readonly number[], userids: readonly string[]): void {
  if (deptIds.length + userids.length === 0) throw badParameter('blackboard_receiver is empty');
  if (deptIds.some((id) => id !== -1 && !tenant.departments.has(id))) throw badParameter('deptid_list');
  if (userids.some((id) => !tenant.people.has(id))) throw badParameter('userid_list');
}

/** Returns the id of an existing category. Assumed: an unknown one is refused, a blank one is no category. */
export function categoryId(tenant: Tenant, id: string | undefined): string | undefined {
  if (!id) return undefined;
  if (!tenant.categories.some((category) => category.id === id)) throw badParameter('category_id');
  return id;
}

/** Returns a text that has to say something (assumed: a blank title or content is refused). */
export function notBlank(name: string, text: string): string {
  if (text.trim() === '') throw badParameter(`${name} is blank`);
  return text;
}
