import { listDismissedEmployees } from '../../schemas';
import { firstPageRows } from '../../fixtures/hrm/dismissions.cases';
import { contractCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { eventually } from '../support/eventually';
import { dismissed, everybody, expectFirstPage, expectUnharmed } from '../support/hrm/employees';
import { listCases } from '../support/list-cases';
import { mustIfPermitted, sendIfPermitted } from '../support/permitted';
import { tokenOf } from '../support/app-tokens';

describe('hrm/dismissions', () => {
  listCases(listDismissedEmployees, 'R1');

  it('R2: answers with its business fields only, and status 200', async () => {
    const reply = await sendIfPermitted(listDismissedEmployees, {});

    expect(reply.status).toBe(200);
    const envelope = ['errcode', 'errmsg', 'success', 'result', 'request_id', 'requestid'];
    expectWithout(listDismissedEmployees.id, reply.body, envelope);
  });

  it('R3: writes userids as strings, all of their digits', async () => {
    covers('hrm/dismissions#userIdList');

    expectUnharmed(await everybody(dismissed));
  });

  it.each(['token/get', 'token/access-token'] as const)('R5: takes the token of %s', async (source) => {
    const { userIdList } = await eventually('a token that is accepted', async () =>
      mustIfPermitted(listDismissedEmployees, { maxResults: 1 }, { token: await tokenOf(source) }),
    );

    expect(userIdList.length).toBeLessThanOrEqual(1);
  });

  it('R6: takes maxResults 50', async () => {
    covers('hrm/dismissions?maxResults=max');

    const { userIdList } = await mustIfPermitted(listDismissedEmployees, { maxResults: 50 });

    expect(userIdList.length).toBeLessThanOrEqual(50);
  });

  it('R6: refuses maxResults 51', async () => {
    covers('hrm/dismissions?maxResults=>max', 'hrm/dismissions!invalidParameter');

    const reply = await sendIfPermitted(listDismissedEmployees, { maxResults: 51 });

    expect(reply).toBeRefused('invalidParameter');
  });

  it.each(firstPageRows)('R6 and R7: begins at the first page $when', async ({ given }) => {
    covers('hrm/dismissions?maxResults');

    await expectFirstPage(given);
  });

  contractCases(listDismissedEmployees);
});
