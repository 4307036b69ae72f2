import { getReportStatistics } from '../../schemas';
import { nobodysId } from '../../fixtures/requests';
import { covers } from '../support/coverage';
import { sendIfPermitted } from '../support/permitted';
import { expectAgreement, expectNothingCounted, reactedReports } from '../support/statistics';

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

    expectNothingCounted(reply);
  });
});
