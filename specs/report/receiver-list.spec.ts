import { listReceivers } from '../../schemas';
import { ofNoReport, peopleRowsOf } from '../../fixtures/report/people.cases';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { covers } from '../support/coverage';
import { expectAnswered, expectNotHonoured, expectRefused, expectSameAnswer } from '../support/generated';
import { aDraft, written } from '../support/report-drafts';
import {
  expectReceivers,
  expectSameReceivers,
  mayReceive,
  peopleOf,
  receiversOf,
  relation,
} from '../support/report-people';
import { aCrowdedReport, expectDefaults, someReport, theMostCommented } from '../support/report-samples';
import { theTemplate } from '../support/reports';
import { aTag, operator, user } from '../support/tenant';

const rows = peopleRowsOf(listReceivers);

describe('report/receiver-list', () => {
  it('lists those whom a report was sent to', async () => {
    const { report_id: id } = await written(await aDraft(aTag(), [operator]));

    await expectReceivers(id, [operator], mayReceive(await theTemplate(), user));

    covers(
      'report/receiver-list#result.userid_list[]',
      'report/receiver-list?report_id',
      'report/create/R13',
    );
    covers('report/create?create_report_param.to_userids');
  });

  it('R3: the readers of a report are among its receivers', async () => {
    const id = await theMostCommented();

    expect(await receiversOf(id)).toEqual(expect.arrayContaining(await peopleOf(id, relation.readers)));
  });

  it('R4 and R6: pages follow one another from 0 to the one without a next_cursor', async () => {
    await expectSameReceivers(await theMostCommented());

    covers(
      'report/receiver-list?offset',
      'report/receiver-list?size',
      'report/receiver-list#result.next_cursor',
      'report/receiver-list#result.has_more',
    );
  });

  it('R5: offset is 0 and size is 100 where they are left out', async () => {
    await expectDefaults(listReceivers, { report_id: await aCrowdedReport() }, { offset: 0, size: 100 });
  });

  it.each(rows.refused)('refuses a request in which $when', async (row) => {
    await expectRefused(listReceivers, row, await someReport());
  });

  it.each(rows.over)('lists no more than it may where $when', async (row) => {
    await expectNotHonoured(listReceivers, row, await someReport());
  });

  it('lists nothing of a report that does not exist', async () => {
    await expectNotHonoured(listReceivers, ofNoReport(listReceivers));
  });

  it.each(rows.accepted)('answers a request in which $when', async (row) => {
    await expectAnswered(listReceivers, row, await someReport());
  });

  it.each(otherWaysOf(listReceivers))('gives the same answer when it is asked in $way', async ({ as }) => {
    await expectSameAnswer(listReceivers, { report_id: await someReport(), offset: 0, size: 10 }, as);
  });
});
