import { eventually } from '../eventually';
import type { ReportQuery, Summary } from './reports';

const hour = 3_600_000;
const month = 30 * 24 * hour;

/**
 * Expects the filters of a list of reports to leave a report out where they should, and to let nothing else in:
 * a whole month of the same author and template shows it, an earlier window does not. Waits for a list that lags.
 */
export async function expectFilters(
  list: (query: ReportQuery) => Promise<Summary[]>,
  id: string,
  query: ReportQuery & { userid: string; template_name: string },
): Promise<void> {
  const wholeMonth = { ...query, start_time: query.end_time - month };
  const earlier = { ...query, start_time: query.start_time - hour, end_time: query.start_time };
  await eventually('the report among those of a month', async () => {
    expectMatching(await list(wholeMonth), wholeMonth, { with: id });
  });
  expectMatching(await list(earlier), earlier, { without: id });
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
