import { getUnreadCount } from '../../schemas';
import { contractCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { bodyOf } from '../support/permitted';
import { api, operator, user } from '../support/tenant';
import {
  expectAboutAMonth,
  expectCounted,
  expectGrown,
  sendReport,
  unreadOf,
} from '../support/report/unread';
import { plainAnswer } from '../support/generated';

const unread = plainAnswer(getUnreadCount, { userid: user });

// Not what was asked before: it changes with every report of the file.
const now = async () => ({
  request: { userid: user },
  reply: await api.send(getUnreadCount, { userid: user }),
});

describe('report/getunreadcount', () => {
  it('grows by a report that is sent, for its receiver and not for its author', async () => {
    covers('report/getunreadcount#count', 'report/getunreadcount?userid');
    const since = Date.now();
    const receiver = { userid: user, before: await unreadOf(user) };
    const author = { userid: operator, before: await unreadOf(operator) };

    await sendReport(operator, user);

    const before = await expectGrown(since, { receiver, author });

    // and then for the last of several receivers; in a case of its own it would blur what the first one counts
    await sendReport(user, user, operator);

    await expectCounted(operator, before);
  });

  it.each([
    { who: 'the user', count: async () => bodyOf(getUnreadCount, (await unread()).reply).count },
    { who: 'the operator', count: () => unreadOf(operator) },
  ])('R2: counts of $who no more than was written in about a month', async ({ count }) => {
    await expectAboutAMonth(await count());
  });

  it('R3: shows the count at the top level, and neither result nor success', async () => {
    const body = bodyOf(getUnreadCount, (await unread()).reply);

    expect(body.count).toBeGreaterThanOrEqual(0);
    covers('report/getunreadcount#count');
    expectWithout(getUnreadCount.id, body, ['result', 'success']);
  });

  contractCases(getUnreadCount, { plain: now });
});
