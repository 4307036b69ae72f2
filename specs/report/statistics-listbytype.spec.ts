import { listReportPeople } from '../../schemas';
import { ofNoReport, peopleRowsOf } from '../../fixtures/report/people.cases';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { covers } from '../support/coverage';
import { expectAnswered, expectNotHonoured, expectRefused, expectSameAnswer } from '../support/generated';
import { aDraft, written } from '../support/report-drafts';
import { commentsOf, expectSamePages, peopleOf, receiversOf, relation } from '../support/report-people';
import { aReportWithPeople, expectDefaults, someReport, theMostCommented } from '../support/report-samples';
import { shared } from '../support/shared';
import { aTag, operator } from '../support/tenant';

const rows = peopleRowsOf(listReportPeople, { type: 1 });
const types = Object.entries(relation).map(([who, type]) => ({ who, type }));

const newReport = shared('a new report', async () => written(await aDraft(aTag(), [operator])));

describe('report/statistics-listbytype', () => {
  it.each(types)('R3: right after its creation a report has no $who', async ({ type }) => {
    const { report_id: id } = await newReport();

    expect(await peopleOf(id, type)).toEqual([]);
  });

  it('R4 and R6: pages follow one another from 0 to the one without a next_cursor', async () => {
    await expectSamePages(await theMostCommented());

    covers('report/statistics-listbytype?offset', 'report/statistics-listbytype?size');
    covers('report/statistics-listbytype#result.next_cursor', 'report/statistics-listbytype#result.has_more');
  });

  it.each(types)('R5: offset is 0 and size is 100 where they are left out, for $who', async ({ type }) => {
    const request = { report_id: await aReportWithPeople(type), type };

    await expectDefaults(listReportPeople, request, { offset: 0, size: 100 });
  });

  it('R7: type 1 lists those who commented, and 0 receivers who have read', async () => {
    const id = await theMostCommented();

    const authors = [...new Set((await commentsOf(id)).map(({ userid }) => userid))].sort();

    expect([...(await peopleOf(id, relation.commenters))].sort()).toEqual(authors);
    expect(await receiversOf(id)).toEqual(expect.arrayContaining(await peopleOf(id, relation.readers)));
    covers(
      'report/statistics-listbytype?type=1',
      'report/statistics-listbytype?type=0',
      'report/receiver-list/R3',
    );
    covers('report/statistics-listbytype#result.userid_list[]');
  });

  it.each(rows.refused)('refuses a request in which $when', async (row) => {
    await expectRefused(listReportPeople, row, await someReport());
  });

  it.each(rows.over)('lists no more than it may where $when', async (row) => {
    await expectNotHonoured(listReportPeople, row, await theMostCommented());
  });

  it('lists nothing of a report that does not exist', async () => {
    await expectNotHonoured(listReportPeople, ofNoReport(listReportPeople, { type: 0 }));
  });

  it.each(rows.accepted)('answers a request in which $when', async (row) => {
    await expectAnswered(listReportPeople, row, await someReport());
  });

  it.each(otherWaysOf(listReportPeople))('gives the same answer when it is asked in $way', async ({ as }) => {
    const request = { report_id: await theMostCommented(), type: 1, offset: 0, size: 10 };

    await expectSameAnswer(listReportPeople, request, as);
  });
});
