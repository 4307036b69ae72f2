import { createAnnouncement, updateAnnouncement } from '../../schemas';
import { aChange, anAnnouncement } from '../../fixtures/blackboard/announcement';
import { everything } from '../../fixtures/blackboard/create.cases';
import { lifecycleRows, long } from '../../fixtures/blackboard/lifecycle.cases';
import { andEverythingElse } from '../../fixtures/blackboard/update.cases';
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
  fromThenOn,
  hourBefore,
  publish,
  secondOf,
  withdraw,
} from '../support/blackboard/announcements';
import {
  categoryFields,
  coverFields,
  expectInCategory,
  inCategory,
  thereAndBack,
} from '../support/blackboard/announcement-fields';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { aCategory } from '../support/blackboard/categories';
import { textsOf } from '../support/blackboard/generations';
import { covers } from '../support/coverage';
import { untilClockShows } from '../support/eventually';
import { fact } from '../support/evidence';
import { expectGone, expectReach } from '../support/blackboard/reach';
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
import { expectNothingDeleted, expectClosedToUser } from '../support/blackboard/targets';
import { shared } from '../support/shared';
import { isOneWayOfAsking } from '../support/variation';
import { api, aTag, operator, receivers, user } from '../support/tenant';

const another = shared('another announcement, and how it reads', async () => {
  const [since, to] = [Date.now(), receivers(['user', 'any department'])];
  const id = await publish(anAnnouncement({ operator, receivers: to, tag: aTag() }));
  return { id, to, since, before: await readOnce(id) };
});

describe('blackboard: an announcement from creation to deletion', () => {
  it.each(lifecycleRows)('keeps, changes and deletes one $when', async (row) => {
    const since = Date.now();

    // created: found by its tag, and read back as it was sent
    const tag = aTag();
    const addressed = receivers(row.to);
    const given = await categoryFields(row.category);
    const fields = { ...row.given, ...given, ...coverFields(row.cover) };
    const draft = anAnnouncement({ operator, receivers: addressed, tag }, fields);
    const id = await publish(draft);
    const publishedAt = Date.now();
    fact('blackboard/create/R7', () => {
      expect(id).toMatch(/^[0-9a-f]{32}$/);
    });
    const created = await read(id);
    expectShown(created, draft);
    expectReceivers(created, addressed);
    expectAgreement(created);
    await expectInCategory(given, id, around(since), { isIn: true, what: 'its category' });

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
    await expectReach(row, { id, title: change.title });
    await expectInCategory(category, id, around(since), { isIn: true, what: 'its category' });

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
      const created = await readOnce(id);
      expectShown(created, draft);
      expectReceivers(created, to);

      const change = aChange({ operator, id, tag }, { author: '李雷' });
      const body = await api.must(updateAnnouncement, { update_request: change }, { as });
      expect(body).toMatchObject({ result: true });
      expectShown(await readOnce(id), change);

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
    await expectClosedToUser(id, tag);

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
    await expectInCategory(second, id, around(since), { isIn: false, what: 'what was there before' });
    await expectInCategory(third, id, hourBefore(since), {
      isIn: false,
      what: 'what is in the category only',
    });

    // deleted
    await withdraw(id);
    covers(...coveredTwice);
  });

  it('lists one with the required fields only, its content long, until it is deleted, and leaves another one alone', async () => {
    const { id: bystander, to, since, before: untouched } = await another();

    // created: read back as it was sent
    const tag = aTag();
    const draft = anAnnouncement({ operator, receivers: to, tag }, { content: long });
    const id = await publish(draft);
    const created = await read(id);
    expectShown(created, draft);
    expectReceivers(created, to);
    expectAgreement(created);

    // updated, and no more of it than may be: both are listed, on one page and once
    const change = aChange({ operator, id, tag }, { content: `${long}\n以上。` });
    expect(await api.must(updateAnnouncement, { update_request: change })).toMatchObject({ result: true });
    await api.send(updateAnnouncement, {
      update_request: andEverythingElse(change, receivers(['operator'])),
    });
    const updated = await readOnce(id);
    expectShown(updated, change);
    expectKept(updated, created);
    await expectPartition([id, bystander], fromThenOn(creationTime(untouched), since));

    // deleted, once: no longer listed or readable, and the other one is as it was
    await withdraw(id);
    await expectGone({ id, title: change.title });
    await expectNothingDeleted(id);
    await expectLeft([bystander], id, around(since));
    expectSameReadings(await readOnce(bystander), untouched);
    covers(...coveredThroughout(to.deptid_list !== undefined));
  });

  it('lists one in the second of its creation, and in none before or after it', async () => {
    covers('blackboard/listids/R12', 'gateway/G17', 'blackboard/listids#result[]');
    covers('blackboard/listids?query_request.start_time', 'blackboard/listids?query_request.end_time');
    const { id, before } = await another();
    const time = creationTime(before);

    await expectListed(id, secondOf(time), true, 'what was created in the first second');
    await expectListed(id, secondOf(time, -1), false, 'what was created at the end');
    await expectListed(id, secondOf(time, 1), false, 'what was created before the start');
  });

  it('lists one that is in no category in none', async () => {
    covers('blackboard/listids/R13', 'blackboard/listids?query_request.category_id');
    const [{ id, before }, { id: category }] = [await another(), await aCategory()];

    await expectListed(id, { ...secondOf(creationTime(before)), category }, false, 'what is in no category');
  });
});
