import { deleteAnnouncement } from '../../schemas';
import { refusedRows } from '../../fixtures/generated';
import { nobodysId } from '../../fixtures/requests';
import { covers } from '../support/coverage';
import { completeRequest } from '../support/generated';
import { wasDeleted } from '../support/blackboard/announcements';
import { expectRefusedToUser } from '../support/blackboard/ordinary';
import { expectNothingDeleted, spoil } from '../support/blackboard/targets';
import { expectRefusedInVain, inVain } from '../support/blackboard/in-vain';
import { api, user } from '../support/tenant';

describe('blackboard/delete', () => {
  it('R2, R3 and R4: an ordinary employee is refused, with success false and no result, and nothing is deleted', async () => {
    await inVain(async (target) => {
      const reply = await api.send(deleteAnnouncement, { blackboard_id: target.id, operation_userid: user });

      await expectRefusedToUser(reply, () => {
        spoil(target);
        wasDeleted(target.id);
      });
    });
  });

  it('deletes nothing for an id that nothing has', async () => {
    covers('blackboard/delete?blackboard_id');
    await inVain(() => expectNothingDeleted(nobodysId));
  });

  it.each(refusedRows(deleteAnnouncement, completeRequest(deleteAnnouncement)))(
    'refuses a request in which $when, and deletes nothing',
    async (row) => {
      await expectRefusedInVain(deleteAnnouncement, () => row);
    },
  );
});
