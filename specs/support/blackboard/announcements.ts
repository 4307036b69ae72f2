import type { Encoding } from '../../../client/encode';
import { createAnnouncement, deleteAnnouncement, listAnnouncementIds, listTopTen } from '../../../schemas';
import type { Draft } from '../../../fixtures/blackboard/announcement';
import type { IdQuery } from '../../../fixtures/blackboard/listids.cases';
import { tagIn } from '../../../fixtures/tag';
import { beijingTime, fromBeijingTime } from '../../../fixtures/time';
import { covers } from '../coverage';
import { eventually, unless } from '../eventually';
import { textsOf } from './generations';
import type { TopTenEntry } from './top-ten';
import { api, operator } from '../tenant';

const { currentCase } = globalThis.suite;

/** Which announcements to list: the epoch milliseconds of a window (start inclusive, end exclusive) and a category. */
export interface Query {
  readonly from: number;
  readonly to?: number;
  readonly category?: string;
}

// Clocks differ: what was just made may carry a time some seconds before or after ours.
const skewMs = 120_000;
const maxPages = 40;

const texts = new Map<string, string>();
const gone = new Set<string>();

/** Creates an announcement that is removed when the case ends, and finds its id, which create does not return. */
export async function publish(draft: Draft, as: Encoding = 'json'): Promise<string> {
  const since = Date.now();
  const known: { id?: string; refused?: boolean } = {};
  currentCase().cleanUpLater(`announcement «${draft.title}»`, async () => {
    if (known.refused === true) return;
    const left = known.id === undefined ? await find(draft, since) : [known.id];
    for (const id of left) if (!gone.has(id)) await withdraw(id);
  });
  const created = await api.send(createAnnouncement, { create_request: draft }, { as });
  known.refused = created.refused;
  expect(created).not.toBeRefused();
  expect(created.body).toMatchObject({ result: true });
  covers('blackboard/create#result');
  const id = await eventually('the new announcement to be listed', async () => {
    const found = await find(draft, since);
    expect({ listed: draft.title, times: found.length }).toEqual({ listed: draft.title, times: 1 });
    return found[0] ?? '';
  });
  known.id = id;
  return id;
}

/** Says that an announcement was deleted: it is not removed once more. */
export const wasDeleted = (id: string): void => {
  gone.add(id);
};

/** Whether the file has deleted an announcement already. */
export const isWithdrawn = (id: string): boolean => gone.has(id);

/** Deletes an announcement. */
export async function withdraw(id: string, as: Encoding = 'json'): Promise<void> {
  const request = { blackboard_id: id, operation_userid: operator };
  const reply = await api.must(deleteAnnouncement, request, { as });
  gone.add(id);
  expect(reply).toMatchObject({ result: true });
  covers('blackboard/delete#result');
}

// By its tag, which stands in the title from first to last: in the top ten of somebody whom it addresses, else of the administrator who
// sent it, which is one call; else among all that are new, whose ids are listed without titles.
async function find(draft: Draft, since: number): Promise<string[]> {
  const tag = tagIn(draft.title) ?? draft.title;
  const onTop = await onTopWith(tag, draft.blackboard_receiver.userid_list?.[0] ?? draft.operation_userid);
  if (onTop.length > 0) return onTop;
  return idsWith(tag, since);
}

async function onTopWith(tag: string, userid: string): Promise<string[]> {
  const reply = await api.send(listTopTen, { userid });
  const list = reply.refused ? [] : (reply.body.blackboard_list ?? []);
  const ids = list.flatMap(({ id, title }) => (id !== undefined && tagIn(title) === tag ? [id] : []));
  return [...new Set(ids)];
}

/** The ids of the announcements since `since` (epoch milliseconds) whose title or content holds a tag. */
export async function idsWith(tag: string, since: number): Promise<string[]> {
  return (await textsListed(around(since))).filter(([, text]) => text.includes(tag)).map(([id]) => id);
}

/** The ids that are listed, each with its title and content as they were first read; without any where they could not be read. */
export async function textsListed(query: Query): Promise<[id: string, text: string][]> {
  const ids = await idsListed(query);
  for (const id of ids) {
    const read = texts.has(id) ? undefined : await textsOf(id);
    if (read) texts.set(id, `${read.title}\n${read.content}`);
  }
  return ids.map((id) => [id, texts.get(id) ?? '']);
}

async function idsListed({ from, to, category }: Query, page_size = 30): Promise<string[]> {
  const query = {
    page_size,
    start_time: beijingTime(from),
    ...(to === undefined ? {} : { end_time: beijingTime(to) }),
    ...(category === undefined ? {} : { category_id: category }),
  };
  return (await pagesOf(query)).flat();
}

type PageQuery = Omit<IdQuery, 'operation_userid' | 'page'>;

/** Lists announcement ids page by page up to the first page that is not full, which is the last. */
export async function pagesOf(query: PageQuery): Promise<string[][]> {
  const read: string[][] = [];
  do read.push(await idsOn({ ...query, page: read.length + 1 }));
  while (read.at(-1)?.length === query.page_size && read.length < maxPages);
  return read;
}

