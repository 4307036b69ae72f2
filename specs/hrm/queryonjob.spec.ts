import { listOnJobEmployees } from '../../schemas';
import { statusRows } from '../../fixtures/hrm/queryonjob.cases';
import { contractCases, limitCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { plainAnswer } from '../support/generated';
import { expectFullPageOfTen, expectStatusesApart } from '../support/hrm/employees';
import { listCases } from '../support/list-cases';
import { bodyOf } from '../support/permitted';

const everybody = { status_list: '2,3,5,-1', offset: 0, size: 50 };
const onePage = plainAnswer(listOnJobEmployees, everybody);

describe('hrm/queryonjob', () => {
  listCases(listOnJobEmployees, 'R2');

  it('R3: knows neither has_more nor a total', async () => {
    const { result } = bodyOf(listOnJobEmployees, (await onePage()).reply);

    expectWithout(listOnJobEmployees.id, result, ['has_more', 'total']);
  });

  it('R6: a full page of 10 at offset 0 is followed by the one at 10', async () => {
    await expectFullPageOfTen();
  });

  it.each(statusRows)('R11: tells $when from the others', async ({ wanted, others }) => {
    covers('hrm/queryonjob?status_list', ...wanted.map((status) => `hrm/queryonjob?status_list=${status}`));

    await expectStatusesApart(wanted, others);
  });

  limitCases(listOnJobEmployees, {
    complete: everybody,
    rule: { size: 'R9', status_list: 'R10' },
  });

  contractCases(listOnJobEmployees, { plain: onePage, rules: { strings: 'R7', form: 'R8' } });
});
