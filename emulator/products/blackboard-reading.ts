import { createHash } from 'node:crypto';
import { getAnnouncement, getBlackboard, listTopTen } from '../../schemas/index';
import type { GetAnnouncementResponse, GetBlackboardResponse, ListTopTenResponse } from '../../schemas/types';
import { maySee, readable, receiversOf } from './announcements';
import { toGmt8 } from '../clock';
import { secretHex } from '../ids';
import { badParameter } from '../refusal';
import { present, route, type Payload } from '../route';
import { existingPerson, isRoot, membersOf, type Announcement, type Tenant } from '../tenant';

/** The endpoints that show announcements: both generations of get, and the ten that an employee sees first. */
export const routes = [
  route(getAnnouncement, (tenant, { blackboard_id: id, operation_userid: reader }) => ({
    result: older(tenant, read(tenant, id, reader)),
  })),

  route(getBlackboard, (tenant, { blackboardId: id, operationUserId: reader }) => {
    // Documented: neither is required, and yet both have to be legal.
    if (id === undefined || reader === undefined) throw badParameter('badRequest');
    return newer(tenant, read(tenant, id, reader));
  }),

  route(listTopTen, (tenant, { userid }) => ({
    blackboard_list: topTen(tenant, userid).map((each) => listed(tenant, each)),
  })),
];

function topTen(tenant: Tenant, userid: string): Announcement[] {
  const ofStranger = tenant.choice('blackboard/top-ten-of-stranger');
  const isStranger = !tenant.people.has(userid);
  if (isStranger && ofStranger === 'empty') return [];
  if (!isStranger || ofStranger === 'refused') existingPerson(tenant, userid);
  const newest = tenant.announcements
    .filter((announcement) => maySee(tenant, announcement, userid))
    .reverse()
    .sort((a, b) => b.createdAt - a.createdAt);
  const order = tenant.choice('blackboard/top-ten');
  if (order === 'newest') return newest.slice(0, 10);
  const ten = newest.sort((a, b) => Number(b.pinned) - Number(a.pinned)).slice(0, 10);
  return order === 'pinned' ? ten : ten.reverse();
}

function read(tenant: Tenant, id: string, reader: string): Announcement {
  const announcement = readable(tenant, id, reader);
  if (tenant.choice('blackboard/reading') === 'counted') announcement.readers.add(reader);
  return announcement;
}

type Older = NonNullable<GetAnnouncementResponse['result']>;
type Newer = Payload<GetBlackboardResponse>;
type Listed = NonNullable<ListTopTenResponse['blackboard_list']>[number];

function older(tenant: Tenant, announcement: Announcement): Older {
  const { users, departments, readCount, unreadCount } = audience(tenant, announcement);
  return present<Older>({
    id: announcement.id,
    author: announcement.author,
    title: announcement.title,
    content: announcement.content,
    category_id: announcement.categoryId,
    private_level: announcement.confidential ? 20 : 0,
    depname_list: unlessEmpty(departments.map(({ name }) => name)),
    username_list: unlessEmpty(users.map(({ name }) => name)),
    gmt_create: toGmt8(announcement.createdAt),
    gmt_modified: toGmt8(announcement.modifiedAt),
    read_count: readCount,
    unread_count: unreadCount,
    coverpic_url: coverUrl(tenant, announcement),
    user_list: unlessEmpty(users.map(({ userid, name }) => ({ staff_id: userid, name }))),
    deptList: unlessEmpty(departments.map(({ code, name }) => ({ dept_id: code, name }))),
  });
}

