import { updateAnnouncement } from '../../schemas';
import { aChange, anAnnouncement } from '../../fixtures/blackboard/announcement';
import { lifecycleRows } from '../../fixtures/blackboard/lifecycle.cases';
import { coveredBy, coveredThroughout, coveredTwice } from '../../fixtures/blackboard/lifecycle.covers';
import {
  around,
  creationTime,
  expectLeft,
  expectListed,
  expectListedOnce,
  expectPartition,
  expectTopTen,
  fromThenOn,
  publish,
  withdraw,
} from '../support/blackboard/announcements';
import {
  categoryFields,
  coverFields,
  expectPlace,
  expectReach,
  thereAndBack,
} from '../support/blackboard/announcement-fields';
import { covers } from '../support/coverage';
import { untilClockShows } from '../support/eventually';
import {
  expectAgreement,
  expectKept,
  expectOnlyModified,
  expectReceivers,
  expectSameReadings,
  expectShown,
  read,
  readOnce,
} from '../support/blackboard/readings';
import { expectRefusedToUser } from '../support/blackboard/targets';
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

    // updated: what was sent is there, only the time of modification has moved, and those read it who may
    await untilClockShows(publishedAt + 1000, 'the next second, so that a modification shows');
    const category = await categoryFields(row.changedCategory);
    const change = aChange({ operator, id, tag }, { ...row.change, ...category, ...coverFields(row.cover) });
    expect(await api.must(updateAnnouncement, { update_request: change })).toMatchObject({ result: true });
    const updated = await read(id);
    expectShown(updated, change);
    expectReceivers(updated, addressed);
    expectOnlyModified(updated, created);
    expectKept(updated, created);
    await expectReach(row, id);
    await expectPlace(category, id, around(since));

    // deleted
    await withdraw(id);
    covers(...coveredBy(row, addressed.deptid_list !== undefined));
  });

  it('changes a confidential, pinned one for two users and moves it, and changes it back: everybody reads the last state', async () => {
    const [since, tag, to] = [Date.now(), aTag(), receivers(['user', 'operator'])];
    const [first, second, third] = await thereAndBack();

    // refused: somebody who is no administrator tries in vain, and nothing of it comes later
    const draft = anAnnouncement(
      { operator, receivers: to, tag },
      { private_level: 20, push_top: true, ...first },
    );
    const id = await publish(draft);
    const created = await read(id);
    expectShown(created, draft);
    expectReceivers(created, to);
    await expectRefusedToUser(id, tag);

    // changed, and changed back: everybody reads the last state, once
    const there = aChange({ operator, id, tag }, second);
    const back = aChange({ operator, id, tag }, { ...third, content: draft.content });
    for (const change of [there, back]) {
      expect(await api.must(updateAnnouncement, { update_request: change })).toMatchObject({ result: true });
      expectShown(await read(id, user), change);
    }
    const last = await readOnce(id);
    expectShown(last, back);
    expectKept(last, created);
    await expectListedOnce(id, around(since));
    await expectPlace(third, id, around(since));

    // deleted
    await withdraw(id);
    await expectListed(id, around(since), false, 'what was changed twice');
    covers(...coveredTwice);
  });

  it('lists one until it is deleted, and leaves another one alone', async () => {
    const since = Date.now();
    const to = receivers(['user']);
    const bystander = await publish(anAnnouncement({ operator, receivers: to, tag: aTag() }));
    const untouched = await readOnce(bystander);

    // updated: both are listed, on one page and once
    const tag = aTag();
    const id = await publish(anAnnouncement({ operator, receivers: to, tag }));
    const change = aChange({ operator, id, tag });
    expect(await api.must(updateAnnouncement, { update_request: change })).toMatchObject({ result: true });
    await expectPartition([id, bystander], fromThenOn(creationTime(untouched), since));

    // deleted: no longer listed, and the other one is as it was
    await withdraw(id);
    await expectTopTen(user, { id, title: change.title }, 'hidden');
    await expectLeft([bystander], id, around(since));
    expectSameReadings(await readOnce(bystander), untouched);
    covers(...coveredThroughout);
  });
});
