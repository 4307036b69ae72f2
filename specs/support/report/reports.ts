import { getTemplateByName, listReports, listReportSummaries } from '../../../schemas';
import type {
  ListReportsRequest,
  ListReportsResponse,
  ListReportSummariesResponse,
} from '../../../schemas/types';
import { aReportQuery } from '../../../fixtures/report/list.cases';
import type { ReportDraft, Template } from '../../../fixtures/report/report';
import { eventually } from '../eventually';
import { fact, inferred } from '../evidence';
import { bodyOf } from '../permitted';
import { shared } from '../shared';
import { api, templateName, user } from '../tenant';
import { asShown } from '../texts';

export type ListedReport = NonNullable<ListReportsResponse['result']['data_list']>[number];
export type Summary = NonNullable<ListReportSummariesResponse['result']['data_list']>[number];
export type ReportQuery = Omit<ListReportsRequest, 'cursor' | 'size'>;

const hour = 3_600_000;
const skewMs = 120_000;
const pageSize = 20;
const maxPages = 50;

/** The template that the run may fill, as its author sees it. */
export const theTemplate = async (): Promise<Template> => (await templateAnswer()).body.result;

/** How the template is found by its name. */
export const templateAnswer = shared('the template', async () => {
  const request = { userid: user, template_name: templateName };
  const reply = await api.send(getTemplateByName, request);
  return { request, reply, body: bodyOf(getTemplateByName, reply) };
});

/** Up to twenty reports of the last 179 days, whoever wrote them; those of the last hour, to which nobody has reacted yet, are passed over. */
export const someReports = shared('twenty reports', async (): Promise<readonly ListedReport[]> => {
  const query = aReportQuery({ end_time: Date.now() - hour, size: pageSize });
  return (await api.must(listReports, query)).result.data_list;
});

/** The window of what was written between `since` (epoch milliseconds) and now; clocks differ. */
export const writtenSince = (since: number): { start_time: number; end_time: number } => ({
  start_time: since - skewMs,
  end_time: Date.now() + skewMs,
});

/** Every report of a query, page by page. */
export async function reports(query: ReportQuery): Promise<ListedReport[]> {
  return itemsOf(await reportPages(query));
}

/** Every summary of a query, page by page. */
export async function summaries(query: ReportQuery): Promise<Summary[]> {
  return itemsOf(await summaryPages(query));
}

/** The pages of a query, `size` reports on each; the end is where `has_more` is false, for `next_cursor` may stand on the last page too. */
export async function reportPages(query: ReportQuery, size = pageSize): Promise<Page<ListedReport>[]> {
  return pagesOf(size, async (cursor) => (await api.must(listReports, { ...query, cursor, size })).result);
}

/** The same of summaries. */
export async function summaryPages(query: ReportQuery, size = pageSize): Promise<Page<Summary>[]> {
  return pagesOf(
    size,
    async (cursor) => (await api.must(listReportSummaries, { ...query, cursor, size })).result,
  );
}

/** One page of reports, and the size that it says it has. */
export interface Page<Item> {
  readonly data_list?: readonly Item[];
  readonly has_more: boolean;
  readonly next_cursor?: number;
  readonly size: number;
}

/** What stands on pages. */
export const itemsOf = <Item>(pages: readonly Page<Item>[]): Item[] =>
  pages.flatMap(({ data_list: list = [] }) => list);

async function pagesOf<Item>(
  size: number,
  read: (cursor: number) => Promise<Page<Item>>,
): Promise<Page<Item>[]> {
  const pages: Page<Item>[] = [];
  let cursor = 0;
  while (pages.length < maxPages) {
    const page = await read(cursor);
    const beyond = page.data_list?.slice(size) ?? [];
    expect({ size, 'too many on a page': beyond }).toEqual({ size, 'too many on a page': [] });
    pages.push(page);
    if (!page.has_more) return pages;
    if (page.next_cursor === undefined)
      throw new Error('has_more is true, but there is no next_cursor to go on with');
    cursor = page.next_cursor;
  }
  throw new Error(`The pages do not end: has_more is still true after ${maxPages} of them`);
}

/** Expects a report to be among those that `read` lists, exactly once, and returns it; waits for a list that lags. */
export async function expectAmong<Item extends { report_id: string }>(
  read: () => Promise<Item[]>,
  id: string,
  what: string,
): Promise<Item> {
  return eventually(`the report in ${what}`, async () => {
    const found = (await read()).filter(({ report_id }) => report_id === id);
    expect({ id, what, times: found.length }).toEqual({ id, what, times: 1 });
    return found[0] ?? raise(`report ${id} is not listed`);
  });
}

function raise(message: string): never {
  throw new Error(message);
}

/** The filled fields of a report, by their sort, for their order in the list is not documented; what is empty may be left out. */
export function filled({ contents }: ListedReport): object[] {
  return contents
    .filter(({ value = '' }) => value !== '')
    .map(({ key, sort, type, value }) => ({ key, sort, type, value }))
    .sort(bySort);
}

/** The same of a report as it was sent; the list shows numbers as strings. */
export function filledOf({ contents }: Pick<ReportDraft, 'contents'>): object[] {
  return contents
    .filter(({ content }) => content !== '')
    .map(({ key, sort, type, content }) => ({ key, sort: String(sort), type: String(type), value: content }))
    .sort(bySort);
}

const bySort = (a: { sort: string }, b: { sort: string }): number => Number(a.sort) - Number(b.sort);

/** Expects a report to show the texts of a draft, each in its field. */
export function expectFilled(listed: ListedReport, draft: Pick<ReportDraft, 'contents'>): void {
  const shown = new Map(listed.contents.map(({ key, value }) => [key, value]));
  const contents = draft.contents.map((one) => ({
    ...one,
    content: asShown(listReports.id, shown.get(one.key), one.content),
  }));
  expect(filled(listed)).toEqual(filledOf({ contents }));
}

/**
 * Expects the contents to stand in the order of the template, as every published sample shows them. No page promises it, so on
 * somebody's tenant another order is a finding.
 */
export function expectInOrder({ contents }: ListedReport): void {
  const sorts = contents.map(({ sort }) => Number(sort));
  const isOrdered = sorts.every((sort, index) => index === 0 || sort > (sorts[index - 1] ?? 0));
  fact(inferred(listReports.id, 'contents stand in the order of the template'), () => {
    expect({ 'in the order of the template': isOrdered, sorts }).toEqual({
      'in the order of the template': true,
      sorts,
    });
  });
}
