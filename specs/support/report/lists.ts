import type { ListReportsRequest } from '../../../schemas/types';
import { listReportSummaries } from '../../../schemas';
import { fact, inferred } from '../evidence';
import { againstKnown } from '../eventually';
import { handfulOfUser, sampleOf, severalPagesOf, sizesFor } from './windows';
import {
  itemsOf,
  reports,
  summaries,
  type ListedReport,
  type Page,
  type ReportQuery,
  type Summary,
} from './reports';
import { skip } from '../tenant';
import { unordered } from '../unordered';

type Filter = Pick<ListReportsRequest, 'userid' | 'template_name'>;

/** The ids of reports, sorted, for the order of lists is not documented. */
export const idsOf = (list: readonly { report_id: string }[]): string[] =>
  list.map(({ report_id: id }) => id).sort();

/**
 * Expects a filter to let in what it names and nothing else, in a window that holds reports of several people and on several templates.
 */
export async function expectFilter<Item extends Summary>(
  list: (query: ReportQuery) => Promise<Item[]>,
  filter: Filter,
): Promise<void> {
  const { query, whole } = await sampleOf(list);
  const window = { known: whole, read: () => list(query) };
  await againstKnown('the filter to be right', window, async (all) => {
    const found = idsOf(await list({ ...query, ...filter }));
    const wanted = idsOf(all.filter((report) => matches(report, filter)));
    expect({
      filter,
      missing: wanted.filter((id) => !found.includes(id)),
      strangers: found.filter((id) => !wanted.includes(id)),
    }).toEqual({ filter, missing: [], strangers: [] });
  });
}

const matches = ({ creator_id: author, template_name: name }: Summary, filter: Filter): boolean =>
  author === (filter.userid ?? author) && name === (filter.template_name ?? name);

/**
 * Expects modified_start_time and modified_end_time to let in what was modified between them and nothing else, and to count beside the
 * window of creation.
 */
export async function expectModificationFilter(): Promise<void> {
  const { query, whole } = await sampleOf(reports);
  const later = whole.find(({ modified_time, create_time }) => modified_time > create_time) ?? whole.at(-1);
  if (!later) skip('there is no report of the last 179 days');
  const { create_time: created, modified_time: then } = later;
  const [from, to] = [then - 1000, then + 1000];
  const window = { known: whole, read: () => reports(query) };
  await againstKnown('the filter by modification to be right', window, async (all) => {
    const [during, before, youngerDuring] = await Promise.all([
      reports({ ...query, modified_start_time: from, modified_end_time: to }),
      reports({ ...query, modified_end_time: from }),
      reports({ ...query, start_time: created + 1, modified_start_time: from }),
    ]);
    const modified = (low: number, high: number): ListedReport[] =>
      all.filter(({ modified_time: moment }) => moment > low && moment < high);
    const younger = modified(from - 1, Infinity).filter(({ create_time: at }) => at > created);
    expect({
      'modified around then': idsOf(during),
      'created later and modified since': idsOf(youngerDuring),
      'modified before': idsOf(before),
    }).toEqual({
      'modified around then': idsOf(modified(from - 1, to + 1)),
      'created later and modified since': idsOf(younger),
      'modified before': idsOf(modified(0, from + 1)),
    });
  });
}

/** The same reports as both lists show them. */
interface Both {
  readonly short: readonly Summary[];
  readonly whole: readonly ListedReport[];
}

/** Reads what both lists show in the window of several people. */
export async function inBothLists(): Promise<Both & { readonly read: () => Promise<Both> }> {
  const { query, whole: short } = await sampleOf(summaries);
  const read = async (): Promise<Both> => ({ short: await summaries(query), whole: await reports(query) });
  return { short, whole: await reports(query), read };
}

// A second may be cut off, a minute may not.
const isApart = (one: number, other: number): boolean => Math.abs(one - other) > 60_000;

/** Expects both lists to say the same of every report, whoever wrote it, that stands in both. */
export function expectSameSaid({ short, whole }: Both): void {
  const common = idsOf(whole).filter((id) => idsOf(short).includes(id));
  if (common.length === 0) skip('the two lists have no report in common');
  const times = new Map(whole.map(({ report_id: id, create_time: at }) => [id, at]));
  const others = short.filter(({ report_id: id, create_time: at }) => isApart(at, times.get(id) ?? at));
  fact(
    ['report/list', 'report/simplelist'].map((list) => `${list}#result.data_list[].create_time`),
    () => {
      expect({ 'created at another time': idsOf(others) }).toEqual({ 'created at another time': [] });
    },
  );
  const said = (list: readonly Summary[]): unknown =>
    unordered(list.filter(({ report_id: id }) => common.includes(id)).map(essentials));
  fact(inferred(listReportSummaries.id, 'it says of a report what report/list says'), () => {
    expect(said(short)).toEqual(said(whole));
  });
}

// What both lists say of a report; its remark may stand in one of them only.
function essentials({
  report_id,
  template_name,
  creator_id,
  creator_name,
  dept_name,
  create_time,
}: Summary): Summary {
  return { report_id, template_name, creator_id, creator_name, dept_name, create_time };
}

/**
 * Expects nothing to stand behind the end of a list of some pages: a report that is younger than all that it shows, or older, would have had to
 * be on it. Where the tenant has too few reports for some pages, that is a finding.
 */
export async function expectNothingBeyond<Item extends Summary>(
  list: (query: ReportQuery) => Promise<Item[]>,
): Promise<void> {
  const { query, whole } = await severalPagesOf(list);
  const times = whole.map(({ create_time: at }) => at);
  const windows = [
    { ...query, start_time: Math.max(query.start_time, ...times) + 1 },
    { ...query, end_time: Math.min(query.end_time, ...times) - 1 },
  ].filter(({ start_time: from, end_time: to }) => from < to);
  // A time may be shown in whole seconds: what is known is not behind the last page.
  const known = idsOf(whole);
  const beyond = (await Promise.all(windows.map(list))).flat();
  expect({ 'behind the last page': idsOf(beyond).filter((id) => !known.includes(id)) }).toEqual({
    'behind the last page': [],
  });
}

/** Expects the few pages that tell how a list ends to hold the same reports, and each to say the size that was asked for, which is inferred. */
export async function expectSameByPages(
  pages: (query: ReportQuery, size?: number) => Promise<Page<Summary>[]>,
): Promise<void> {
  const { query, whole } = await handfulOfUser();
  const list = { known: whole, read: async () => itemsOf(await pages(query)) };
  await againstKnown('pages of any size to hold the same reports', list, async (known) => {
    for (const size of sizesFor(known)) {
      const read = await pages(query, size);
      expect({ size, reports: idsOf(itemsOf(read)) }).toEqual({ size, reports: idsOf(known) });
      fact('report/list/R16', () => {
        expect({ said: read.map((page) => page.size) }).toEqual({ said: read.map(() => size) });
      });
    }
  });
}
