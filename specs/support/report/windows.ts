import { listReports } from '../../../schemas';
import { aReportQuery } from '../../../fixtures/report/list.cases';
import { fewPages } from '../paging';
import type { ReportQuery, Summary } from './reports';
import { shared } from '../shared';
import { api, skip, templateName, user } from '../tenant';

/** A window of reports that nobody writes into any more, and all that it holds. */
interface Sample<Item> {
  readonly query: ReportQuery;
  readonly whole: readonly Item[];
}

const { currentCase } = globalThis.suite;

type Listing<Item> = (query: ReportQuery) => Promise<Item[]>;

const hour = 3_600_000;
const day = 24 * hour;
const handful = 5;
const onePage = 20;

const ofUser = { userid: user, template_name: templateName };

const listedOfUser = shared('reports of the user', async (): Promise<readonly Summary[]> => {
  const query = aReportQuery({ ...ofUser, end_time: Date.now() - hour, size: onePage });
  return (await api.must(listReports, query)).result.data_list;
});

/** Reports by several people, around one of the user, as one of the two lists shows them. */
export const sampleOf = <Item extends Summary>(list: Listing<Item>): Promise<Sample<Item>> =>
  shared('reports by several people', () => severalOf(list))();

// As long as it takes for somebody else and another template to be there, and a fortnight at most.
async function severalOf<Item extends Summary>(list: Listing<Item>): Promise<Sample<Item>> {
  const last = (await listedOfUser()).at(-1);
  const at = last?.create_time ?? skip('the user has written no report on the template in the last 179 days');
  for (const half of [day / 12, day, 3 * day, 7 * day]) {
    const query = { start_time: at - half, end_time: Math.min(at + half, aReportQuery().end_time) };
    const whole = await list(query);
    if (isMixed(whole) || half === 7 * day) return { query, whole };
  }
  return skip('there is no window of reports');
}

const isMixed = (reports: readonly Summary[]): boolean =>
  [
    ({ creator_id: author }: Summary) => author === user,
    ({ template_name: name }: Summary) => name === templateName,
  ].every((isOurs) => reports.some(isOurs) && !reports.every(isOurs));

/** Reports of everybody in a window that takes two pages, as one of the two lists shows them; of sixteen days where those have fewer, which is a finding. */
export async function severalPagesOf<Item extends Summary>(list: Listing<Item>): Promise<Sample<Item>> {
  const { end_time: to } = aReportQuery({ end_time: Date.now() - hour });
  let sample: Sample<Item> = { query: { start_time: to, end_time: to }, whole: [] };
  for (const length of [hour, 20 * hour, 16 * day]) {
    const query = { start_time: to - length, end_time: to };
    sample = { query, whole: await list(query) };
    if (sample.whole.length > onePage) return sample;
  }
  const message = `sixteen days have ${sample.whole.length} reports, too few to see a list go on for two pages`;
  currentCase().findings.push({ kind: 'waited', endpoint: listReports.id, message });
  return sample;
}

/** A window with a few reports of the user, and those that are known to be in it. */
export async function handfulOfUser(): Promise<Sample<Summary>> {
  const listed = await listedOfUser();
  const times = listed.map(({ create_time: at }) => at).sort((a, b) => a - b);
  const few = times.slice(0, handful);
  const [first, last] = [few[0], few.at(-1)];
  if (first === undefined || last === undefined || few.length < 3)
    skip('there are not three reports to turn pages in');
  const query = { ...ofUser, start_time: first - 1, end_time: last + 1 };
  return { query, whole: listed.filter(({ create_time: at }) => at <= last) };
}

/** Sizes of pages, smaller than the largest, that tell how a list of reports ends; skips the case where it takes more than one of the largest. */
export function sizesFor({ length }: readonly Summary[]): number[] {
  return length > onePage ? skip('too many reports are of one moment') : fewPages(length, onePage);
}
