import { updateAnnouncement } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { aChange } from '../../fixtures/blackboard/announcement';
import {
  aChangeOfEverything,
  aChangeWithout,
  wrongChange,
  wrongs,
} from '../../fixtures/blackboard/update.cases';
import { nobodysId } from '../../fixtures/requests';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { covers } from '../support/coverage';
import { expectNoResult, expectRefused } from '../support/generated';
import { expectReceivers, expectShown, read } from '../support/readings';
import {
  aTarget,
  expectRefusedChange,
  expectSameTexts,
  expectUntouched,
  theTarget,
} from '../support/targets';
import { api, operator, receivers, user } from '../support/tenant';
import { isOneWayOfAsking } from '../support/variation';

describe('blackboard/update', () => {
  it('R2 and R4: an ordinary employee is refused, and nothing changes', async () => {
    const target = await theTarget();

    await expectRefusedChange(aChange({ ...target, operator: user }));

    await expectUntouched(target);
  });

  it('R3: a refusal has success false and no result', async () => {
    const { id, tag } = await theTarget();

    const reply = await api.send(updateAnnouncement, {
      update_request: aChange({ operator: user, id, tag }),
    });

    expectNoResult(reply);
  });

  it('R5: receivers, level and pin are not changed, whatever else is sent', async () => {
    const { id, tag, before } = await aTarget();
    const change = aChangeOfEverything({ operator, id, tag }, receivers(['operator']));

    await api.send(updateAnnouncement, { update_request: change });

    const after = await read(id);
    const kept = before.map(({ level, pinned, users }) => ({ level, pinned, users }));
    expect(after.map(({ level, pinned, users }) => ({ level, pinned, users }))).toEqual(kept);
    expectReceivers(after, receivers(['user']));
  });

  it.each(['title', 'content'] as const)('R9: %s has to be sent again', async (name) => {
    const target = await theTarget();
    const endpoint: Endpoint = updateAnnouncement;

    const reply = await api.send(endpoint, aChangeWithout(name, { ...target, operator }));

    expect(reply).toBeRefused();
    await expectSameTexts(target);
  });

  it('refuses an id that nothing has, and changes nothing else', async () => {
    const target = await theTarget();

    await expectRefusedChange(aChange({ operator, id: nobodysId, tag: target.tag }));

    await expectSameTexts(target);
  });

  it.each(wrongs)('refuses a request in which $when, and changes no text', async ({ when }) => {
    const target = await theTarget();

    await expectRefused(updateAnnouncement, wrongChange(when, { ...target, operator }));

    await expectSameTexts(target);
  });

  it.each(otherWaysOf(updateAnnouncement))(
    'makes the same change when it is asked in $way',
    async ({ as }) => {
      isOneWayOfAsking();
      const { id, tag } = await aTarget();
      const change = aChange({ operator, id, tag }, { author: '李雷' });

      const body = await api.must(updateAnnouncement, { update_request: change }, { as });

      expect(body).toMatchObject({ result: true });
      expectShown(await read(id), change);
      covers('blackboard/update#result', 'blackboard/update?update_request.author');
    },
  );
});
