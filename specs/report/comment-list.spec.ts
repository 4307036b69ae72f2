import { listComments } from '../../schemas';
import { ofNoReport, peopleRowsOf } from '../../fixtures/report/people.cases';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { covers } from '../support/coverage';
import {
  expectAnswered,
  expectNotHonoured,
  expectRefused,
  expectSameAnswer,
  plainAnswer,
} from '../support/generated';
import { commentedReports, commentsOf, expectComments } from '../support/report/people';
import { expectDefaults, someReport, theMostCommented } from '../support/report/samples';
import { api } from '../support/tenant';

const rows = peopleRowsOf(listComments);

describe('report/comment-list', () => {
  it('R4 and R6: pages follow one another from 0 to the one without a next_cursor', async () => {
    for (const one of await commentedReports()) await expectComments(one);

    covers(
      'report/comment-list?report_id',
      'report/comment-list?offset',
      'report/comment-list?size',
      'report/comment-list#result.next_cursor',
      'report/comment-list#result.has_more',
    );
    covers(
      'report/comment-list#result.comments[].userid',
      'report/comment-list#result.comments[].content',
      'report/comment-list#result.comments[].create_time',
    );
  });

  it('R5: offset is 0 and size is 20 where they are left out', async () => {
    const { id, comments } = await theMostCommented();
    const bare = async () => (await api.must(listComments, { report_id: id })).result.comments;

    await expectDefaults({ bare, size: 20 }, { known: comments, read: () => commentsOf(id, 20) });
  });

  it.each(rows.refused)('refuses a request in which $when', async (row) => {
    await expectRefused(listComments, row, { id: await someReport() });
  });

  it.each(rows.over)('lists no more than it may where $when', async (row) => {
    await expectNotHonoured(listComments, row, (await theMostCommented()).id);
  });

  it('lists nothing of a report that does not exist', async () => {
    await expectNotHonoured(listComments, ofNoReport(listComments));
  });

  it.each(rows.accepted)('answers a request in which $when', async (row) => {
    await expectAnswered(listComments, row, await someReport());
  });

  it.each(otherWaysOf(listComments))('gives the same answer when it is asked in $way', async ({ as }) => {
    const { id } = await theMostCommented();
    const request = { report_id: id, offset: 0, size: 10 };

    await expectSameAnswer(listComments, plainAnswer(listComments, request, 'about a commented report'), as);
  });
});
