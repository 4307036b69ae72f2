import {
  createAnnouncement,
  deleteAnnouncement,
  listAnnouncementIds,
  listCategories,
  updateAnnouncement,
} from '../schemas/index';
import { administrator, categoryId, checkReceivers, editable, notBlank } from './announcements';
import { day, fromGmt8 } from './clock';
import { objectId } from './ids';
import { pageAt } from './page';
import { badParameter } from './refusal';
import { route } from './route';
import type { Announcement, Tenant } from './tenant';

const longestWindow = 180 * day;
// Documented as "the last month"; that this is 30 days is assumed.
const lastMonth = 30 * day;

/** The endpoints that write announcements and list them for administrators. */
export const blackboardRoutes = [
  route(createAnnouncement, (tenant, { create_request: given }) => {
    const sender = administrator(tenant, given.operation_userid).userid;
    const { deptid_list: deptIds = [], userid_list: userids = [] } = given.blackboard_receiver;
    checkReceivers(tenant, deptIds, userids);
    const now = tenant.clock.now();
    tenant.announcements.push({
      id: objectId(now),
      sender,
      createdAt: now,
      modifiedAt: now,
      // Assumed: a normal announcement that is not pinned, unless the caller says otherwise.
      confidential: given.private_level === 20,
      pinned: given.push_top ?? false,
      deptIds,
      userids,
      readers: new Set(),
      title: notBlank('title', given.title),
      content: notBlank('content', given.content),
      ...changeable(tenant, given),
    });
    return { result: true };
  }),

  route(updateAnnouncement, (tenant, { update_request: given }) => {
    const announcement = editable(tenant, given.blackboard_id, given.operation_userid);
    // Inferred: what is left out keeps its value.
    Object.assign(announcement, changeable(tenant, given), {
      title: notBlank('title', given.title),
      content: notBlank('content', given.content),
      modifiedAt: tenant.clock.now(),
    });
    return { result: true };
  }),

  route(deleteAnnouncement, (tenant, { blackboard_id: id, operation_userid: operator }) => {
    const announcement = editable(tenant, id, operator);
    tenant.announcements.splice(tenant.announcements.indexOf(announcement), 1);
    return { result: true };
  }),

  route(listAnnouncementIds, (tenant, { query_request: given }) => {
    administrator(tenant, given.operation_userid);
    const [start, end] = window(tenant, given.start_time, given.end_time);
    const found = tenant.announcements
      .filter(({ createdAt }) => createdAt >= start && createdAt < end)
      // Assumed: a category that nobody knows simply holds nothing.
      .filter((announcement) => !given.category_id || announcement.categoryId === given.category_id)
      // Assumed: the newest first.
      .sort((a, b) => a.createdAt - b.createdAt)
      .reverse();
    const { rows } = pageAt(found, (given.page - 1) * given.page_size, given.page_size);
    return { result: rows.map(({ id }) => id) };
  }),

  route(listCategories, (tenant, { operation_userid: operator }) => {
    administrator(tenant, operator);
    return { result: tenant.categories.map(({ id, name }) => ({ id, name })) };
  }),
];

interface Changeable {
  readonly author?: string;
  readonly category_id?: string;
  readonly coverpic_mediaid?: string;
}

function changeable(
  tenant: Tenant,
  given: Changeable,
): Pick<Announcement, 'author' | 'categoryId' | 'coverMediaId'> {
  const category = categoryId(tenant, given.category_id);
  return {
    ...(given.author !== undefined && { author: given.author }),
    ...(category !== undefined && { categoryId: category }),
    ...(given.coverpic_mediaid !== undefined && { coverMediaId: given.coverpic_mediaid }),
  };
}

/** From (inclusive) and to (exclusive) in epoch milliseconds; both ends are documented by the SDK. */
function window(tenant: Tenant, from: string | undefined, to: string | undefined): [number, number] {
  const now = tenant.clock.now();
  const end = moment('end_time', to);
  // Assumed: an end alone opens the month before it.
  const start = moment('start_time', from) ?? (end ?? now) - lastMonth;
  if ((end ?? now) - start > longestWindow)
    throw badParameter('start_time and end_time are more than 180 days apart');
  const until = end ?? Infinity;
  if (until < start) throw badParameter('end_time is before start_time');
  return [start, until];
}

function moment(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = fromGmt8(text);
  if (at === undefined) throw badParameter(`${name} is not yyyy-MM-dd HH:mm:ss`);
  return at;
}
