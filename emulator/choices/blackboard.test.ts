import {
  createAnnouncement,
  deleteAnnouncement,
  getAnnouncement,
  listAnnouncementIds,
  updateAnnouncement,
} from '../../schemas/index';
import { toGmt8 } from '../clock';
import { useEmulator } from '../testing/use-emulator';
import type { Visitor } from '../seed/visitor';
import type { Chosen } from '.';

const operation_userid = 'manager4220';
const user = '014722583940217741';
const day = 86_400_000;
const now = Date.now();
const words = { operation_userid, title: '标题', content: '内容' };
const receivers = { blackboard_receiver: { userid_list: [user] } };
const ids = { query_request: { operation_userid, page: 1, page_size: 30 } };

const useChoices = (choices: Chosen) => useEmulator({ choices });

/** The ids of the two newest announcements. */
async function newest(visitor: Visitor): Promise<[string, string]> {
  const { result = [] } = await visitor.must(listAnnouncementIds, ids);
  return [String(result[0]), String(result[1])];
}

describe('An announcement', () => {
  const visitor = useChoices({
    'blackboard/default-author': 'operator',
    'blackboard/spaces': 'trimmed',
    'blackboard/markup': 'cleaned',
    'blackboard/sender': 'yes',
    'blackboard/repeated': 'one',
    'blackboard/id-form': 'uuid',
  });

  it('is kept as the choices say, and once', async () => {
    const given = {
      ...words,
      title: ' 标题 ',
      content: '<b onclick="x()">内容</b><script>y()</script>',
      ...receivers,
    };
    await visitor().must(createAnnouncement, { create_request: given });
    await visitor().must(createAnnouncement, { create_request: given });
    const [id, other] = await newest(visitor());
    const { result } = await visitor().must(getAnnouncement, { operation_userid, blackboard_id: id });
    const before = visitor().emulator.tenant.announcements.find((one) => one.id === other);

    expect(id).toMatch(/^[0-9a-f]{8}-/);
    expect(result).toMatchObject({ author: '韩梅', title: '标题', content: '<b>内容</b>', unread_count: 2 });
    expect(before?.title).not.toBe('标题');
  });
});

describe('An update', () => {
  const visitor = useChoices({
    'blackboard/left-out-in-update': 'cleared',
    'blackboard/no-op-update': 'stays',
  });

  it('clears what it leaves out, and moves no time where nothing changes', async () => {
    await visitor().must(createAnnouncement, {
      create_request: { ...words, author: '人事部', ...receivers },
    });
    const [blackboard_id] = await newest(visitor());
    const kept = visitor().emulator.tenant.announcements.find(({ id }) => id === blackboard_id);
    const before = kept?.modifiedAt;
    await visitor().must(updateAnnouncement, { update_request: { ...words, blackboard_id } });

    expect(kept).not.toHaveProperty('author');
    expect(kept?.modifiedAt).toBe(before);
  });
});

describe('Deleting what is gone', () => {
  const visitor = useChoices({ 'blackboard/second-delete': 'true' });
  const deletion = { blackboard_id: 'nothing has it' };

  it('succeeds for an administrator, and for nobody else', async () => {
    expect(await visitor().must(deleteAnnouncement, { ...deletion, operation_userid })).toMatchObject({
      result: true,
    });
    expect(
      (await visitor().send(deleteAnnouncement, { ...deletion, operation_userid: user })).body,
    ).toMatchObject({ errcode: 400020 });
  });
});

describe('Announcements by modification', () => {
  const visitor = useChoices({ 'blackboard/order': 'modified', 'blackboard/filtered-time': 'modified' });

  it('are listed and filtered by it', async () => {
    const { announcements } = visitor().emulator.tenant;
    announcements.slice(0, 1).forEach((old) => (old.modifiedAt = now - 1000));
    const query_request = { ...ids.query_request, start_time: toGmt8(now - day) };
    const { result } = await visitor().must(listAnnouncementIds, { query_request });

    expect(result?.[0]).toBe(announcements[0]?.id);
  });
});

describe('Everybody and departments', () => {
  const visitor = useChoices({
    'blackboard/everybody': 'root',
    'blackboard/department-receivers': 'expanded',
  });
  const shown = async (deptid_list: number[]) => {
    await visitor().must(createAnnouncement, {
      create_request: { ...words, blackboard_receiver: { deptid_list } },
    });
    const [blackboard_id] = await newest(visitor());
    return (await visitor().must(getAnnouncement, { operation_userid, blackboard_id })).result;
  };

  it('are named as the root department, and as their people too', async () => {
    expect(await shown([-1])).toMatchObject({ depname_list: ['示例科技有限公司'] });
    expect((await shown([visitor().emulator.deptId])).user_list).toHaveLength(5);
  });
});
