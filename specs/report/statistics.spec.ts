import { getReportStatistics } from '../../schemas';
import { nobodysId } from '../../fixtures/requests';
import { fact, inferred } from '../support/evidence';
import { sendIfPermitted } from '../support/permitted';
import { expectNothingCounted } from '../support/report/statistics';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { expectRefused, expectSameAnswer, plainAnswer, refusedRowsOf } from '../support/generated';
import { someReport } from '../support/report/samples';

describe('report/statistics', () => {
  it('counts nothing of a report that does not exist', async () => {
    const reply = await sendIfPermitted(getReportStatistics, { report_id: nobodysId });

    fact(inferred(getReportStatistics.id, 'nothing is counted of an unknown report'), () => {
      expectNothingCounted(reply);
    });
  });

  it.each(refusedRowsOf(getReportStatistics))('refuses a request in which $when', async (row) => {
    await expectRefused(getReportStatistics, row, { id: await someReport() });
  });

  it.each(otherWaysOf(getReportStatistics))(
    'gives the same answer when it is asked in $way',
    async ({ as }) => {
      const request = { report_id: await someReport() };

      await expectSameAnswer(getReportStatistics, plainAnswer(getReportStatistics, request), as);
    },
  );
});
