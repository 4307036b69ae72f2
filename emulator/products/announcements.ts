import { badParameter, notAllowed, unknownId } from '../refusal';
import { existingPerson, membersOf, type Announcement, type Person, type Tenant } from '../tenant';

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
  if (!found) throw unknownId('blackboard_id');
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

/** Everybody whom an announcement addresses, each once. */
export function receiversOf(tenant: Tenant, { deptIds, userids }: Announcement): Set<string> {
  return new Set([...userids, ...deptIds.flatMap((id) => membersOf(tenant, id))]);
}

interface Receivers {
  readonly deptIds: readonly number[];
  readonly userids: readonly string[];
}

/** Returns the receivers that exist; whether others, and an announcement to nobody, are refused is a choice. */
export function existingReceivers(tenant: Tenant, { deptIds, userids }: Receivers): Receivers {
  const receivers = {
    deptIds: deptIds.filter((id) => id === -1 || tenant.departments.has(id)),
    userids: userids.filter((id) => tenant.people.has(id)),
  };
  const isStrict = tenant.choice('blackboard/unknown-receiver') === 'refused';
  if (isStrict && receivers.deptIds.length < deptIds.length) throw badParameter('deptid_list');
  if (isStrict && receivers.userids.length < userids.length) throw badParameter('userid_list');
  const isToNobody = deptIds.length + userids.length === 0;
  if (isToNobody && tenant.choice('blackboard/no-receivers') === 'refused')
    throw badParameter('blackboard_receiver');
  return receivers;
}

/** Returns the id of an existing category, undefined for none and for a blank one (assumed). An unknown one is a choice. */
export function categoryId(tenant: Tenant, id: string | undefined): string | undefined {
  if (!id) return undefined;
  if (tenant.categories.some((category) => category.id === id)) return id;
  if (tenant.choice('blackboard/unknown-category') === 'refused') throw badParameter('category_id');
  return undefined;
}

/** Returns the media id of a cover; what is none is a choice. */
export function coverOf({ choice }: Tenant, id: string | undefined): string | undefined {
  if (id === undefined || id.startsWith('@') || choice('blackboard/bad-cover') === 'taken') return id;
  if (choice('blackboard/bad-cover') === 'refused') throw badParameter('coverpic_mediaid');
  return undefined;
}

/** Returns a title or a content as it is kept. Whether a blank one is refused, and what is kept of spaces, are choices. */
export function kept({ choice }: Tenant, name: string, text: string): string {
  const isLeftOut = text === '' && choice('blackboard/words-left-out') === 'taken';
  if (text.trim() === '' && choice('blackboard/blank-words') === 'refused' && !isLeftOut)
    throw badParameter(`${name} is blank`);
  return choice('blackboard/spaces') === 'trimmed' ? text.trim() : text;
}

/** Returns a content without what could run in a reader's browser, where the tenant cleans it. */
export function cleaned({ choice }: Tenant, content: string): string {
  if (choice('blackboard/markup') === 'kept') return content;
  return content
    .replace(/<script\b[\s\S]*?<\/script>/gi, '')
    .replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '');
}
