import { deleteAnnouncement } from '../../schemas';
import { wrongDeletions, wrongs } from '../../fixtures/blackboard/delete.cases';
import { nobodysId } from '../../fixtures/requests';
import { otherWays } from '../../fixtures/ways-of-asking';
import { expectListed, secondOf, withdraw } from '../support/announcements';
import { expectAllRefused, expectNoResult } from '../support/generated';
import { creationTime, expectReadable } from '../support/readings';
import { aTarget, expectNothingDeleted, expectUntouched } from '../support/targets';
import { api, operator, user } from '../support/tenant';

describe('blackboard/delete', () => {
  it('R2 and R4: an ordinary employee is refused, and nothing is deleted', async () => {
    const target = await aTarget();

    const reply = await api.send(deleteAnnouncement, { blackboard_id: target.id, operation_userid: user });

    expect(reply).toBeRefused();
    await expectUntouched(target);
  });

  it('R3: a refusal has success false and no result', async () => {
    const { id } = await aTarget();

    const reply = await api.send(deleteAnnouncement, { blackboard_id: id, operation_userid: user });

    expectNoResult(reply);
  });

  it('R5: what was deleted is neither listed nor readable', async () => {
    const { id, before } = await aTarget();

    await withdraw(id);

    await expectReadable(id, operator, false);
    await expectListed(id, secondOf(creationTime(before)), false, 'what was deleted');
  });

  it('deletes nothing when it is asked a second time', async () => {
    const [target, other] = [await aTarget(), await aTarget()];
    await withdraw(target.id);

    await expectNothingDeleted(target.id);

    await expectReadable(target.id, operator, false);
    await expectUntouched(other);
  });

  it('deletes nothing for an id that nothing has', async () => {
    const target = await aTarget();

    await expectNothingDeleted(nobodysId);

    await expectUntouched(target);
  });

  it.each(wrongs)(
    'refuses requests in which a parameter is $wrong, and deletes nothing',
    async ({ wrong }) => {
      const target = await aTarget();

      await expectAllRefused(deleteAnnouncement, wrongDeletions(wrong, target.id, operator));

      await expectUntouched(target);
    },
  );

  it.each(otherWays)('deletes as well when it is asked in $way', async ({ as }) => {
    const { id } = await aTarget();

    await withdraw(id, as);

    await expectReadable(id, operator, false);
  });
});
