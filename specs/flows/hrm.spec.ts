import { covers } from '../support/coverage';
import { expectUnharmed, threeLists } from '../support/hrm/employees';
import { expectSameMembers } from '../support/paging';

describe('hrm: everybody who joins, serves and has left', () => {
  it('shows each person in one list only, once, however the lists are paged', async () => {
    covers('hrm/querypreentry/R2', 'hrm/queryonjob/R2', 'hrm/dismissions/R1');

    // whole: nobody twice, nobody in two lists
    const { joining, serving, gone } = await threeLists(50);
    expectSameMembers('people about to join', joining, joining);
    expectSameMembers('people in service', serving, serving);
    expectSameMembers('people who left', gone, gone);

    // complete: pages of another size hold the same people
    const again = await threeLists(33);
    expectSameMembers('people about to join, 33 at a time', again.joining, joining);
    expectSameMembers('people in service, 33 at a time', again.serving, serving);
    expectSameMembers('people who left, 33 at a time', again.gone, gone);
  });

  it('writes every userid as a string, with all of its digits', async () => {
    covers(
      'hrm/querypreentry#result.data_list',
      'hrm/queryonjob#result.data_list',
      'hrm/dismissions#userIdList',
      'hrm/dismissions/R3',
    );

    const { joining, serving, gone } = await threeLists(50);

    expectUnharmed(joining);
    expectUnharmed(serving);
    expectUnharmed(gone);
  });
});
