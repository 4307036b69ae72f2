import type { ReportQuery, Summary } from './reports';

const hour = 3_600_000;
const month = 30 * 24 * hour;

/**
 * Expects the filters of a list of reports to leave a report out where they should, and to let nothing else in:
 * another author, an earlier window, and a whole month of the same author and template.
 */
export async function expectFilters<Item extends Summary>(
  list: (query: ReportQuery) => Promise<Item[]>,
  id: string,
  query: ReportQuery & { userid: string; template_name: string },
  otherUser: string,
): Promise<void> {
  const ofOther = { ...query, userid: otherUser };
  const earlier = { ...query, start_time: query.start_time - hour, end_time: query.start_time };
  const wholeMonth = { ...query, start_time: query.end_time - month };
  for (const narrower of [ofOther, earlier]) expectMatching(await list(narrower), narrower, { without: id });
  expectMatching(await list(wholeMonth), wholeMonth, { with: id });
}

function expectMatching(
  items: readonly Summary[],
  { userid, template_name: template, start_time: from, end_time: to }: ReportQuery,
  { with: wanted, without: unwanted }: { with?: string; without?: string },
): void {
  const strangers = items.filter(
    ({ creator_id, template_name, create_time, report_id }) =>
      creator_id !== userid ||
      template_name !== template ||
      create_time < from ||
      create_time > to ||
      report_id === unwanted,
  );
  const missing = wanted !== undefined && items.every(({ report_id }) => report_id !== wanted);
  expect({ filter: { userid, template, from, to }, strangers, missing }).toEqual({
    filter: { userid, template, from, to },
    strangers: [],
    missing: false,
  });
}
