import { listReports, listReportSummaries } from '../../schemas';
import type { ListReportsRequest } from '../../schemas/types';
import { aReportQuery } from '../../fixtures/report/list.cases';
import { eventually } from './eventually';
import type { ListedReport, Summary } from './reports';
import { essentials, reports, type ReportQuery } from './reports';
import { shared } from './shared';
import { api, skip, templateName, user } from './tenant';
import { unordered } from './unordered';

type Filter = Pick<ListReportsRequest, 'userid' | 'template_name'>;

interface Sample<Item> {
  readonly query: ReportQuery;
  readonly whole: readonly Item[];
}

const day = 24 * 3_600_000;

/**
 * Expects a filter to let in what it names and nothing else, in a window that holds reports of several people and on several templates.
 * Whoever has the window read may be behind, so it may take a second look.
 */
export async function expectFilter<Item extends Summary>(
  list: (query: ReportQuery) => Promise<Item[]>,
  filter: Filter,
): Promise<void> {
  const sample = shared('reports by several people', () => sampleOf(list));
  const { query, whole } = await sample();
  let known: readonly Item[] | undefined = whole;
  await eventually('the filter to be right', async () => {
    const found = idsOf(await list({ ...query, ...filter }));
    const wanted = idsOf((known ?? (await list(query))).filter((report) => matches(report, filter)));
    known = undefined;
    expect({
      filter,
      missing: wanted.filter((id) => !found.includes(id)),
      strangers: found.filter((id) => !wanted.includes(id)),
    }).toEqual({ filter, missing: [], strangers: [] });
  });
}

// Around a report of the user, as long as it takes for somebody else and another template to be there, and a fortnight at most.
async function sampleOf<Item extends Summary>(
  list: (query: ReportQuery) => Promise<Item[]>,
): Promise<Sample<Item>> {
  const at = (await someReportOfTheUser()).create_time;
  for (const half of [day / 12, day, 3 * day, 7 * day]) {
    const query = { start_time: at - half, end_time: Math.min(at + half, aReportQuery().end_time) };
    const whole = await list(query);
    if (isMixed(whole) || half === 7 * day) return { query, whole };
  }
  return skip('there is no window of reports');
}

const isMixed = (reports: readonly Summary[]): boolean =>
  [{ userid: user }, { template_name: templateName }].every((filter) =>
    [true, false].every((wanted) => reports.some((report) => matches(report, filter) === wanted)),
  );

async function someReportOfTheUser(): Promise<Summary> {
  const { result } = await api.must(listReports, aReportQuery({ userid: user, template_name: templateName }));
  return (
    result.data_list.at(-1) ?? skip('the user has written no report on the template in the last 179 days')
  );
}

const matches = ({ creator_id: author, template_name: name }: Summary, filter: Filter): boolean =>
  author === (filter.userid ?? author) && name === (filter.template_name ?? name);

/** The ids of reports, sorted, for the order of lists is not documented. */
export const idsOf = (list: readonly { report_id: string }[]): string[] =>
  list.map(({ report_id: id }) => id).sort();

/**
 * Expects modified_start_time and modified_end_time to let in what was modified between them and nothing else, and to count beside the
 * window of creation.
 */
export async function expectModificationFilter(): Promise<void> {
  const { result } = await api.must(listReports, aReportQuery({ size: 20 }));
  const seen = result.data_list;
  const later = seen.find(({ modified_time, create_time }) => modified_time > create_time) ?? seen.at(-1);
  if (!later) skip('there is no report of the last 179 days');
  const { create_time: at, modified_time: then } = later;
  const query = { start_time: at - day, end_time: Math.min(at + day, aReportQuery().end_time) };
  const [from, to] = [then - 1000, then + 1000];
  await eventually('the filter by modification to be right', async () => {
    const [all, during, before, youngerDuring] = await Promise.all([
      reports(query),
      reports({ ...query, modified_start_time: from, modified_end_time: to }),
      reports({ ...query, modified_end_time: from }),
      reports({ ...query, start_time: later.create_time + 1, modified_start_time: from }),
    ]);
    const modified = (low: number, high: number): ListedReport[] =>
      all.filter(({ modified_time: moment }) => moment > low && moment < high);
    expect({ 'modified around then': idsOf(during) }).toEqual({
      'modified around then': idsOf(modified(from - 1, to + 1)),
    });
    const younger = modified(from - 1, Infinity).filter(({ create_time: at }) => at > later.create_time);
    expect({ 'created later and modified since': idsOf(youngerDuring) }).toEqual({
      'created later and modified since': idsOf(younger),
    });
    expect({ 'modified before': idsOf(before) }).toEqual({ 'modified before': idsOf(modified(0, from + 1)) });
  });
}

/** Expects both lists to say the same of every report, whoever wrote it, that stands on the same page of both. */
export async function expectSameSaid(query: ListReportsRequest): Promise<void> {
  const { result: whole } = await api.must(listReports, query);
  const { result: short } = await api.must(listReportSummaries, query);
  const common = idsOf(whole.data_list).filter((id) => idsOf(short.data_list).includes(id));
  if (common.length === 0) skip('the two lists have no report in common');
  const said = (list: readonly Summary[]): unknown =>
    unordered(list.filter(({ report_id: id }) => common.includes(id)).map(essentials));
  expect(said(short.data_list)).toEqual(said(whole.data_list));
}

/** Expects pages of three to hold what pages of twenty hold, once each, and each page to say the size that was asked for. */
export async function expectSameByPages(query: ListReportsRequest): Promise<void> {
  await eventually('pages of three to hold the same reports', async () => {
    const whole = await reports(query);
    const byThree: ListedReport[] = [];
    const sizes = new Set<number>();
    let cursor = 0;
    for (let more = true, page = 0; more && page < 200; page += 1) {
      const { result } = await api.must(listReports, { ...query, cursor, size: 3 });
      byThree.push(...result.data_list);
      sizes.add(result.size);
      cursor = result.next_cursor ?? cursor;
      more = result.has_more;
    }
    expect({ reports: idsOf(byThree), sizes: [...sizes] }).toEqual({ reports: idsOf(whole), sizes: [3] });
  });
}

/** Expects the oldest reports of a query to be the same whether the last page of them is exactly full or holds a single one. */
export async function expectEdges<Item extends Summary>(
  list: (query: ReportQuery, size?: number) => Promise<Item[]>,
  query: ReportQuery,
): Promise<void> {
  const times = (await list(query)).map(({ create_time: at }) => at).sort((a, b) => a - b);
  const fifth = times[4] ?? skip('there are not five reports to turn pages in');
  const oldest = { ...query, end_time: fifth + 1 };
  const whole = idsOf(await list(oldest));
  if (whole.length > 20) skip('too many reports are of one moment');
  const pages = {
    'exactly full': idsOf(await list(oldest, whole.length)),
    'one is left': idsOf(await list(oldest, whole.length - 1)),
  };
  expect(pages).toEqual({ 'exactly full': whole, 'one is left': whole });
}
