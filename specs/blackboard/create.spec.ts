import { createAnnouncement } from '../../schemas';
import { anAnnouncement } from '../../fixtures/blackboard/announcement';
import { overCreation, overLimits, wrongCreation, wrongs } from '../../fixtures/blackboard/create.cases';
import { around, expectListed, publish } from '../support/blackboard/announcements';
import { covers } from '../support/coverage';
import { expectNoResult, expectRefused } from '../support/generated';
import { expectReadable } from '../support/blackboard/readings';
import { shared } from '../support/shared';
import { expectCut, mayNotBePublished, removeUnwantedLater } from '../support/blackboard/unwanted';
import { api, aTag, operator, receivers, user } from '../support/tenant';

const toUser = receivers(['user']);

const anOpen = shared('a normal announcement for somebody else', async () => {
  const since = Date.now();
  const marked = { operator, receivers: receivers(['operator']), tag: aTag() };
  const draft = anAnnouncement(marked, { private_level: 0 });
  return { id: await publish(draft), since };
});

describe('blackboard/create', () => {
  it('R2 and R3: an employee who is no announcement administrator is refused, with success false and no result, and publishes nothing', async () => {
    const tag = aTag();
    mayNotBePublished(tag);
    const draft = anAnnouncement({ operator: user, receivers: toUser, tag });

    const reply = await api.send(createAnnouncement, { create_request: draft });

    expectNoResult(reply);
  });

  it('R4: the id is not returned, and listids finds it', async () => {
    const { id, since } = await anOpen();

    await expectListed(id, around(since), true, 'what was just created');
  });

  it('R7: an id is 32 hex characters', async () => {
    const { id } = await anOpen();

    expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('R5 and R16: a normal announcement can be read at once by somebody whom it does not address', async () => {
    const { id } = await anOpen();

    await expectReadable(id, user, true);
  });

  it.each(overLimits)('goes past no limit when $when', async ({ when, limit, covers: ids }) => {
    const tag = aTag();
    removeUnwantedLater(tag);
    const marked = { operator, receivers: receivers(['user', 'department']), tag };

    covers(...ids);

    await expectCut(overCreation(when, marked), tag, limit);
  });

  it.each(wrongs)('refuses a request in which $when, and publishes nothing', async ({ when }) => {
    const tag = aTag();
    mayNotBePublished(tag);

    await expectRefused(createAnnouncement, wrongCreation(when, { operator, receivers: toUser, tag }));
  });
});
