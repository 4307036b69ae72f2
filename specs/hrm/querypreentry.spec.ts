import { listPreEntryEmployees } from '../../schemas';
import { sizeRows } from '../../fixtures/hrm/queryonjob.cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { expectPartition, preEntry } from '../support/hrm/employees';
import { mustIfPermitted, sendIfPermitted } from '../support/permitted';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import {
  expectRefused,
  expectSameAnswer,
  expectWithin,
  plainAnswer,
  refusedRowsOf,
} from '../support/generated';

const anyPage = plainAnswer(listPreEntryEmployees, { offset: 0, size: 1 });

describe('hrm/querypreentry', () => {
  it('R2: shows everybody once, from offset 0 to a page without next_cursor', async () => {
    covers('hrm/querypreentry?offset', 'hrm/querypreentry?size', 'hrm/querypreentry#result.next_cursor');
    covers('hrm/querypreentry?offset=min');

    await expectPartition(preEntry, 20);
  });

  it('R3: knows neither has_more nor a total', async () => {
    const { result } = await mustIfPermitted(listPreEntryEmployees, { offset: 0, size: 50 });

    expectWithout(listPreEntryEmployees.id, result, ['has_more', 'total']);
  });

  it.each(sizeRows)('R5: takes a page of $size', async ({ size, limit }) => {
    covers(`hrm/querypreentry?size=${limit}`);

    const { items } = await preEntry.page(0, size);

    expect(items.length).toBeLessThanOrEqual(size);
  });

  it('R5: never honours a page of 51', async () => {
    covers('hrm/querypreentry?size=>max');

    const reply = await sendIfPermitted(listPreEntryEmployees, { offset: 0, size: 51 });

    expectWithin(reply, 50);
  });

  it.each(refusedRowsOf(listPreEntryEmployees))('refuses a request in which $when', async (row) => {
    await expectRefused(listPreEntryEmployees, row);
  });

  it.each(otherWaysOf(listPreEntryEmployees))(
    'gives the same answer when it is asked in $way',
    async ({ as }) => {
      await expectSameAnswer(listPreEntryEmployees, anyPage, as);
    },
  );
});
