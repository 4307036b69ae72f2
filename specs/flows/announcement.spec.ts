import { updateAnnouncement } from '../../schemas';
import { aChange, anAnnouncement } from '../../fixtures/blackboard/announcement';
import { lifecycleRows } from '../../fixtures/blackboard/lifecycle.cases';
import { coveredBy } from '../../fixtures/blackboard/lifecycle.covers';
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
import { categoryFields, coverFields, expectCategory } from '../support/announcement-fields';
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
    const bystander = await publish(
      anAnnouncement({ operator, receivers: receivers(['user']), tag: aTag() }),
    );
    const untouched = await read(bystander);

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
    await expectReadable(id, user, row.secret !== true);

    // listed: in its second and in no other, in its category and in no other, on one page and once
    const time = creationTime(created);
    await expectListed(id, secondOf(time), true, 'what was created in this second');
    await expectListed(id, secondOf(time, -1), false, 'what was created a second later');
    await expectListed(id, secondOf(time, 1), false, 'what was created a second earlier');
    await expectCategory(id, around(since), draft.category_id);
    await expectPartition([id, bystander], between(creationTime(untouched), time));
    await expectTopTen(user, { id, title: draft.title }, row.topTen);

    // updated: what was sent is there, and only the time of modification has moved
    await untilClockShows(publishedAt + 1000, 'the next second, so that a modification shows');
    const change = aChange(
      { operator, id, tag },
      { ...row.change, ...(await categoryFields(row.changedCategory)) },
    );
    expect(await api.must(updateAnnouncement, { update_request: change })).toMatchObject({ result: true });
    const updated = await read(id);
    expectShown(updated, change);
    expectReceivers(updated, addressed);
    expectOnlyModified(updated, created);
    expectKept(updated, created);
    await expectReadable(id, user, row.secret !== true);
    await expectListed(id, around(since), true, 'what was updated');
    await expectCategory(id, around(since), { ...draft, ...change }.category_id);

    // deleted: gone everywhere, and the other one is as it was
    await withdraw(id);
    await expectReadable(id, operator, false);
    await expectListed(id, around(since), false, 'what was deleted');
    await expectTopTen(user, { id, title: change.title }, 'hidden');
    expect(await read(bystander)).toEqual(untouched);
    await expectListed(bystander, around(since), true, 'the one that was left alone');
    covers(...coveredBy(row));
  });
});
