import { getReportStatistics, listReports } from '../../schemas';
import type { Reply } from '../../client/client';
import type { GetReportStatisticsResponse } from '../../schemas/types';
import { eventually } from './eventually';
import { mustIfPermitted } from './permitted';
import { commentsOf, peopleOf, relation } from './report-people';
import { api, skip } from './tenant';

type Statistics = GetReportStatisticsResponse['result'];

const day = 24 * 3_600_000;

/** The counts of a report; skips the case where the tenant does not have the old grant of this endpoint. */
async function statisticsOf(reportId: string): Promise<Statistics> {
  return (await mustIfPermitted(getReportStatistics, { report_id: reportId })).result;
}

/**
 * Two reports of the last 180 days, one that somebody commented on and one that somebody only liked or commented on as well, sought
 * among twelve by their lists, not by the counts that are to be judged; skips the case where there is none.
 */
export async function reactedReports(): Promise<string[]> {
  const window = { start_time: Date.now() - 179 * day, end_time: Date.now() - day / 24 };
  const { result } = await api.must(listReports, { ...window, cursor: 0, size: 12 });
  const commented: string[] = [];
  const liked: string[] = [];
  for (const { report_id: id } of result.data_list) {
    if ((await commentsOf(id)).length > 0) commented.push(id);
    else if (liked.length === 0 && (await peopleOf(id, relation.likers)).length > 0) liked.push(id);
    if (commented.length > 0 && commented.length + liked.length === 2) break;
  }
  const found = [...commented, ...liked];
  return found.length > 0 ? found : skip('nobody has reacted to any of twelve reports of the last 180 days');
}

/** Expects the counts of each report to be the lengths of the lists of its readers, commenters, likers and comments. */
export async function expectAgreement(reportIds: readonly string[]): Promise<void> {
  await Promise.all(reportIds.map(expectOneToAgree));
}

/** Expects a call for a report that does not exist to be refused, or to count nothing: which of both, nobody says. */
export function expectNothingCounted(reply: Reply<GetReportStatisticsResponse>): void {
  const counted = reply.refused ? [] : Object.entries(reply.body.result).filter(([, count]) => count !== 0);
  expect({ 'counted of no report': counted }).toEqual({ 'counted of no report': [] });
}

async function expectOneToAgree(reportId: string): Promise<void> {
  await eventually(`the counts of report ${reportId} to agree with its lists`, async () => {
    const counted = await statisticsOf(reportId);
    const listed = {
      read_num: (await peopleOf(reportId, relation.readers)).length,
      comment_num: (await commentsOf(reportId)).length,
      comment_user_num: (await peopleOf(reportId, relation.commenters)).length,
      like_num: (await peopleOf(reportId, relation.likers)).length,
    };
    expect({ reportId, ...counted }).toMatchObject({ reportId, ...listed });
  });
}
