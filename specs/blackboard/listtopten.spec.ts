import { listTopTen, updateAnnouncement } from '../../schemas';
import { forNobody } from '../../fixtures/blackboard/listtopten.cases';
import { aChange, anAnnouncement } from '../../fixtures/blackboard/announcement';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { expectTopTen, publish, withdraw } from '../support/blackboard/announcements';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { untilClockShows } from '../support/eventually';
import {
  expectNotHonoured,
  expectRefused,
  expectSameAnswer,
  plainAnswer,
  refusedRowsOf,
} from '../support/generated';
import { bodyOf } from '../support/permitted';
import { expectListedAsRead } from '../support/blackboard/top-ten';
import { api, aTag, operator, receivers, user } from '../support/tenant';

const topTen = plainAnswer(listTopTen, { userid: user });

describe('blackboard/listtopten', () => {
  it('R2: it shows at most ten, and no confidential one that is for somebody else', async () => {
    const draft = { operator, receivers: receivers(['operator']), tag: aTag() };
    const secret = anAnnouncement(draft, { private_level: 20 });

    const id = await publish(secret);

    await expectTopTen(user, { id, title: secret.title }, 'hidden');
    covers('blackboard/listtopten?userid');
  });

  it('R2: it shows the newest of what was sent to the user, as blackboard/get does once it is changed, until it is deleted', async () => {
    const tag = aTag();
    const id = await publish(anAnnouncement({ operator, receivers: receivers(['user']), tag }));
    await untilClockShows(Date.now() + 1000, 'the next second, so that a modification shows');
    const change = aChange({ operator, id, tag });

    await api.must(updateAnnouncement, { update_request: change });

    const list = await expectTopTen(user, { id, title: change.title }, 'shown');
    await expectListedAsRead(user, list, id);
    await withdraw(id);
    await expectTopTen(user, { id, title: change.title }, 'hidden');
    covers('blackboard/listtopten#blackboard_list[].gmt_create');
  });

  it.each([
    { who: 'an ordinary employee', ask: topTen },
    {
      who: 'an administrator',
      ask: async () => ({ reply: await api.send(listTopTen, { userid: operator }) }),
    },
  ])('R4, R5 and R6: it answers $who, with the list at the top level', async ({ ask }) => {
    const body = bodyOf(listTopTen, (await ask()).reply);

    expectWithout(listTopTen.id, body, ['success', 'result']);
  });

  it('shows title, time, category and id as blackboard/get does', async () => {
    const { blackboard_list: list = [] } = bodyOf(listTopTen, (await topTen()).reply);

    await expectListedAsRead(user, list);

    covers('blackboard/listtopten/R2');
    covers(
      'blackboard/listtopten#blackboard_list[].title',
      'blackboard/listtopten#blackboard_list[].gmt_create',
    );
    covers(
      'blackboard/listtopten#blackboard_list[].id',
      'blackboard/listtopten#blackboard_list[].categoryId',
    );
  });

  it.each(refusedRowsOf(listTopTen))('refuses a request in which $when', async (row) => {
    await expectRefused(listTopTen, row);
  });

  it('shows nothing to nobody', async () => {
    await expectNotHonoured(listTopTen, forNobody);
  });

  it.each(otherWaysOf(listTopTen))('gives the same answer when it is asked in $way', async ({ as }) => {
    await expectSameAnswer(listTopTen, topTen, as);
  });
});
