import { listReports } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { aReportQuery } from '../../fixtures/report/list.cases';
import { eventually } from './eventually';
import { commentedReports, peopleOf, receiversOf, relation } from './report-people';
import { shared } from './shared';
import { api, skip } from './tenant';
import { unordered } from './unordered';

const aReportId = shared(
  'a report of somebody',
  async () => (await api.must(listReports, aReportQuery({ size: 1 }))).result.data_list[0]?.report_id,
);

/** The id of a report of the last 179 days, whoever wrote it; skips the case where there is none. */
export async function someReport(): Promise<string> {
  return (await aReportId()) ?? skip('there is no report of the last 179 days');
}

/** The id of the more commented of two reports; skips the case where nobody has commented. */
export async function theMostCommented(): Promise<string> {
  const found = [...(await commentedReports())];
  const [most] = found.sort((a, b) => b.comments.length - a.comments.length);
  return most?.id ?? skip('nobody has commented on a report');
}

const crowdedId = shared('a report to more than ten people', async () => {
  const { result } = await api.must(listReports, aReportQuery({ size: 20 }));
  // What has the same template tends to go to the same people.
  const onePerTemplate = new Map(
    result.data_list.map(({ template_name: name, report_id: id }) => [name, id]),
  );
  for (const id of onePerTemplate.values()) if ((await receiversOf(id)).length > 10) return id;
  return undefined;
});

/** The id of a report to more than ten people, of the latest on each template; the most commented one where there is none. */
export const aCrowdedReport = async (): Promise<string> => (await crowdedId()) ?? theMostCommented();

const likedId = shared('a report that somebody likes', async () => {
  const { result } = await api.must(listReports, aReportQuery({ size: 12 }));
  for (const { report_id: id } of result.data_list)
    if ((await peopleOf(id, relation.likers)).length > 0) return id;
  return undefined;
});

/** The id of a report that people are related to in a way: one of twelve that somebody likes, or the most commented one for the others. */
export async function aReportWithPeople(type: 0 | 1 | 2): Promise<string> {
  const liked = type === relation.likers ? await likedId() : undefined;
  return liked ?? theMostCommented();
}

/**
 * Expects the answer without offset and size to be the one with the documented defaults. Others write meanwhile, so it may take a
 * second look.
 */
export async function expectDefaults(
  endpoint: Endpoint,
  request: object,
  defaults: { offset: number; size: number },
): Promise<void> {
  await eventually(`${endpoint.id} to take its defaults`, async () => {
    const bare = await api.must(endpoint, request);
    const full = await api.must(endpoint, { ...request, ...defaults });
    expect({ result: unordered(resultOf(bare)) }).toEqual({ result: unordered(resultOf(full)) });
  });
}

const resultOf = (body: unknown): unknown => (body as { result?: unknown }).result;
