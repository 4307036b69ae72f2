import type { Client } from '../../client/client';
import { CallFailure } from '../../client/failure';
import { errorText, joined, UserError, type Text } from '../../config/language';
import { meaningOf } from '../doctor/codes';
import { outcomeText } from '../doctor/outcome';
import { tagIn } from '../../fixtures/tag';
import { beijingTime, fromBeijingTime } from '../../fixtures/time';
import { deleteAnnouncement, getAnnouncement, getBlackboard, listAnnouncementIds } from '../../schemas';

const pageSize = 30;
const maxPages = 400;
const day = 86_400_000;
const minute = 60_000;

/** What to sweep: announcements of the last `days`, leaving alone what is younger than `olderThanMinutes`. */
export interface Sweep {
  readonly days: number;
  readonly olderThanMinutes: number;
  /** The id of a run that is over: what it left is taken however young it is. */
  readonly run?: string | undefined;
  readonly dryRun: boolean;
}

/** An announcement whose title carries a tag of this suite; `createdAt` is in epoch milliseconds. */
export interface Leftover {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number;
  /** Absent where only the archived endpoint may be asked, which does not tell. */
  readonly sender?: string;
}

/** What a sweep did. */
export interface Swept {
  /** Announcements that were looked at, whoever made them. */
  readonly looked: number;
  readonly removed: readonly Leftover[];
  /** Younger than asked for: another run may be at work on them. */
  readonly young: readonly Leftover[];
  /** Somebody else's, although the title carries a tag: a copy, or of a run with another operator. */
  readonly foreign: readonly Leftover[];
  /** What could not be listed, read or removed, and why. */
  readonly trouble: readonly Text[];
}

/** Who sweeps, by which client. */
export interface Sweeper {
  readonly client: Client;
  readonly operator: string;
}

/** Finds what earlier runs left and removes it; goes on past every failed call. With `dryRun` it counts as removed and stays. */
export async function sweep(by: Sweeper, asked: Sweep): Promise<Swept> {
  const trouble: Text[] = [];
  // Their clock may be ahead of ours; a window is 180 days at most (documented), so its end is given.
  const to = Date.now() + 2 * minute;
  const ids = await listed(by, { from: to - asked.days * day, to }, trouble);
  const ours: Leftover[] = [];
  for (const id of ids) {
    const found = await attempt(unread(id), trouble, () => read(by, id));
    if (found && tagIn(found.title) !== undefined) ours.push(found);
  }
  const isOver = (title: string): boolean =>
    asked.run !== undefined && tagIn(title)?.startsWith(`[api-suite ${asked.run}-`) === true;
  const isYoung = ({ createdAt, title }: Leftover): boolean =>
    createdAt > Date.now() - asked.olderThanMinutes * minute && !isOver(title);
  const [foreign, mine] = [
    ours.filter((found) => isForeign(found, by)),
    ours.filter((found) => !isForeign(found, by)),
  ];
  const [young, old] = [mine.filter(isYoung), mine.filter((found) => !isYoung(found))];
  const removed = asked.dryRun ? old : await removeAll(by, old, trouble);
  return { looked: ids.length, removed, young, foreign, trouble };
}

/** Whether somebody else sent it, whatever its title says. */
export const isForeign = ({ sender }: Leftover, { operator }: Sweeper): boolean =>
  sender !== undefined && sender !== operator;

/** The ids of the announcements of a window in epoch milliseconds; what could not be listed is added to `trouble`. */
export async function listed(
  { client, operator }: Sweeper,
  { from, to }: { readonly from: number; readonly to: number },
  trouble: Text[],
): Promise<string[]> {
  const window = { start_time: beijingTime(from), end_time: beijingTime(to) };
  const ids = new Set<string>();
  for (let page = 1; page <= maxPages; page += 1) {
    const query_request = { operation_userid: operator, page, page_size: pageSize, ...window };
    const rows = await attempt(unlisted(page), trouble, async () => {
      return (await client.must(listAnnouncementIds, { query_request })).result ?? [];
    });
    rows?.forEach((id) => ids.add(id));
    if (rows === undefined || rows.length < pageSize) return [...ids];
  }
  trouble.push({
    en: `only the first ${ids.size} announcements were looked at: take fewer --days`,
    zh: `只查看了前 ${ids.size} 条公告：请减小 --days`,
  });
  return [...ids];
}

const unlisted = (page: number): Text => ({
  en: `page ${page} of the list could not be read`,
  zh: `公告列表第 ${page} 页读取失败`,
});

/** That an announcement could not be read. */
export const unread = (id: string): Text => ({ en: `${id} could not be read`, zh: `${id} 读取失败` });

/** Reads an announcement; undefined where it is gone, or not to be read by us. */
export async function read({ client, operator }: Sweeper, id: string): Promise<Leftover | undefined> {
  const reply = await client.send(getBlackboard, { blackboardId: id, operationUserId: operator });
  if (!reply.refused) {
    const { title, gmtCreate, senderStaffId } = reply.body;
    return { id, title, createdAt: fromBeijingTime(gmtCreate), sender: senderStaffId };
  }
  const meaning = meaningOf(getBlackboard, reply.code);
  // Gone meanwhile, or not to be read by us: then it is not ours, for what we made we may read.
  if (meaning === 'service') return undefined;
  if (meaning !== 'permission') throw new UserError(outcomeText(`refused ${reply.code}`));
  const { result } = await client.must(getAnnouncement, { blackboard_id: id, operation_userid: operator });
  return { id, title: result.title, createdAt: fromBeijingTime(result.gmt_create) };
}

/** Removes these and returns those that are gone then; goes on past every failed call, which is added to `trouble`. */
export async function removeAll(by: Sweeper, old: readonly Leftover[], trouble: Text[]): Promise<Leftover[]> {
  const removed: Leftover[] = [];
  for (const leftover of old) {
    if (await attempt(unremoved(leftover), trouble, () => remove(by, leftover.id))) removed.push(leftover);
  }
  return removed;
}

const unremoved = ({ id, title }: Leftover): Text => ({
  en: `«${title}» (${id}) could not be removed`,
  zh: `“${title}”（${id}）未能删除`,
});

const resultFalse: Text = { en: 'the answer says result false', zh: '响应中 result 为 false' };

// A delete whose answer was lost may have happened, and so may another's: what is gone is removed, and what is not is tried again once.
async function remove(by: Sweeper, id: string, again = true): Promise<true> {
  const request = { blackboard_id: id, operation_userid: by.operator };
  const problem = await by.client.must(deleteAnnouncement, request).then(
    ({ result }) => (result ? undefined : new UserError(resultFalse)),
    (error: unknown) => error as Error,
  );
  if (problem === undefined || (await read(by, id)) === undefined) return true;
  if (again) return remove(by, id, false);
  throw problem;
}

async function attempt<Value>(
  what: Text,
  trouble: Text[],
  act: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await act();
  } catch (error) {
    const reason = error instanceof CallFailure ? outcomeText(error.exchange.outcome) : errorText(error);
    trouble.push(joined([what, reason], { en: ': ', zh: '：' }));
    return undefined;
  }
}
