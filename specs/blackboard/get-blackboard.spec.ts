import { getAnnouncement, getBlackboard } from '../../schemas';
import { anAnnouncement } from '../../fixtures/blackboard/announcement';
import { illegalReadings } from '../../fixtures/blackboard/get-blackboard.cases';
import { publish } from '../support/blackboard/announcements';
import { expectCategoryShown, firstCategories } from '../support/blackboard/categories';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { fact, inferred } from '../support/evidence';
import { expectMembers } from '../support/members';
import { answersOf, bodyOf, sendIfPermitted } from '../support/permitted';
import { askAll } from '../support/blackboard/generations';
import { expectAgreement, expectSameReadings, readingsIn } from '../support/blackboard/readings';
import { shared } from '../support/shared';
import { api, aTag, operator, receivers, skip, user } from '../support/tenant';

const about = (blackboardId: string): { blackboardId: string; operationUserId: string } => ({
  blackboardId,
  operationUserId: operator,
});
const marked = (): Parameters<typeof anAnnouncement>[0] => ({
  operator,
  receivers: receivers(['operator']),
  tag: aTag(),
});

const anOpen = shared('a normal announcement for somebody else, and how it reads', async () => {
  const [category] = await firstCategories(1);
  const fields = {
    private_level: 0,
    push_top: false,
    ...(category && { category_id: category.id }),
  } as const;
  const id = await publish(anAnnouncement(marked(), fields));
  const answers = await askAll(id, operator);
  const current = answers.current ?? skip('the tenant has not opened blackboard/get-blackboard to the app');
  return { id, category, before: readingsIn(answers), body: bodyOf(getBlackboard, current) };
});

const asUser = shared('how the ordinary user reads that one', async () => askAll((await anOpen()).id, user));

describe('blackboard/get-blackboard', () => {
  it('R3 and R8: an employee whom a normal announcement does not address reads the same as its sender', async () => {
    const { before } = await anOpen();

    expectSameReadings(readingsIn(await asUser(), user), before);
    covers('blackboard/create/R16', 'blackboard/get/R10', 'blackboard/get-blackboard#senderStaffId');
  });

  it('refuses an id that is none with badRequest', async () => {
    const reply = await sendIfPermitted(getBlackboard, about('not-an-id'));

    expect(reply).toBeRefused();
    // What makes an id illegal, and not only unknown, the page does not say.
    fact(inferred(getBlackboard.id, 'an illegal id is refused with badRequest'), () => {
      expect(reply).toBeRefused('badRequest');
    });
    covers('blackboard/get-blackboard?blackboardId');
  });

  it('R3: it shows the same announcement as blackboard/get, counts included', async () => {
    const { id, before } = await anOpen();

    const body = await api.must(getBlackboard, about(id));
    const { result } = await api.must(getAnnouncement, { blackboard_id: id, operation_userid: operator });

    expectAgreement(before);
    expect([body.readCount, body.unReadCount]).toEqual([result.read_count, result.unread_count]);
    covers('blackboard/get-blackboard#readCount', 'blackboard/get-blackboard#unReadCount');
    covers('blackboard/get#result.read_count', 'blackboard/get#result.unread_count');
  });

  it('R6 and R7: senderStaffId is the operator, and there is no envelope', async () => {
    const { id, body } = await anOpen();

    const { current } = await asUser();

    expectMembers(getBlackboard.id, body, { id, senderStaffId: operator });
    // Whether somebody else may read it is not known; the sender stays the same.
    for (const shown of answersOf(current))
      expectMembers(getBlackboard.id, shown, { senderStaffId: operator });
    expectWithout(getBlackboard.id, body, ['errcode', 'errmsg', 'result', 'success']);
    covers('blackboard/get-blackboard#senderStaffId', 'blackboard/get-blackboard#id');
  });

  it('shows its category by id and by the name that category-list gives it', async () => {
    const { body, category = skip('the tenant has no announcement category') } = await anOpen();

    expectCategoryShown(body, category);
    covers('blackboard/get-blackboard#categoryName', 'blackboard/get-blackboard#categoryId');
    covers('blackboard/category-list#result[].name');
  });

  it.each(illegalReadings(operator))(
    'refuses a request $when',
    async ({ when, about: request, covers: id }) => {
      const reply = await api.send(getBlackboard, request((await anOpen()).id));

      // The table of the page marks neither parameter as required, and an error says that both have to be legal.
      fact(inferred(getBlackboard.id, `a request ${when} is refused`), () => {
        expect(reply).toBeRefused();
      });
      covers(id);
    },
  );

  it('is not there for another method', async () => {
    const posted = { ...getBlackboard, method: 'POST' as const };

    const reply = await api.send(posted, about((await anOpen()).id));

    expect(reply).toBeRefused('InvalidAction.NotFound');
  });
});
