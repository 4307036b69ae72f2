import {
  createAnnouncement,
  deleteAnnouncement,
  listAnnouncementIds,
  listCategories,
  updateAnnouncement,
} from '../../schemas/index';
import {
  administrator,
  categoryId,
  cleaned,
  coverOf,
  editable,
  existingReceivers,
  kept,
} from './announcements';
import { day, fromGmt8 } from '../clock';
import { formed, objectId } from '../ids';
import { pageAt } from '../page';
import { badParameter, Refusal } from '../refusal';
import { route } from '../route';
import type { Announcement, Tenant } from '../tenant';

const longestWindow = 180 * day;
const builtIn = ['正式公告', '节假日公告'];

/** The endpoints that write announcements and list them for administrators. */
export const routes = [
  route(createAnnouncement, (tenant, { create_request: given }) => {
    const sender = administrator(tenant, given.operation_userid);
    const { deptid_list: deptIds = [], userid_list: userids = [] } = given.blackboard_receiver;
    const receivers = existingReceivers(tenant, { deptIds, userids });
    const words = wordsOf(tenant, given);
    const { author, ...more } = changeable(tenant, given);
    const shown =
      author ?? (tenant.choice('blackboard/default-author') === 'operator' ? sender.name : undefined);
    if (isRepeated(tenant, sender.userid, words)) return { result: true };
    const now = tenant.clock.now();
    tenant.announcements.push({
      id: formed(objectId(now), tenant.choice('blackboard/id-form')),
      sender: sender.userid,
      createdAt: now,
      modifiedAt: now,
      confidential: isConfidential(tenant, given.private_level),
      pinned: given.push_top ?? tenant.choice('blackboard/default-top') === 'yes',
      ...receivers,
      readers: new Set(),
      ...words,
      ...more,
      ...(shown !== undefined && { author: shown }),
    });
    return { result: true };
  }),

  route(updateAnnouncement, (tenant, { update_request: given }) => {
    const announcement = editable(tenant, given.blackboard_id, given.operation_userid);
    if (tenant.choice('blackboard/left-out-in-update') === 'cleared') {
      delete announcement.author;
      delete announcement.categoryId;
      delete announcement.coverMediaId;
    }
    const change = { ...wordsOf(tenant, given), ...changeable(tenant, given) };
    const isChange = Object.entries(change).some(
      ([name, value]) => announcement[name as keyof Announcement] !== value,
    );
    const moves = isChange || tenant.choice('blackboard/no-op-update') === 'moves';
    Object.assign(announcement, change, moves && { modifiedAt: tenant.clock.now() });
    return { result: true };
  }),

  route(deleteAnnouncement, (tenant, { blackboard_id: id, operation_userid: operator }) => {
    const again = tenant.choice('blackboard/second-delete');
    administrator(tenant, operator);
    const isGone = !tenant.announcements.some((announcement) => announcement.id === id);
    if (isGone && again !== 'refused') return { result: again === 'true' };
    const announcement = editable(tenant, id, operator);
    tenant.announcements.splice(tenant.announcements.indexOf(announcement), 1);
    return { result: true };
  }),

  route(listAnnouncementIds, (tenant, { query_request: given }) => {
    administrator(tenant, given.operation_userid);
    const [start, end] = window(tenant, given.start_time, given.end_time);
    const time = tenant.choice('blackboard/filtered-time') === 'created' ? 'createdAt' : 'modifiedAt';
    const found = tenant.announcements
      .filter((announcement) => announcement[time] >= start && announcement[time] < end)
      .filter(inCategory(tenant, given.category_id));
    const { rows } = pageAt(ordered(tenant, found), (given.page - 1) * given.page_size, given.page_size);
    return { result: rows.map(({ id }) => id) };
  }),

  route(listCategories, (tenant, { operation_userid: operator }) => {
    administrator(tenant, operator);
    const isBuiltInShown = tenant.choice('blackboard/built-in-categories') === 'listed';
    const shown = tenant.categories
      .filter(({ name }) => isBuiltInShown || !builtIn.includes(name))
      .map(({ id, name }) => ({ id, name }));
    return { result: tenant.choice('blackboard/categories-order') === 'oldest' ? shown : shown.reverse() };
  }),
];

function isConfidential({ choice }: Tenant, level: number | undefined): boolean {
  return level === 20 || (level === undefined && choice('blackboard/default-level') === 'confidential');
}

interface Words {
  readonly title: string;
  readonly content: string;
}

function wordsOf(tenant: Tenant, { title, content }: Words): Words {
  return { title: kept(tenant, 'title', title), content: cleaned(tenant, kept(tenant, 'content', content)) };
}

const aMomentMs = 10_000;

function isRepeated(
  { announcements, choice, clock }: Tenant,
  sender: string,
  { title, content }: Words,
): boolean {
  if (choice('blackboard/repeated') === 'two') return false;
  const recent = announcements.filter(({ createdAt }) => createdAt > clock.now() - aMomentMs);
  return recent.some((one) => one.sender === sender && one.title === title && one.content === content);
}

function inCategory(tenant: Tenant, id: string | undefined): (announcement: Announcement) => boolean {
  if (!id) return () => true;
  const isKnown = tenant.categories.some((category) => category.id === id);
  if (!isKnown && tenant.choice('blackboard/unknown-category-filter') === 'refused')
    throw badParameter('category_id');
  return ({ categoryId: own }) => own === id;
}

// Reversed before it is sorted, so that the later one of two of the same moment comes first.
function ordered({ choice }: Tenant, found: readonly Announcement[]): Announcement[] {
  const newest = [...found].sort((a, b) => a.createdAt - b.createdAt).reverse();
  const order = choice('blackboard/order');
  if (order === 'modified') return newest.sort((a, b) => b.modifiedAt - a.modifiedAt);
  return order === 'newest' ? newest : newest.reverse();
}

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
  const cover = coverOf(tenant, given.coverpic_mediaid);
  return {
    ...(given.author !== undefined && { author: given.author }),
    ...(category !== undefined && { categoryId: category }),
    ...(cover !== undefined && { coverMediaId: cover }),
  };
}

/** From (inclusive) and to (exclusive) in epoch milliseconds; both ends are documented by the SDK. */
function window(tenant: Tenant, from: string | undefined, to: string | undefined): [number, number] {
  const now = tenant.clock.now();
  const end = moment('end_time', to);
  const given = moment('start_time', from) ?? startOf(tenant, end);
  const until = end ?? Infinity;
  if (until < given && tenant.choice('blackboard/end-before-start') === 'refused')
    throw badParameter('end_time is before start_time');
  return [cutStart(tenant, given, end ?? now), until];
}

function startOf({ choice, clock }: Tenant, end: number | undefined): number {
  const month = Number(choice('blackboard/last-month')) * day;
  const alone = choice('blackboard/end-alone');
  if (end === undefined || alone === 'month') return (end ?? clock.now()) - month;
  if (alone === 'refused') throw badParameter('start_time');
  return end - longestWindow;
}

function cutStart({ choice }: Tenant, start: number, end: number): number {
  if (end - start <= longestWindow) return start;
  const long = choice('blackboard/long-window');
  if (long === 'refused') throw badParameter('start_time and end_time are more than 180 days apart');
  if (long === '41041') throw new Refusal(41041, '时间跨度太大');
  return end - longestWindow;
}

function moment(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = fromGmt8(text);
  if (at === undefined) throw badParameter(`${name} is not yyyy-MM-dd HH:mm:ss`);
  return at;
}
