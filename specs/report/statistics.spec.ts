import { getReportStatistics } from '../../schemas';
import { nobodysId } from '../../fixtures/requests';
import { contractCases } from '../support/contract-cases';
import { fact, inferred } from '../support/evidence';
import { sendIfPermitted } from '../support/permitted';
import { expectNothingCounted } from '../support/report/statistics';
import { someReport } from '../support/report/samples';

describe('report/statistics', () => {
  it('counts nothing of a report that does not exist', async () => {
    const reply = await sendIfPermitted(getReportStatistics, { report_id: nobodysId });

    fact(inferred(getReportStatistics.id, 'nothing is counted of an unknown report'), () => {
      expectNothingCounted(reply);
    });
  });

  contractCases(getReportStatistics, { id: someReport });
});
