import { getAnnouncement } from '../../schemas';
import { anAnnouncement } from '../../fixtures/blackboard/announcement';
import { nobodysId } from '../../fixtures/requests';
import { publish } from '../support/blackboard/announcements';
import { expectEncrypted } from '../support/blackboard/announcement-fields';
import { askAll, type Answers } from '../support/blackboard/generations';
import { contractCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectNoResult } from '../support/generated';
import { expectAfternoon } from '../support/blackboard/id-lists';
import { expectNamed, skipUnlessMember } from '../support/names';
import { expectAgreement, expectReceivers, readingsIn, type Reading } from '../support/blackboard/readings';
import { expectReadable } from '../support/blackboard/reach';
import { bodyOf } from '../support/permitted';
import { shared } from '../support/shared';
import { api, aTag, operator, receivers, skip, user } from '../support/tenant';

const about = (id: string): { blackboard_id: string; operation_userid: string } => ({
  blackboard_id: id,
  operation_userid: operator,
});

interface Published {
  readonly id: string;
  readonly before: readonly Reading[];
  readonly classic: Answers['classic'] | undefined;
}

async function asRead(id: string): Promise<Published> {
  const answers = await askAll(id, operator);
  return { id, before: readingsIn(answers), classic: answers.classic };
}

// Where the archived generation is closed to the app, the other one is looked at all the same.
const closed = (): never => skip('the tenant has not opened blackboard/get to the app');

const toBoth = shared('an announcement for both people, and how it reads', async () => {
  const draft = { operator, receivers: receivers(['user', 'operator']), tag: aTag() };
  return asRead(await publish(anAnnouncement(draft, { author: '杨晓' })));
});

const toDepartment = shared('a confidential announcement for a department, and how it reads', async () => {
  const to = receivers(['department']);
  const draft = anAnnouncement({ operator, receivers: to, tag: aTag() }, { private_level: 20 });
  return { to, ...(await asRead(await publish(draft))) };
});

describe('blackboard/get', () => {
  it('R2: a refusal has success false and no result', async () => {
    const reply = await api.send(getAnnouncement, about(nobodysId));

    expectNoResult(reply);
  });

  it('R3: a member of a department reads a confidential announcement to it', async () => {
    const { id, before } = await toDepartment();
    await skipUnlessMember(before);

    await expectReadable(id, user, true);
  });

  it('shows whom it addresses where that is a department only', async () => {
    const { to, before } = await toDepartment();

    expectReceivers(before, to);
    covers('blackboard/create/R14', 'blackboard/create?create_request.blackboard_receiver.deptid_list');
  });

  it('R8 and R9: it is still served, and tells a department by a text that is not its number', async () => {
    const { classic = closed(), to } = await toDepartment();

    const { result } = bodyOf(getAnnouncement, classic);

    expectEncrypted(result, to);
    covers('blackboard/get#result.deptList[].dept_id');
  });

  it('shows what its successor shows: texts, times, level and receivers', async () => {
    expectAgreement((await toBoth()).before);
  });

  it('shows the hour of what was made in an afternoon on a clock of twenty-four', async () => {
    await expectAfternoon();

    covers('gateway/G17', 'blackboard/get#result.gmt_create', 'blackboard/get-blackboard#gmtCreate');
  });

  it('names its receivers as a report template does', async () => {
    await expectNamed((await toBoth()).before);
  });

  contractCases(getAnnouncement, {
    id: async () => (await toBoth()).id,
    plain: async () => {
      const { id, classic: reply = closed() } = await toBoth();
      return { request: about(id), reply };
    },
  });
});
