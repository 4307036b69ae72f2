import { deleteAnnouncement } from '../../schemas';
import { nobodysId } from '../../fixtures/requests';
import { around, expectListed, withdraw } from '../support/blackboard/announcements';
import { covers } from '../support/coverage';
import { expectNoResult, refusedRowsOf } from '../support/generated';
import { expectReadable } from '../support/blackboard/readings';
import { shared } from '../support/shared';
import { expectNothingDeleted, expectUntouched, published, onTarget } from '../support/blackboard/targets';
import { expectRefusedInVain, inVain } from '../support/blackboard/in-vain';
import { api, operator, user } from '../support/tenant';

const deleted = shared('an announcement that is deleted', async () => {
  const since = Date.now();
  const id = await published();
  // A service that keeps what it has shown once would show it again.
  await expectReadable(id, operator, true);
  await withdraw(id);
  return { id, since };
});

describe('blackboard/delete', () => {
  it('R2, R3 and R4: an ordinary employee is refused, with success false and no result, and nothing is deleted', async () => {
    await onTarget(async (target) => {
      const reply = await api.send(deleteAnnouncement, { blackboard_id: target.id, operation_userid: user });

      expectNoResult(reply);
      await expectUntouched(target);
    });
  });

  it('R5: what was deleted is neither listed nor readable', async () => {
    const { id, since } = await deleted();

    await expectReadable(id, operator, false);
    await expectListed(id, around(since), false, 'what was deleted');
    covers('blackboard/get/R4', 'blackboard/get-blackboard/R2', 'blackboard/listids/R7');
  });

  it('deletes nothing when it is asked a second time', async () => {
    covers('blackboard/delete?blackboard_id');
    const { id } = await deleted();

    await inVain(() => expectNothingDeleted(id));
  });

  it('deletes nothing for an id that nothing has', async () => {
    covers('blackboard/delete?blackboard_id');
    await inVain(() => expectNothingDeleted(nobodysId));
  });

  it.each(refusedRowsOf(deleteAnnouncement))(
    'refuses a request in which $when, and deletes nothing',
    async (row) => {
      await expectRefusedInVain(deleteAnnouncement, () => row);
    },
  );
});
