import { getAnnouncement, getBlackboard } from '../../schemas';
import { anAnnouncement } from '../../fixtures/blackboard/announcement';
import { illegalReadings } from '../../fixtures/blackboard/get-blackboard.cases';
import { publish, withdraw } from '../support/announcements';
import { aCategory, expectCategoryShown } from '../support/categories';
import { covers } from '../support/coverage';
import { expectNamed } from '../support/names';
import { sendIfPermitted } from '../support/permitted';
import { expectAgreement, expectReadable, read } from '../support/readings';
import { shared } from '../support/shared';
import { someAnnouncement } from '../support/strays';
import { published, theTarget } from '../support/targets';
import { api, aTag, operator, receivers, user } from '../support/tenant';

const about = (blackboardId: string): { blackboardId: string; operationUserId: string } => ({
  blackboardId,
  operationUserId: operator,
});
const toOperator = receivers(['operator']);

const aSecret = shared('a confidential announcement for somebody else', () =>
  publish(anAnnouncement({ operator, receivers: toOperator, tag: aTag() }, { private_level: 20 })),
);

describe('blackboard/get-blackboard', () => {
  it('R1: an employee reads a normal announcement, and no confidential one for somebody else', async () => {
    const open = await publish(anAnnouncement({ operator, receivers: toOperator, tag: aTag() }));

    await expectReadable(open, user, true);
    await expectReadable(await aSecret(), user, false);
  });

  it('R1: refuses an outsider of a confidential announcement with accessDenied', async () => {
    const blackboardId = await aSecret();

    const reply = await sendIfPermitted(getBlackboard, { blackboardId, operationUserId: user });

    expect(reply).toBeRefused('accessDenied');
    covers('blackboard/get-blackboard!accessDenied');
  });

  it('refuses an id that is none with badRequest', async () => {
    const reply = await sendIfPermitted(getBlackboard, about('not-an-id'));

    expect(reply).toBeRefused('badRequest');
    covers('blackboard/get-blackboard!badRequest', 'blackboard/get-blackboard?blackboardId');
  });

  it('R2: what was deleted cannot be read', async () => {
    const id = await published();
    await withdraw(id);

    expect(await api.send(getBlackboard, about(id))).toBeRefused();
  });

  it('R3: it shows the same announcement as blackboard/get, counts included', async () => {
    const { id, before } = await theTarget();

    const current = await api.must(getBlackboard, about(id));

    const { result } = await api.must(getAnnouncement, { blackboard_id: id, operation_userid: operator });
    expectAgreement(before);
    expect([current.readCount, current.unReadCount]).toEqual([result.read_count, result.unread_count]);
    covers('blackboard/get-blackboard#readCount', 'blackboard/get-blackboard#unReadCount');
    covers('blackboard/get#result.read_count', 'blackboard/get#result.unread_count');
  });

  it.each([
    { push_top: true, isPushTop: 1 },
    { push_top: false, isPushTop: 0 },
  ])('R5: isPushTop is $isPushTop where push_top was $push_top', async ({ push_top, isPushTop }) => {
    const draft = anAnnouncement({ operator, receivers: toOperator, tag: aTag() }, { push_top });

    const body = await api.must(getBlackboard, about(await publish(draft)));

    expect(body).toMatchObject({ isPushTop });
    covers('blackboard/get-blackboard#isPushTop', `blackboard/create?create_request.push_top=${push_top}`);
    covers('blackboard/create/R12');
  });

  it('R3 and R6: it shows the same to a reader who neither sent nor administers it', async () => {
    const { id, before } = await theTarget();

    expect(await read(id, user)).toEqual(before);
  });

  it('R6 and R7: senderStaffId is the operator, and there is no envelope', async () => {
    const { id } = await theTarget();

    const body = await api.must(getBlackboard, about(id));

    expect(body).toMatchObject({ id, senderStaffId: operator });
    expect(body).not.toHaveProperty('errcode');
    covers('blackboard/get-blackboard#senderStaffId', 'blackboard/get-blackboard#id');
  });

  it('names its receivers as a report template does', async () => {
    const to = receivers(['user', 'operator']);
    const id = await publish(anAnnouncement({ operator, receivers: to, tag: aTag() }));

    await expectNamed(await read(id));
  });

  it('shows its category by id and by the name that category-list gives it', async () => {
    const category = await aCategory();
    const draft = { operator, receivers: toOperator, tag: aTag() };
    const id = await publish(anAnnouncement(draft, { category_id: category.id }));

    const body = await api.must(getBlackboard, about(id));

    expectCategoryShown(body, category);
    covers('blackboard/get-blackboard#categoryName', 'blackboard/get-blackboard#categoryId');
    covers('blackboard/category-list#result[].name');
  });

  it.each(illegalReadings(operator))('refuses a request $when', async ({ about: request, covers: id }) => {
    const reply = await api.send(getBlackboard, request(await someAnnouncement()));

    expect(reply).toBeRefused();
    covers(id);
  });

  it('is not there for another method', async () => {
    const posted = { ...getBlackboard, method: 'POST' as const };

    const reply = await api.send(posted, about(await someAnnouncement()));

    expect(reply).toBeRefused('InvalidAction.NotFound');
  });
});