function newer(tenant: Tenant, announcement: Announcement): Newer {
  const { users, departments, readCount, unreadCount } = audience(tenant, announcement);
  const { corpId } = tenant;
  return present<Newer>({
    id: announcement.id,
    senderStaffId: announcement.sender,
    title: announcement.title,
    content: announcement.content,
    categoryId: announcement.categoryId,
    categoryName: tenant.categories.find(({ id }) => id === announcement.categoryId)?.name,
    coverPicUrl: coverUrl(tenant, announcement),
    privateLevel: announcement.confidential ? 20 : 0,
    isPushTop: announcement.pinned ? 1 : 0,
    depNameList: unlessEmpty(departments.map(({ name }) => name)),
    userNameList: unlessEmpty(users.map(({ name }) => name)),
    gmtCreate: toGmt8(announcement.createdAt),
    gmtModified: toGmt8(announcement.modifiedAt),
    readCount,
    unReadCount: unreadCount,
    userList: unlessEmpty(users.map(({ userid, name }) => ({ corpId, staffId: userid, name }))),
    deptList: unlessEmpty(departments.map(({ code, name }) => ({ deptId: code, name }))),
    attachments: undefined,
  });
}

function listed({ choice }: Tenant, { id, createdAt, title, categoryId }: Announcement): Listed {
  const bid = choice('blackboard/top-ten-url') === 'id' ? id : codeFor(id);
  const url = `https://app.dingtalk.com/blackboard/detail?dd_nav_bgcolor=FF5E97F6&showmenu=true&dd_share=true&bid=${bid}`;
  return present<Listed>({ gmt_create: toGmt8(createdAt), title, url, categoryId, id });
}

interface Audience {
  readonly users: readonly { readonly userid: string; readonly name: string }[];
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly readCount: number;
  readonly unreadCount: number;
}

/** Who was addressed and who has read. Inferred: an announcement to everybody names neither people nor departments. */
function audience(tenant: Tenant, announcement: Announcement): Audience {
  const counts = countsOf(tenant, announcement);
  const isToAll = announcement.deptIds.some(isRoot);
  if (isToAll && tenant.choice('blackboard/everybody') === 'neither')
    return { users: [], departments: [], ...counts };
  const isExpanded = !isToAll && tenant.choice('blackboard/department-receivers') === 'expanded';
  const named = isExpanded ? [...receiversOf(tenant, announcement)] : announcement.userids;
  return {
    users: named.map((userid) => existingPerson(tenant, userid)),
    departments: announcement.deptIds.map((id) => ({
      code: departmentCode(tenant, id),
      name: tenant.departments.get(Math.abs(id))?.name ?? '',
    })),
    ...counts,
  };
}

function countsOf(tenant: Tenant, announcement: Announcement): Pick<Audience, 'readCount' | 'unreadCount'> {
  const { choice } = tenant;
  const { deptIds, userids, readers, sender } = announcement;
  const receivers = receiversOf(tenant, announcement);
  if (choice('blackboard/sender') === 'yes') receivers.add(sender);
  const reached = deptIds.reduce((sum, id) => sum + membersOf(tenant, id).length, userids.length);
  const twice = choice('blackboard/receiver-twice') === 'twice' ? Math.max(0, reached - receivers.size) : 0;
  const readBy = [...readers].filter((reader) => receivers.has(reader)).length;
  const readCount = choice('blackboard/readers') === 'all' ? readers.size : readBy;
  return { readCount, unreadCount: receivers.size + twice - readBy };
}

const codeFor = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Documented: an encrypted text, not the number that create takes. */
function departmentCode({ corpId, choice }: Tenant, id: number): string {
  const form = choice('blackboard/department-code');
  const salt = form === 'changing' ? secretHex() : '';
  const code = codeFor(`${corpId}/${id}${salt}`);
  return form === 'base64' ? `${Buffer.from(code, 'hex').toString('base64').slice(0, 9)}+/==` : code;
}

function coverUrl({ choice }: Tenant, { coverMediaId }: Announcement): string | undefined {
  if (!coverMediaId) return undefined;
  const forms = {
    download: `https://down.dingtalk.com/ddmedia/${coverMediaId.replace('@', '')}.png?ddFrom=blackboard.pic`,
    signed: `https://static.dingtalk.com/media/pic.jpg?sign=${codeFor(coverMediaId)}%2B%3D&Expires=1893456000`,
    relative: `/media/${codeFor(coverMediaId)}.jpg`,
  };
  return forms[choice('blackboard/cover-url')];
}

/** Assumed: an empty list is left out. */
function unlessEmpty<Item>(items: Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : items;
}
