import { getReportStatistics } from '../../../schemas';
import type { Reply } from '../../../client/client';
import type { GetReportStatisticsResponse } from '../../../schemas/types';
import { againstKnown } from '../eventually';
import { mustBeLookedAt } from '../../../client/lacking';
import { mustIfPermitted } from '../permitted';
import { commentsOf, peopleOf, relation, type Comment } from './people';
import { aReportWithPeople, theMostCommented } from './samples';

type Statistics = GetReportStatisticsResponse['result'];

/** What the lists of a report show; undefined where nobody has looked yet. */
interface Listed {
  readonly talk: Talk | undefined;
  readonly likers: readonly string[] | undefined;
}

/** Who has read a report and who has commented on it, and the comments. */
interface Talk {
  readonly comments: readonly Comment[];
  readonly readers: readonly string[];
  readonly commenters: readonly string[];
}

type Reacted = Listed & { readonly id: string };

/** The counts of a report; skips the case where the tenant does not have the old grant of this endpoint. */
async function statisticsOf(reportId: string): Promise<Statistics> {
  return (await mustIfPermitted(getReportStatistics, { report_id: reportId })).result;
}

/**
 * A report that somebody commented on and one that somebody likes, or one that is both, sought by their lists, not by the counts that
 * are to be judged; skips the case where nobody has commented.
 */
export async function reactedReports(): Promise<Reacted[]> {
  const { id, comments } = await theMostCommented();
  const { people: readers } = await aReportWithPeople(relation.readers);
  const { people: commenters } = await aReportWithPeople(relation.commenters);
  const talk = { comments, readers, commenters };
  const { id: liked, people: likers } = await aReportWithPeople(relation.likers);
  if (liked === id) return [{ id, talk, likers }];
  return [
    { id, talk, likers: undefined },
    { id: liked, talk: undefined, likers },
  ];
}

const likersOf = (id: string): Promise<string[]> => peopleOf(id, relation.likers);

/** Expects a call for a report that does not exist to be refused, or to count nothing: which of both, nobody says. */
export function expectNothingCounted(reply: Reply<GetReportStatisticsResponse>): void {
  mustBeLookedAt(reply);
  const counted = reply.refused ? [] : Object.entries(reply.body.result).filter(([, count]) => count !== 0);
  expect({ 'counted of no report': counted }).toEqual({ 'counted of no report': [] });
}

/** Expects the counts of a report to be the lengths of the lists of its readers, commenters, likers and comments. */
export async function expectAgreement({ id, ...known }: Reacted): Promise<void> {
  const read = async (): Promise<Listed> => ({ talk: await talkOf(id), likers: await likersOf(id) });
  await againstKnown(`the counts of report ${id} to agree with its lists`, { known, read }, async (lists) => {
    const counted = await statisticsOf(id);
    const listed = {
      ...(lists.talk && countsOf(lists.talk)),
      like_num: (lists.likers ?? (await likersOf(id))).length,
    };
    expect({ id, ...counted }).toMatchObject({ id, ...listed });
  });
}

const talkOf = async (id: string): Promise<Talk> => ({
  comments: await commentsOf(id),
  readers: await peopleOf(id, relation.readers),
  commenters: await peopleOf(id, relation.commenters),
});

// Looked at where somebody has commented; of the one that somebody likes, the likers tell what this would tell once more.
const countsOf = ({ comments, readers, commenters }: Talk): Partial<Statistics> => ({
  read_num: readers.length,
  comment_num: comments.length,
  comment_user_num: commenters.length,
});
