import { getReportStatistics } from '../../schemas';
import { nobodysId } from '../../fixtures/requests';
import { covers } from '../support/coverage';
import { fact } from '../support/evidence';
import { sendIfPermitted } from '../support/permitted';
import { expectAgreement, expectNothingCounted, reactedReports } from '../support/report/statistics';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { expectRefused, expectSameAnswer, plainAnswer, refusedRowsOf } from '../support/generated';
import { someReport } from '../support/report/samples';

describe('report/statistics', () => {
  it('R3: counts as many as its lists show', async () => {
    covers('report/statistics#result.read_num', 'report/statistics#result.comment_num');
    covers('report/statistics#result.comment_user_num', 'report/statistics#result.like_num');
    covers('report/statistics?report_id');
    const reacted = await reactedReports();

    await expectAgreement(reacted);
  });

  it('counts nothing of a report that does not exist', async () => {
    const reply = await sendIfPermitted(getReportStatistics, { report_id: nobodysId });

    fact(
      {
        endpoint: getReportStatistics.id,
        says: 'nothing is counted of an unknown report',
        source: 'inferred',
      },
      () => {
        expectNothingCounted(reply);
      },
    );
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
