import { listAnnouncementIds } from '../../../schemas';
import type { IdQuery } from '../../../fixtures/blackboard/listids.cases';
import { beijingTime } from '../../../fixtures/time';
import { idsOn, pagesOf } from './announcements';
import { againstKnown, eventually } from '../eventually';
import { fact } from '../evidence';
import { mustBeLookedAt } from '../../../client/lacking';
import { read } from './readings';
import { api, operator, skip } from '../tenant';

const day = 24 * 3_600_000;

/** Expects start_time alone to be taken, or refused, so many days back. */
export async function expectStartAlone(days: number, allowed: boolean): Promise<void> {
  const start_time = beijingTime(Date.now() - days * day);
  const query_request = { operation_userid: operator, page: 1, page_size: 1, start_time };
  const reply = await api.send(listAnnouncementIds, { query_request });
  mustBeLookedAt(reply);
  const source = allowed ? 'documented' : 'inferred';
  const says = `start_time alone, ${days} days back, is ${allowed ? 'taken' : 'refused'}`;
  fact({ endpoint: listAnnouncementIds.id, says, source }, () => {
    expect({ days, allowed: !reply.refused }).toEqual({ days, allowed });
  });
}

/**
 * Expects a list without times to hold what is up to 27 days old and nothing older than 32: the docs say "the last month", which may be
 * 28 to 31 days. A page of either is looked for, from the week next to the limit. Others write meanwhile and so move what stands on
 * which page: today is left out, and what any try saw was seen.
 */
export async function expectLastMonth(): Promise<void> {
  const recent = await somethingFrom([27, 20], [20, 1]);
  const old = new Set(await somethingFrom([39, 32], [90, 39]));
  const seen = new Set<string>();
  let tries = 0;
  await eventually('listids without times to show the last month', async () => {
    for (const id of await withoutTimes((tries += 1) % 2 === 0)) seen.add(id);
    const missing = recent.filter((id) => !seen.has(id));
    const tooOld = [...seen].filter((id) => old.has(id));
    expect({ missing, 'too old': tooOld }).toEqual({ missing: [], 'too old': [] });
  });
}

// A page of the first of these spans in which there is anything; from so many days ago to so many.
async function somethingFrom(...spans: [number, number][]): Promise<string[]> {
  for (const [from, to] of spans) {
    const start_time = beijingTime(Date.now() - from * day);
    const end_time = beijingTime(Date.now() - to * day);
    const ids = await idsOn({ page_size: 30, start_time, end_time });
    if (ids.length > 0) return ids;
  }
  return [];
}

// Forwards nothing is missed that is pushed on by what is created meanwhile, backwards nothing that moves up by what is deleted.
async function withoutTimes(alsoBackwards: boolean): Promise<string[]> {
  const read = await pagesOf({ page_size: 30 });
  for (let page = alsoBackwards ? read.length : 0; page > 0; page -= 1)
    read.push(await idsOn({ page, page_size: 30 }));
  return read.flat();
}

/** Expects page 2 to go on where page 1 ends: both together are the page of twice the size, as it is known. */
export async function expectNextPage(
  { query_request: query }: { query_request: IdQuery },
  known: readonly string[],
): Promise<void> {
  const size = query.page_size / 2;
  const page = (number: number, page_size: number): Promise<string[]> =>
    idsOn({ ...query, page: number, page_size });
  const list = { known, read: (): Promise<readonly string[]> => page(1, 2 * size) };
  await againstKnown('the second page to follow the first', list, async (both) => {
    const [one, two] = [await page(1, size), await page(2, size)];
    expect({ 'page 1 and page 2': [...one, ...two].sort() }).toEqual({
      'page 1 and page 2': [...both].sort(),
    });
    expect(one.length).toBeLessThanOrEqual(size);
  });
}

/**
 * Expects what is listed between one in the afternoon and nine to show such an hour, in every generation of get: a clock of twelve
 * hours does not, and neither does one in UTC. What stands on the list may be deleted before it is read, so it may take a second look.
 */
export async function expectAfternoon(): Promise<void> {
  await eventually('what was made in an afternoon to show an hour of it', async () => {
    const { id, from, to } = await madeInAnAfternoon();
    const readings = await read(id);
    const outside = readings.filter(({ created }) => created < from || created > to);
    expect({ from, to, outside: outside.map(({ created }) => created) }).toEqual({ from, to, outside: [] });
  });
}

async function madeInAnAfternoon(): Promise<{ id: string; from: string; to: string }> {
  for (let back = 1; back <= 7; back += 1) {
    const [date = ''] = beijingTime(Date.now() - back * day).split(' ');
    const [from, to] = [`${date} 13:00:00`, `${date} 20:59:59`];
    const [id] = await idsOn({ page_size: 1, start_time: from, end_time: to });
    if (id !== undefined) return { id, from, to };
  }
  return skip('nothing was announced in an afternoon of the last seven days');
}
