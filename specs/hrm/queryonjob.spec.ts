import { listOnJobEmployees } from '../../schemas';
import { statusRows, tooManyStatuses } from '../../fixtures/hrm/queryonjob.cases';
import { contractCases, limitCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { expectFullPageOfTen, expectStatusesApart } from '../support/hrm/employees';
import { listCases } from '../support/list-cases';
import { mustIfPermitted, sendIfPermitted } from '../support/permitted';
import { expectRefusedOrIgnored } from '../support/generated';

const everyStatus = '2,3,5,-1';

describe('hrm/queryonjob', () => {
  listCases(listOnJobEmployees, 'R2');

  it('R3: knows neither has_more nor a total', async () => {
    const { result } = await mustIfPermitted(listOnJobEmployees, {
      status_list: everyStatus,
      offset: 0,
      size: 50,
    });

    expectWithout(listOnJobEmployees.id, result, ['has_more', 'total']);
  });

  it('R6: a full page of 10 at offset 0 is followed by the one at 10', async () => {
    await expectFullPageOfTen();
  });

  limitCases(listOnJobEmployees, { rule: 'R9' });

  it('R10: refuses 21 statuses', async () => {
    covers('hrm/queryonjob?status_list=>max');

    const reply = await sendIfPermitted(listOnJobEmployees, tooManyStatuses);

    expectRefusedOrIgnored(listOnJobEmployees, reply, 'a list of 21 statuses');
  });

  it.each(statusRows)('R11: tells $when from the others', async ({ wanted, others }) => {
    covers('hrm/queryonjob?status_list', ...wanted.map((status) => `hrm/queryonjob?status_list=${status}`));

    await expectStatusesApart(wanted, others);
  });

  contractCases(listOnJobEmployees, { rules: { strings: 'R7', form: 'R8' } });
});
