import { deleteAnnouncement } from '../../schemas';
import { wrongDeletion, wrongs } from '../../fixtures/blackboard/delete.cases';
import { nobodysId } from '../../fixtures/requests';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { expectListed, secondOf, withdraw } from '../support/announcements';
import { expectNoResult, expectRefused } from '../support/generated';
import { creationTime, expectReadable } from '../support/readings';
import {
  aTarget,
  expectNothingDeleted,
  expectSameTexts,
  expectUntouched,
  published,
  theTarget,
} from '../support/targets';
import { api, operator, user } from '../support/tenant';
import { isOneWayOfAsking } from '../support/variation';

describe('blackboard/delete', () => {
  it('R2 and R4: an ordinary employee is refused, and nothing is deleted', async () => {
    const target = await theTarget();

    const reply = await api.send(deleteAnnouncement, { blackboard_id: target.id, operation_userid: user });

    expect(reply).toBeRefused();
    await expectUntouched(target);
  });

  it('R3: a refusal has success false and no result', async () => {
    const { id } = await theTarget();

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
    const [id, other] = [await published(), await theTarget()];
    await withdraw(id);

    await expectNothingDeleted(id);

    await expectReadable(id, operator, false);
    await expectSameTexts(other);
  });

  it('deletes nothing for an id that nothing has', async () => {
    const target = await theTarget();

    await expectNothingDeleted(nobodysId);

    await expectSameTexts(target);
  });

  it.each(wrongs)('refuses a request in which $when, and deletes nothing', async ({ when }) => {
    const target = await theTarget();

    await expectRefused(deleteAnnouncement, wrongDeletion(when, target.id, operator));

    await expectSameTexts(target);
  });

  it.each(otherWaysOf(deleteAnnouncement))('deletes as well when it is asked in $way', async ({ as }) => {
    isOneWayOfAsking();
    const id = await published();

    await withdraw(id, as);

    await expectReadable(id, operator, false);
  });
});
