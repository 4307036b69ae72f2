import { getAnnouncement } from '../../schemas';
import { anAnnouncement } from '../../fixtures/blackboard/announcement';
import { refusedReadings } from '../../fixtures/blackboard/get.cases';
import { nobodysId } from '../../fixtures/requests';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { publish, withdraw } from '../support/announcements';
import { covers } from '../support/coverage';
import { expectNoResult, expectRefused, expectSameAnswer } from '../support/generated';
import { expectAfternoon } from '../support/id-lists';
import { expectNamed, skipUnlessMember } from '../support/names';
import { expectAgreement, expectReadable, read } from '../support/readings';
import { someAnnouncement } from '../support/strays';
import { published, theTarget } from '../support/targets';
import { api, aTag, operator, receivers, user } from '../support/tenant';

const about = (id: string, reader = operator): { blackboard_id: string; operation_userid: string } => ({
  blackboard_id: id,
  operation_userid: reader,
});

describe('blackboard/get', () => {
  it('R2: a refusal has success false and no result', async () => {
    const reply = await api.send(getAnnouncement, about(nobodysId));

    expectNoResult(reply);
  });

  it('R3: an employee reads a normal announcement, and no confidential one for somebody else', async () => {
    const draft = { operator, receivers: receivers(['operator']) };
    const open = await publish(anAnnouncement({ ...draft, tag: aTag() }));
    const secret = await publish(anAnnouncement({ ...draft, tag: aTag() }, { private_level: 20 }));

    expect(await api.must(getAnnouncement, about(open, user))).toMatchObject({ result: { id: open } });
    expect(await api.send(getAnnouncement, about(secret, user))).toBeRefused();
  });

  it('R3: a member of a department reads a confidential announcement to it', async () => {
    const draft = { operator, receivers: receivers(['department']), tag: aTag() };
    const id = await publish(anAnnouncement(draft, { private_level: 20 }));
    await skipUnlessMember(await read(id));

    await expectReadable(id, user, true);
  });

  it('R4: what was deleted cannot be read', async () => {
    const id = await published();
    await withdraw(id);

    expect(await api.send(getAnnouncement, about(id))).toBeRefused();
  });

  it('R8 and R9: it is still served, and tells a department by a text that is not its number', async () => {
    const to = receivers(['department']);
    const id = await publish(anAnnouncement({ operator, receivers: to, tag: aTag() }));

    const { result } = await api.must(getAnnouncement, about(id));

    expect(result.deptList).toHaveLength(1);
    expect(to.deptid_list?.map(String)).not.toContain(result.deptList?.[0]?.dept_id);
    covers('blackboard/get#result.deptList[].dept_id');
  });

  it('shows what its successor shows: texts, times, level and receivers', async () => {
    const { before } = await theTarget();

    expectAgreement(before);
  });

  it('shows the hour of what was made in an afternoon on a clock of twenty-four', async () => {
    await expectAfternoon();

    covers('gateway/G17', 'blackboard/get#result.gmt_create', 'blackboard/get-blackboard#gmtCreate');
  });

  it('names its receivers as a report template does', async () => {
    const to = receivers(['user', 'operator']);
    const id = await publish(anAnnouncement({ operator, receivers: to, tag: aTag() }));

    await expectNamed(await read(id));
  });

  it.each(refusedReadings(operator))('refuses a request in which $when', async (row) => {
    await expectRefused(getAnnouncement, row, await someAnnouncement());
  });

  it.each(otherWaysOf(getAnnouncement))('gives the same answer when it is asked in $way', async ({ as }) => {
    const { id } = await theTarget();

    await expectSameAnswer(getAnnouncement, about(id), as);
  });
});
