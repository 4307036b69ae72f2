import { listPreEntryEmployees } from '../../schemas';
import { contractCases, limitCases } from '../support/contract-cases';
import { expectWithout } from '../support/envelopes';
import { listCases } from '../support/list-cases';
import { mustIfPermitted } from '../support/permitted';

describe('hrm/querypreentry', () => {
  listCases(listPreEntryEmployees, 'R2');

  it('R3: knows neither has_more nor a total', async () => {
    const { result } = await mustIfPermitted(listPreEntryEmployees, { offset: 0, size: 50 });

    expectWithout(listPreEntryEmployees.id, result, ['has_more', 'total']);
  });

  limitCases(listPreEntryEmployees, { rule: 'R5' });

  contractCases(listPreEntryEmployees);
});
