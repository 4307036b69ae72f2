import { listComments } from '../../schemas';
import { ofNoReport } from '../../fixtures/report/people.cases';
import { nobodysId } from '../../fixtures/requests';
import { contractCases, limitCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectNotHonoured, plainAnswer } from '../support/generated';
import { commentedReports, commentsOf, expectComments } from '../support/report/people';
import { expectDefaults, someReport, theMostCommented } from '../support/report/samples';
import { api } from '../support/tenant';

const complete = { report_id: nobodysId, offset: 0, size: 10 };
const most = async () => (await theMostCommented()).id;
const plain = async () =>
  plainAnswer(listComments, { ...complete, report_id: await most() }, 'about a commented report')();

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

  it('lists nothing of a report that does not exist', async () => {
    await expectNotHonoured(listComments, ofNoReport(listComments));
  });

  contractCases(listComments, { complete, id: someReport, plain });

  limitCases(listComments, { complete, id: someReport, most });
});
