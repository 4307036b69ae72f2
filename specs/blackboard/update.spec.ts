import { updateAnnouncement } from '../../schemas';
import { aChange } from '../../fixtures/blackboard/announcement';
import { aChangeWithout, wrongChange, wrongs } from '../../fixtures/blackboard/update.cases';
import { nobodysId } from '../../fixtures/requests';
import { covers } from '../support/coverage';
import { expectRefusedToUser } from '../support/blackboard/ordinary';
import {
  expectRefusedChange,
  expectRefusedInVain,
  expectRefusedWithout,
  inVain,
} from '../support/blackboard/in-vain';
import { spoil } from '../support/blackboard/targets';
import { api, operator, user } from '../support/tenant';

describe('blackboard/update', () => {
  it('R2, R3 and R4: an ordinary employee is refused, with success false and no result, and nothing changes', async () => {
    await inVain(async (target) => {
      const update_request = aChange({ id: target.id, tag: target.mark, operator: user });

      const reply = await api.send(updateAnnouncement, { update_request });

      await expectRefusedToUser(reply, () => {
        spoil(target);
      });
    });
  });

  it.each(['title', 'content'] as const)('R9: %s has to be sent again', async (name) => {
    covers(`blackboard/update?update_request.${name}`);
    await inVain(async (target) => {
      await expectRefusedWithout(
        name,
        aChangeWithout(name, { ...target, operator, tag: target.mark }),
        target,
      );
    });
  });

  it('refuses an id that nothing has, and changes nothing else', async () => {
    covers('blackboard/update?update_request.blackboard_id');
    await inVain(async ({ mark }) => {
      await expectRefusedChange(aChange({ operator, id: nobodysId, tag: mark }));
    });
  });

  it.each(wrongs)('refuses a request in which $when, and changes no text', async ({ when }) => {
    await expectRefusedInVain(updateAnnouncement, (target) =>
      wrongChange(when, { ...target, operator, tag: target.mark }),
    );
  });
});
