import { createAnnouncement } from '../../schemas';
import { anAnnouncement } from '../../fixtures/blackboard/announcement';
import { overCreation, overLimits, wrongCreation, wrongs } from '../../fixtures/blackboard/create.cases';
import { covers } from '../support/coverage';
import { expectRefusedToUser } from '../support/blackboard/ordinary';
import { expectRefused } from '../support/generated';
import { expectCut, mayNotBePublished, removeUnwantedLater } from '../support/blackboard/unwanted';
import { api, aTag, operator, receivers, user } from '../support/tenant';

const toUser = receivers(['user']);

describe('blackboard/create', () => {
  it('R2 and R3: an employee who is no announcement administrator is refused, with success false and no result, and publishes nothing', async () => {
    const tag = aTag();
    mayNotBePublished(tag);
    const draft = anAnnouncement({ operator: user, receivers: toUser, tag });

    const reply = await api.send(createAnnouncement, { create_request: draft });

    await expectRefusedToUser(reply);
  });

  it.each(overLimits)('goes past no limit when $when', async ({ when, mostItems, covers: ids }) => {
    const tag = aTag();
    removeUnwantedLater(tag);
    const marked = { operator, receivers: receivers(['user', 'department']), tag };

    covers(...ids);

    await expectCut(overCreation(when, marked), tag, mostItems);
  });

  it.each(wrongs)('refuses a request in which $when, and publishes nothing', async ({ when }) => {
    const tag = aTag();
    mayNotBePublished(tag);

    await expectRefused(createAnnouncement, wrongCreation(when, { operator, receivers: toUser, tag }));
  });
});
