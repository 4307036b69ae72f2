import { listOnJobEmployees } from '../../schemas';
import { beyond, sizeRows, statusRows, tooManyStatuses } from '../../fixtures/hrm/queryonjob.cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { expectFullPageOfTen, expectPartition, expectStatusesApart, onJob } from '../support/hrm/employees';
import { bodyOf, sendIfPermitted } from '../support/permitted';
import {
  expectRefused,
  expectRefusedOrIgnored,
  expectSameAnswer,
  expectWithin,
  plainAnswer,
  refusedRowsOf,
} from '../support/generated';

const onePage = plainAnswer(listOnJobEmployees, { status_list: '2,3,5,-1', offset: 0, size: 50 });

describe('hrm/queryonjob', () => {
  it('R2: shows everybody once, from offset 0 to a page without next_cursor', async () => {
    covers('hrm/queryonjob?offset', 'hrm/queryonjob?size', 'hrm/queryonjob#result.next_cursor');
    covers('hrm/queryonjob?offset=min');

    await expectPartition(onJob(), 20);
  });

  it('R3: knows neither has_more nor a total', async () => {
    const { result } = bodyOf(listOnJobEmployees, (await onePage()).reply);

    expectWithout(listOnJobEmployees.id, result, ['has_more', 'total']);
  });

  it('R6: a full page of 10 at offset 0 is followed by the one at 10', async () => {
    await expectFullPageOfTen();
  });

  it('R7: takes numbers written as strings', async () => {
    await expectSameAnswer(listOnJobEmployees, onePage, 'strings');
  });

  it('R8: takes a form', async () => {
    await expectSameAnswer(listOnJobEmployees, onePage, 'form');
  });

  it.each(sizeRows)('R9: takes a page of $size', async ({ size, limit }) => {
    covers(`hrm/queryonjob?size=${limit}`);

    const { items } = await onJob().page(0, size);

    expect(items.length).toBeLessThanOrEqual(size);
  });

  it('R9: never honours a page of 51', async () => {
    covers('hrm/queryonjob?size=>max');

    const reply = await sendIfPermitted(listOnJobEmployees, beyond);

    expectWithin(reply, 50);
  });

  it('R10: refuses 21 statuses', async () => {
    covers('hrm/queryonjob?status_list=>max');

    const reply = await sendIfPermitted(listOnJobEmployees, tooManyStatuses);

    expectRefusedOrIgnored(listOnJobEmployees, reply, 'a list of 21 statuses');
  });

  it.each(statusRows)('R11: tells $when from the others', async ({ wanted, others }) => {
    covers('hrm/queryonjob?status_list', ...wanted.map((status) => `hrm/queryonjob?status_list=${status}`));

    await expectStatusesApart(wanted, others);
  });

  it.each(refusedRowsOf(listOnJobEmployees))('refuses a request in which $when', async (row) => {
    await expectRefused(listOnJobEmployees, row);
  });
});
