import { updateAnnouncement } from '../../schemas';
import { aChange, anAnnouncement } from '../../fixtures/blackboard/announcement';
import {
  aChangeOfEverything,
  aChangeWithout,
  wrongChange,
  wrongs,
} from '../../fixtures/blackboard/update.cases';
import { nobodysId } from '../../fixtures/requests';
import { publish } from '../support/blackboard/announcements';
import { covers } from '../support/coverage';
import { expectNoResult } from '../support/generated';
import { expectReceivers, readOnce } from '../support/blackboard/readings';
import {
  expectRefusedChange,
  expectRefusedInVain,
  expectRefusedWithout,
  inVain,
} from '../support/blackboard/in-vain';
import { api, aTag, operator, receivers, user } from '../support/tenant';

describe('blackboard/update', () => {
  it('R2, R3 and R4: an ordinary employee is refused, with success false and no result, and nothing changes', async () => {
    await inVain(async ({ id, mark }) => {
      const update_request = aChange({ id, tag: mark, operator: user });

      expectNoResult(await api.send(updateAnnouncement, { update_request }));
    });
  });

  it('R5: receivers, level and pin are not changed, whatever else is sent', async () => {
    const [tag, to] = [aTag(), receivers(['user'])];
    const id = await publish(
      anAnnouncement({ operator, receivers: to, tag }, { private_level: 0, push_top: false }),
    );
    const change = aChangeOfEverything({ operator, id, tag }, receivers(['operator']));

    await api.send(updateAnnouncement, { update_request: change });

    const after = await readOnce(id);
    expect(after.map(({ level, pinned = 0 }) => ({ level, pinned }))).toEqual(
      after.map(() => ({ level: 0, pinned: 0 })),
    );
    expectReceivers(after, to);
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
