import { createReport, getUnreadCount, listReports } from '../../../schemas';
import { aReport } from '../../../fixtures/report/report';
import { eventually } from '../eventually';
import { fact, inferred } from '../evidence';
import { theTemplate, writtenSince } from './reports';
import { api, aTag, skip } from '../tenant';

const day = 24 * 3_600_000;

/** How many received reports somebody has not read. */
export async function unreadOf(userid: string): Promise<number> {
  return (await api.must(getUnreadCount, { userid })).count;
}

/** Sends a report from one of our people to some of them. */
export async function sendReport(from: string, ...to: string[]): Promise<void> {
  const draft = aReport({ author: from, template: await theTemplate(), to }, [`未读测试 ${aTag()}`]);
  await api.must(createReport, { create_report_param: draft });
}

/** The reports of the whole company, in pages of 20, until there are enough; skips the case where a number of pages does not tell. */
async function countReports(
  window: { start_time: number; end_time: number },
  { most, enough = Infinity }: { most: number; enough?: number },
): Promise<number> {
  let [count, cursor] = [0, 0];
  for (let page = 0; page < most && count < enough; page += 1) {
    const { result } = await api.must(listReports, { ...window, cursor, size: 20 });
    count += result.data_list.length;
    if (!result.has_more) return count;
    cursor = result.next_cursor ?? skip('report/list does not say where its next page begins');
  }
  if (count >= enough) return count;
  return skip(`the company has written more than ${most * 20} reports in the time that was looked at`);
}

/**
 * Expects the unread reports of the receiver to have grown by the one that was sent, and those of the author not by it. Others may
 * send reports to either of them meanwhile, so the bound is what everybody has written since.
 * @returns how many the author has not read by now.
 */
export async function expectGrown(
  since: number,
  { receiver, author }: Readonly<Record<'receiver' | 'author', { userid: string; before: number }>>,
): Promise<number> {
  const { written, all } = await eventually('the unread report to be counted', async () => {
    const received = (await unreadOf(receiver.userid)) - receiver.before;
    const written = (await unreadOf(author.userid)) - author.before;
    const all = await countReports(writtenSince(since), { most: 5 });
    const grown = { 'grew by': received, 'as it should': received >= 1 && received <= all };
    expect(grown).toEqual({ 'grew by': received, 'as it should': true });
    const most = { 'author grew by': written, 'as it should': written <= all };
    expect(most).toEqual({ 'author grew by': written, 'as it should': true });
    return { written, all };
  });
  fact(inferred(getUnreadCount.id, 'a report counts for its receivers and not for its author'), () => {
    const own = { 'author grew by': written, 'by others at most': Math.min(written, all - 1) };
    expect(own).toEqual({ 'author grew by': written, 'by others at most': written });
  });
  return author.before + written;
}

/** Expects the unread reports of one of several receivers to have grown by the one that was sent to all of them. */
export async function expectCounted(userid: string, before: number): Promise<void> {
  await eventually('the unread report to be counted', async () => {
    const after = await unreadOf(userid);
    expect({ userid, before, after, grown: after > before }).toEqual({ userid, before, after, grown: true });
  });
}

/** Expects each of some numbers of unread reports to be no more than everybody has written in the last 32 days. */
export async function expectAboutAMonth(counts: readonly number[]): Promise<void> {
  const month = writtenSince(Date.now() - 32 * day);
  const all = await countReports(month, { most: 10, enough: Math.max(...counts) });
  expect({ 'more than were written': counts.filter((count) => count > all) }).toEqual({
    'more than were written': [],
  });
}
