import { listReportPeople } from '../../schemas';
import { ofNoReport } from '../../fixtures/report/people.cases';
import { nobodysId } from '../../fixtures/requests';
import { contractCases, limitCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { fact } from '../support/evidence';
import { expectNotHonoured, plainAnswer } from '../support/generated';
import { authorsOf, peopleOf, receiversOf, relation } from '../support/report/people';
import { aReportWithPeople, expectDefaults, someReport, theMostCommented } from '../support/report/samples';
import { expectAgreement, reactedReports } from '../support/report/statistics';
import { expectSameRowsByPages } from '../support/paging';
import { api } from '../support/tenant';

const complete = { report_id: nobodysId, type: 1, offset: 0, size: 10 };
const most = async () => (await theMostCommented()).id;
const plain = async () =>
  plainAnswer(
    listReportPeople,
    { ...complete, report_id: await most(), type: relation.commenters },
    'about a commented report',
  )();
const types = Object.entries(relation).map(([who, type]) => ({ who, type }));

describe('report/statistics-listbytype', () => {
  it.each(types)(
    'R4 and R6: pages follow one another to the one without a next_cursor, for $who',
    async ({ type }) => {
      const { id, people } = await aReportWithPeople(type);

      await expectSameRowsByPages(people, 100, (size) => peopleOf(id, type, size));

      covers('report/statistics-listbytype?offset', 'report/statistics-listbytype?size');
      covers(
        'report/statistics-listbytype#result.next_cursor',
        'report/statistics-listbytype#result.has_more',
      );
    },
  );

  it.each(types)('R5: offset is 0 and size is 100 where they are left out, for $who', async ({ type }) => {
    const { id, people } = await aReportWithPeople(type);
    const bare = async () => (await api.must(listReportPeople, { report_id: id, type })).result.userid_list;

    await expectDefaults({ bare, size: 100 }, { known: people, read: () => peopleOf(id, type, 100) });
  });

  it('R7: type 1 lists those who commented, and 0 receivers who have read', async () => {
    const { id, comments } = await theMostCommented();

    const { people: commenters } = await aReportWithPeople(relation.commenters);
    const { people: readers } = await aReportWithPeople(relation.readers);

    expect([...commenters].sort()).toEqual(authorsOf(comments));
    expect(await receiversOf(id)).toEqual(expect.arrayContaining([...readers]));
    covers(
      'report/statistics-listbytype?type=1',
      'report/statistics-listbytype?type=0',
      'report/receiver-list/R3',
    );
    covers('report/comment-list#result.comments[].userid');
    covers('report/statistics-listbytype#result.userid_list[]');
  });

  it('lists as many as report/statistics counts', async () => {
    covers('report/statistics#result.read_num', 'report/statistics#result.comment_num');
    covers('report/statistics#result.comment_user_num', 'report/statistics#result.like_num');
    covers('report/statistics?report_id');
    const reacted = await reactedReports();

    await fact('report/statistics/R3', async () => {
      for (const one of reacted) await expectAgreement(one);
    });
  });

  it('lists nothing of a report that does not exist', async () => {
    await expectNotHonoured(listReportPeople, ofNoReport(listReportPeople, { type: 0 }));
  });

  contractCases(listReportPeople, { complete, id: someReport, plain });

  limitCases(listReportPeople, { complete, id: someReport, most });
});
