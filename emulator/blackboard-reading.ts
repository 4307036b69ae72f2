import { createHash } from 'node:crypto';
import { getAnnouncement, getBlackboard, listTopTen } from '../schemas/index';
import type { GetAnnouncementResponse, GetBlackboardResponse, ListTopTenResponse } from '../schemas/types';
import { maySee, readable, receiversOf } from './announcements';
import { toGmt8 } from './clock';
import { badParameter } from './refusal';
import { present, route, type Payload } from './route';
import { existingPerson, isRoot, type Announcement, type Tenant } from './tenant';

/** The endpoints that show announcements: both generations of get, and the ten that an employee sees first. */
export const blackboardReadingRoutes = [
  route(getAnnouncement, (tenant, { blackboard_id: id, operation_userid: reader }) => ({
    result: older(tenant, readable(tenant, id, reader)),
  })),

  route(getBlackboard, (tenant, { blackboardId: id, operationUserId: reader }) => {
    // Documented: neither is required, and yet both have to be legal.
    if (id === undefined || reader === undefined) throw badParameter('badRequest');
    return newer(tenant, readable(tenant, id, reader));
  }),

  route(listTopTen, (tenant, { userid }) => {
    existingPerson(tenant, userid);
    const visible = tenant.announcements.filter((announcement) => maySee(tenant, announcement, userid));
    // Assumed: pinned ones first, and the newest first among equals.
    const order = (a: Announcement, b: Announcement) =>
      Number(b.pinned) - Number(a.pinned) || b.createdAt - a.createdAt;
    return { blackboard_list: visible.reverse().sort(order).slice(0, 10).map(listed) };
  }),
];

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
    coverpic_url: coverUrl(announcement),
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
    coverPicUrl: coverUrl(announcement),
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

function listed({ id, createdAt, title, categoryId }: Announcement): Listed {
  const url = `https://app.dingtalk.com/blackboard/detail?dd_nav_bgcolor=FF5E97F6&showmenu=true&dd_share=true&bid=${id}`;
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
  const receivers = receiversOf(tenant, announcement);
  const readCount = [...announcement.readers].filter((reader) => receivers.has(reader)).length;
  const counts = { readCount, unreadCount: receivers.size - readCount };
  if (announcement.deptIds.some(isRoot)) return { users: [], departments: [], ...counts };
  return {
    users: announcement.userids.map((userid) => existingPerson(tenant, userid)),
    departments: announcement.deptIds.map((id) => ({
      code: departmentCode(tenant, id),
      name: tenant.departments.get(id)?.name ?? '',
    })),
    ...counts,
  };
}

/** Documented: an encrypted text, not the number that create takes. That it is stable is assumed. */
function departmentCode({ corpId }: Tenant, id: number): string {
  return createHash('sha256').update(`${corpId}/${id}`).digest('hex').slice(0, 16);
}

function coverUrl({ coverMediaId }: Announcement): string | undefined {
  return coverMediaId
    ? `https://down.dingtalk.com/ddmedia/${coverMediaId.replace('@', '')}.png?ddFrom=blackboard.pic`
    : undefined;
}

/** Assumed: an empty list is left out. */
function unlessEmpty<Item>(items: Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : items;
}
