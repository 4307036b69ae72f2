import { createAnnouncement, updateAnnouncement } from '../../schemas';
import { aChange, anAnnouncement } from '../../fixtures/blackboard/announcement';
import { everything } from '../../fixtures/blackboard/create.cases';
import { lifecycleRows, long } from '../../fixtures/blackboard/lifecycle.cases';
import {
  coveredBy,
  coveredInOtherWays,
  coveredThroughout,
  coveredTwice,
} from '../../fixtures/blackboard/lifecycle.covers';
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
  expectElsewhere,
  expectPlace,
  inCategory,
  expectReach,
  thereAndBack,
} from '../support/blackboard/announcement-fields';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { textsOf } from '../support/blackboard/generations';
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
import { isOneWayOfAsking } from '../support/variation';
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

  it.each(otherWaysOf(createAnnouncement))(
    'keeps, changes and deletes one that is asked for in $way',
    async ({ as }) => {
      isOneWayOfAsking();
      covers('gateway/G13', 'gateway/G14');
      const [tag, to] = [aTag(), receivers(['user', 'operator'])];
      const draft = anAnnouncement({ operator, receivers: to, tag }, everything);

      const id = await publish(draft, as);
      const created = await read(id);
      expectShown(created, draft);
      expectReceivers(created, to);

      const change = aChange({ operator, id, tag }, { author: '李雷' });
      const body = await api.must(updateAnnouncement, { update_request: change }, { as });
      expect(body).toMatchObject({ result: true });
      expectShown(await read(id), change);

      await withdraw(id, as);
      expect(await textsOf(id)).toBeUndefined();
      covers(...coveredInOtherWays);
    },
  );

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
    await expectListedOnce(id, { ...around(since), ...inCategory(third) });
    await expectElsewhere(second, id, around(since));

    // deleted
    await withdraw(id);
    await expectListed(id, around(since), false, 'what was changed twice');
    covers(...coveredTwice);
  });

  it('lists one with the required fields only, its content long, until it is deleted, and leaves another one alone', async () => {
    const since = Date.now();
    const to = receivers(['user', 'any department']);
    const bystander = await publish(anAnnouncement({ operator, receivers: to, tag: aTag() }));
    const untouched = await readOnce(bystander);

    // created: read back as it was sent
    const tag = aTag();
    const draft = anAnnouncement({ operator, receivers: to, tag }, { content: long });
    const id = await publish(draft);
    const created = await read(id);
    expectShown(created, draft);
    expectReceivers(created, to);
    expectAgreement(created);

    // updated: both are listed, on one page and once
    const change = aChange({ operator, id, tag }, { content: `${long}\n以上。` });
    expect(await api.must(updateAnnouncement, { update_request: change })).toMatchObject({ result: true });
    const updated = await readOnce(id);
    expectShown(updated, change);
    expectKept(updated, created);
    await expectPartition([id, bystander], fromThenOn(creationTime(untouched), since));

    // deleted: no longer listed, and the other one is as it was
    await withdraw(id);
    await expectTopTen(user, { id, title: change.title }, 'hidden');
    await expectLeft([bystander], id, around(since));
    expectSameReadings(await readOnce(bystander), untouched);
    covers(...coveredThroughout(to.deptid_list !== undefined));
  });
});