/** The ids on one page of a list, the first one where no other is asked for. */
export async function idsOn(query: PageQuery & { page?: number }): Promise<string[]> {
  const query_request = { operation_userid: operator, page: 1, ...query };
  return (await api.must(listAnnouncementIds, { query_request })).result ?? [];
}

/** When an announcement was created, as its first reading shows it. */
export function creationTime([first]: readonly { readonly created: string }[]): string {
  return first?.created ?? '';
}

/**
 * The window from the second in which something was created until now, by the clock that wrote that time.
 * @param since our time before it was created.
 */
export const fromThenOn = (created: string, since: number): Query => {
  const from = fromBeijingTime(created);
  return { from, to: from + Date.now() - since + 2000 };
};

/** A window around what was made at `since`, wide enough for clocks that differ. */
export const around = (since: number): Query => ({ from: since - skewMs });

/** The hour before that window. */
export const hourBefore = (since: number): Query => ({
  from: since - skewMs - 3_600_000,
  to: since - skewMs,
});

/** The second in which something was created, as a window. */
export const secondOf = (created: string, shift = 0): { from: number; to: number } => {
  const from = fromBeijingTime(created) + shift * 1000;
  return { from, to: from + 1000 };
};

/** Expects an announcement to be listed, or not to be; waits for a list that lags. */
export async function expectListed(id: string, query: Query, listed: boolean, what: string): Promise<void> {
  await eventually(`listids ${listed ? 'to hold' : 'to be without'} ${what}`, async () => {
    const ids = await idsListed(query);
    expect({ id, what, listed: ids.includes(id) }).toEqual({ id, what, listed });
  });
}

/** Expects an announcement to be listed, and only once; waits for a list that lags. */
export async function expectListedOnce(id: string, query: Query): Promise<void> {
  await eventually('listids to hold an announcement once', async () => {
    const listed = (await idsListed(query)).filter((one) => one === id);
    expect({ id, 'times listed': listed.length }).toEqual({ id, 'times listed': 1 });
  });
}

/** Expects some announcements to be listed, and another one not to be, in one look. */
export async function expectLeft(ids: readonly string[], gone: string, query: Query): Promise<void> {
  await eventually('listids to be without what was deleted, and with what was not', async () => {
    const listed = await idsListed(query);
    const found = { left: ids.filter((id) => listed.includes(id)), deleted: listed.includes(gone) };
    expect(found).toEqual({ left: ids, deleted: false });
  });
}

/**
 * Expects pages of half of it to hold what one big page holds: nothing twice, nothing missing, `ids` among it. Others write while we read,
 * so a difference counts only where the big page is the same before and after; a list that never stands still is a finding.
 */
export async function expectPartition(ids: readonly string[], query: Query): Promise<void> {
  const quiet = await eventually('listids to stand still while it is read', async () => {
    const before = await idsListed(query);
    const parts = await idsListed(query, Math.max(1, Math.ceil(before.length / 2)));
    if (areSame(parts, before)) return before;
    const after = await idsListed(query);
    // In one word, for a long difference would not hold the name that tells this failure from any other.
    const moved = areSame(after, before) ? 'stood still' : 'moved';
    expect({ 'the list while it was read': moved }).toEqual({ 'the list while it was read': 'stood still' });
    // What somebody published and deleted in between shows in neither of the two; a list that is wrong stays so.
    expect({ 'smaller pages': [...parts].sort() }).toEqual({ 'smaller pages': [...before].sort() });
    return before;
  }).catch(unless('the list while it was read', noteRestless));
  if (!quiet) return;
  expect(quiet).toEqual(expect.arrayContaining([...ids]));
}

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join() === [...others].sort().join();

function noteRestless(): undefined {
  const message = 'the list never stood still, so its pages were not compared';
  currentCase().findings.push({ kind: 'waited', endpoint: listAnnouncementIds.id, message });
}

/** Whether a user's top ten must show an announcement or must not. */
type TopTen = 'shown' | 'hidden';

/** Expects at most ten announcements for the user, and the one in question as it should be; ten others may displace it; nothing that the file has deleted. */
export async function expectTopTen(
  userid: string,
  { id, title }: { id: string; title: string },
  wanted: TopTen,
): Promise<readonly TopTenEntry[]> {
  return eventually(`the user's top ten to be right about «${title}»`, async () => {
    const deletedBefore = new Set(gone);
    const { blackboard_list: list = [] } = await api.must(listTopTen, { userid });
    const deleted = list.filter((entry) => deletedBefore.has(entry.id ?? '')).map((entry) => entry.title);
    const ours = list.filter((entry) => entry.id === id || entry.title === title).map((entry) => entry.title);
    const full = list.length === 10 && ours.length === 0;
    expect({ tooMany: list.slice(10), deleted, ours }).toEqual({
      tooMany: [],
      deleted: [],
      ours: wanted === 'hidden' || full ? [] : [title],
    });
    return list;
  });
}
