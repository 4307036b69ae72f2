import { updateAnnouncement } from '../../schemas';
import { aChange, anAnnouncement } from '../../fixtures/blackboard/announcement';
import { lifecycleRows } from '../../fixtures/blackboard/lifecycle.cases';
import { coveredBy, coveredThroughout } from '../../fixtures/blackboard/lifecycle.covers';
import {
  around,
  between,
  expectListed,
  expectPartition,
  expectTopTen,
  publish,
  secondOf,
  withdraw,
} from '../support/announcements';
import {
  categoryFields,
  coverFields,
  expectPlace,
  expectReach,
  expectStillReadable,
} from '../support/announcement-fields';
import { covers } from '../support/coverage';
import { untilClockShows } from '../support/eventually';
import {
  creationTime,
  expectAgreement,
  expectKept,
  expectOnlyModified,
  expectReadable,
  expectReceivers,
  expectShown,
  read,
} from '../support/readings';
import { api, aTag, operator, receivers, user } from '../support/tenant';

describe('blackboard: an announcement from creation to deletion', () => {
  it.each(lifecycleRows)('keeps, changes and deletes one $when', async (row) => {
    const since = Date.now();

    // created: found by its tag, and read back as it was sent
    const tag = aTag();
    const addressed = receivers(row.to);
    const fields = { ...row.given, ...(await categoryFields(row.category)), ...coverFields(row.cover) };
    const draft = anAnnouncement({ operator, receivers: addressed, tag }, fields);
    const id = await publish(draft);
    const publishedAt = Date.now();
    const created = await read(id);
    expectShown(created, draft);
    expectReceivers(created, addressed);
    expectAgreement(created);
    await expectReach(row, { id, title: draft.title });
    await expectPlace(row.category, id, around(since));

    // updated: what was sent is there, and only the time of modification has moved
    await untilClockShows(publishedAt + 1000, 'the next second, so that a modification shows');
    const category = await categoryFields(row.changedCategory);
    const change = aChange({ operator, id, tag }, { ...row.change, ...category, ...coverFields(row.cover) });
    expect(await api.must(updateAnnouncement, { update_request: change })).toMatchObject({ result: true });
    const updated = await read(id);
    expectShown(updated, change);
    expectReceivers(updated, addressed);
    expectOnlyModified(updated, created);
    expectKept(updated, created);
    await expectStillReadable(row, id);
    await expectPlace(row.changedCategory, id, around(since));

    // deleted
    await withdraw(id);
    covers(...coveredBy(row));
  });

  it('lists one where it belongs and nowhere else, and leaves another one alone', async () => {
    const since = Date.now();
    const to = receivers(['user']);
    const bystander = await publish(anAnnouncement({ operator, receivers: to, tag: aTag() }));
    const untouched = await read(bystander);

    // created: in its second and in no other, on one page and once, and in the top ten of whom it addresses
    const tag = aTag();
    const draft = anAnnouncement({ operator, receivers: to, tag });
    const id = await publish(draft);
    const time = creationTime(await read(id));
    await expectReadable(id, user, true);
    await expectListed(id, secondOf(time), true, 'what was created in this second');
    await expectListed(id, secondOf(time, -1), false, 'what was created a second later');
    await expectListed(id, secondOf(time, 1), false, 'what was created a second earlier');
    await expectPartition([id, bystander], between(creationTime(untouched), time));
    await expectTopTen(user, { id, title: draft.title }, 'shown');

    // updated: still listed
    const change = aChange({ operator, id, tag });
    expect(await api.must(updateAnnouncement, { update_request: change })).toMatchObject({ result: true });
    await expectListed(id, around(since), true, 'what was updated');

    // deleted: gone everywhere, and the other one is as it was
    await withdraw(id);
    await expectReadable(id, operator, false);
    await expectListed(id, around(since), false, 'what was deleted');
    await expectTopTen(user, { id, title: change.title }, 'hidden');
    expect(await read(bystander)).toEqual(untouched);
    await expectListed(bystander, around(since), true, 'the one that was left alone');
    covers(...coveredThroughout);
  });
});
