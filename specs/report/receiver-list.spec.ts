import { listReceivers } from '../../schemas';
import { ofNoReport } from '../../fixtures/report/people.cases';
import { nobodysId } from '../../fixtures/requests';
import { contractCases, limitCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectNotHonoured } from '../support/generated';
import { peopleOf, receiversOf, relation } from '../support/report/people';
import { aCrowdedReport, expectDefaults, someReport } from '../support/report/samples';
import { expectSameRowsByPages } from '../support/paging';
import { api } from '../support/tenant';

const complete = { report_id: nobodysId, offset: 0, size: 10 };

describe('report/receiver-list', () => {
  it('R3: the readers of a report are among its receivers', async () => {
    const { id, people } = await aCrowdedReport();

    expect(people).toEqual(expect.arrayContaining(await peopleOf(id, relation.readers)));
    covers('report/receiver-list#result.userid_list[]', 'report/receiver-list?report_id');
  });

  it('R4 and R6: pages follow one another from 0 to the one without a next_cursor', async () => {
    const { id, people } = await aCrowdedReport();

    await expectSameRowsByPages(people, 100, (size) => receiversOf(id, size));

    covers(
      'report/receiver-list?offset',
      'report/receiver-list?size',
      'report/receiver-list#result.next_cursor',
      'report/receiver-list#result.has_more',
    );
  });

  it('R5: offset is 0 and size is 100 where they are left out', async () => {
    const { id, people } = await aCrowdedReport();
    const bare = async () => (await api.must(listReceivers, { report_id: id })).result.userid_list;

    await expectDefaults({ bare, size: 100 }, { known: people, read: () => receiversOf(id, 100) });
  });

  it('lists nothing of a report that does not exist', async () => {
    await expectNotHonoured(listReceivers, ofNoReport(listReceivers));
  });

  contractCases(listReceivers, { complete, id: someReport });

  limitCases(listReceivers, { complete, id: someReport });
});
