import { listTopTen } from '../../schemas';
import { forNobody } from '../../fixtures/blackboard/listtopten.cases';
import { contractCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { expectNotHonoured, plainAnswer } from '../support/generated';
import { bodyOf } from '../support/permitted';
import { expectListedAsRead } from '../support/blackboard/top-ten';
import { api, operator, user } from '../support/tenant';

const topTen = plainAnswer(listTopTen, { userid: user });

describe('blackboard/listtopten', () => {
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

  it('shows nothing to nobody', async () => {
    await expectNotHonoured(listTopTen, forNobody);
  });

  contractCases(listTopTen, { plain: topTen });
});
