import { getUnreadCount } from '../../schemas';
import { contractCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { api, operator, user } from '../support/tenant';
import {
  expectAboutAMonth,
  expectCounted,
  expectGrown,
  sendReport,
  unreadOf,
} from '../support/report/unread';
import { shared } from '../support/shared';

const before = shared('how many both people have not read', async () => {
  const since = Date.now();
  const body = await api.must(getUnreadCount, { userid: user });
  return { since, body, ofUser: body.count, ofOperator: await unreadOf(operator) };
});

describe('report/getunreadcount', () => {
  it('grows by a report that is sent, for its receiver and not for its author', async () => {
    covers('report/getunreadcount#count', 'report/getunreadcount?userid');
    const { since, ofUser, ofOperator } = await before();
    const receiver = { userid: user, before: ofUser };
    const author = { userid: operator, before: ofOperator };

    await sendReport(operator, user);

    const meanwhile = await expectGrown(since, { receiver, author });

    // and then for the last of several receivers; in a case of its own it would blur what the first one counts
    await sendReport(user, user, operator);

    await expectCounted(operator, meanwhile);
  });

  it('R2: counts of both people no more than was written in about a month', async () => {
    const { ofUser, ofOperator } = await before();

    await expectAboutAMonth([ofUser, ofOperator]);
  });

  it('R3: shows the count at the top level, and neither result nor success', async () => {
    const { body } = await before();

    expect(body.count).toBeGreaterThanOrEqual(0);
    covers('report/getunreadcount#count');
    expectWithout(getUnreadCount.id, body, ['result', 'success']);
  });

  contractCases(getUnreadCount, {
    // Not what was asked before: it changes with every report of the file.
    plain: async () => ({
      request: { userid: user },
      reply: await api.send(getUnreadCount, { userid: user }),
    }),
  });
});
