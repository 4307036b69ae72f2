import {
  createAnnouncement,
  deleteAnnouncement,
  getAnnouncement,
  getBlackboard,
  listTopTen,
  updateAnnouncement,
} from '../../schemas/index';
import { operation_userid, receiver, useAnnouncing } from './announcing';
import { toGmt8 } from '../clock';
import { plant } from '../seed/plant';
import { subAdmins } from '../seed/people';

const { visitor, now, wait, announce, ids } = useAnnouncing();
const [secondAdmin = '', thirdAdmin = ''] = subAdmins;
const stranger = 'manager-who-left';

async function read(blackboard_id: string, operation_userid = receiver) {
  return (await visitor().must(getAnnouncement, { blackboard_id, operation_userid })).result;
}

describe('createAnnouncement', () => {
  it('stores what both generations of get then show', async () => {
    const id = await announce({ author: '杨经理', push_top: true, coverpic_mediaid: '@abc' });

    const newer = await visitor().must(getBlackboard, { blackboardId: id, operationUserId: receiver });

    const url = 'https://down.dingtalk.com/ddmedia/abc.png?ddFrom=blackboard.pic';
    expect(await read(id)).toEqual({
      id,
      author: '杨经理',
      title: '标题',
      content: '内容',
      private_level: 0,
      username_list: ['林小青'],
      user_list: [{ staff_id: receiver, name: '林小青' }],
      gmt_create: toGmt8(now()),
      gmt_modified: toGmt8(now()),
      read_count: 0,
      unread_count: 1,
      coverpic_url: url,
    });
    expect(newer).toMatchObject({
      id,
      senderStaffId: operation_userid,
      isPushTop: 1,
      coverPicUrl: url,
      unReadCount: 1,
    });
  });

  it('gives each department a text of its own', async () => {
    const blackboard_receiver = { deptid_list: [421_100_012, 421_100_056] };
    const { deptList = [] } = { ...(await read(await announce({ blackboard_receiver }))) };

    expect(new Set(deptList.map(({ dept_id }) => dept_id)).size).toBe(2);
  });

  it('has no name for a department that is gone', async () => {
    const { tenant } = visitor().emulator;
    const planted = plant(tenant, { announcements: [{ title: '旧公告', deptIds: [404_404_404] }] });

    expect(await read(String(planted.announcements[0]), operation_userid)).toMatchObject({
      deptList: [{ name: '' }],
    });
  });

  it('counts as readers those whom it addresses', async () => {
    const { deptId, tenant } = visitor().emulator;
    const id = await announce({ blackboard_receiver: { deptid_list: [deptId] } });
    const readers = tenant.announcements.find((one) => one.id === id)?.readers;
    [receiver, 'user123', operation_userid].forEach((reader) => readers?.add(reader));

    expect(await read(id)).toMatchObject({ read_count: 2, unread_count: 3 });
  });

  it('counts somebody who is addressed twice once, and hides the number of a department', async () => {
    const { deptId } = visitor().emulator;
    const id = await announce({ blackboard_receiver: { deptid_list: [deptId], userid_list: [receiver] } });

    expect(await read(id)).toMatchObject({
      unread_count: 5,
      depname_list: ['测试部'],
      deptList: [{ dept_id: expect.stringMatching(/^[0-9a-f]{16}$/) as string, name: '测试部' }],
    });
  });

  it.each([1, -1])('names nobody when department %d, which is everybody, is addressed', async (root) => {
    const announcement = await read(await announce({ blackboard_receiver: { deptid_list: [root] } }));

    expect(announcement).toMatchObject({ unread_count: 60 });
    expect(announcement).not.toHaveProperty('depname_list');
    expect(announcement).not.toHaveProperty('username_list');
  });

  it.each<{ when: string; given: object; errcode?: number }>([
    { when: 'the operator is no administrator', given: { operation_userid: receiver }, errcode: 400020 },
    { when: 'nobody has that userid', given: { operation_userid: stranger }, errcode: 60121 },
    { when: 'the title is blank', given: { title: ' ' } },
    { when: 'the content is absent', given: { content: undefined } },
    { when: 'the level is none of the documented', given: { private_level: 1 } },
    { when: 'nobody receives it', given: { blackboard_receiver: {} } },
    { when: 'a receiver is unknown', given: { blackboard_receiver: { userid_list: [stranger] } } },
    { when: 'a department is unknown', given: { blackboard_receiver: { deptid_list: [2] } } },
    { when: 'there are 21 departments', given: { blackboard_receiver: { deptid_list: Array(21).fill(1) } } },
    { when: 'the category is unknown', given: { category_id: 'none' } },
  ])('refuses when $when, and stores nothing', async ({ given, errcode = 400002 }) => {
    const words = { operation_userid, title: '标题', content: '内容' };
    const blackboard_receiver = { userid_list: [receiver] };
    const before = visitor().emulator.tenant.announcements.length;

    const answer = await visitor().send(createAnnouncement, {
      create_request: { ...words, blackboard_receiver, ...given },
    });

    expect(answer.body).toMatchObject({ errcode, success: false });
    expect(answer.body).not.toHaveProperty('result');
    expect(visitor().emulator.tenant.announcements).toHaveLength(before);
  });
});

describe('updateAnnouncement', () => {
  it('changes the words, moves the time of change and keeps what is left out', async () => {
    const category_id = String(visitor().emulator.tenant.categories[0]?.id);
    const id = await announce({ author: '杨经理', category_id, coverpic_mediaid: '@abc' });
    const created = now();
    wait(5);

    const words = { title: '新标题', content: '新内容' };
    await visitor().must(updateAnnouncement, {
      update_request: { blackboard_id: id, operation_userid, ...words },
    });

    expect(await read(id)).toMatchObject({
      ...words,
      author: '杨经理',
      category_id,
      coverpic_url: expect.stringContaining('/abc.png') as string,
      gmt_create: toGmt8(created),
      gmt_modified: toGmt8(now()),
    });
  });

  it.each([
    { who: 'the main administrator', operator: operation_userid, errcode: 0 },
    { who: 'the administrator who made it', operator: secondAdmin, errcode: 0 },
    { who: 'another administrator', operator: thirdAdmin, errcode: 400020 },
    { who: 'an ordinary employee', operator: receiver, errcode: 400020 },
  ])('answers $who with $errcode', async ({ operator, errcode }) => {
    const id = await announce({ operation_userid: secondAdmin });
    const update_request = { blackboard_id: id, operation_userid: operator, title: '新', content: '新' };

    const answer = await visitor().send(updateAnnouncement, { update_request });

    expect(answer.body).toMatchObject({ errcode });
  });
});

describe('A blank text', () => {
  it.each(['title', 'content'])('is refused by name: %s', async (name) => {
    const words = { title: '标题', content: '内容', [name]: ' ' };
    const own = { operation_userid, blackboard_id: await announce() };
    const create_request = { operation_userid, blackboard_receiver: { userid_list: [receiver] }, ...words };
    const errmsg = expect.stringContaining(`${name} is blank`) as string;

    const created = await visitor().send(createAnnouncement, { create_request });
    const updated = await visitor().send(updateAnnouncement, { update_request: { ...own, ...words } });

    expect(created.body).toMatchObject({ errcode: 400002, errmsg });
    expect(updated.body).toMatchObject({ errcode: 400002, errmsg });
  });
});

describe('deleteAnnouncement', () => {
  it('takes away one announcement and no other', async () => {
    const stayer = await announce();
    const leaver = await announce();

    await visitor().must(deleteAnnouncement, { blackboard_id: leaver, operation_userid });

    const gone = await visitor().send(getAnnouncement, { blackboard_id: leaver, operation_userid });
    expect(gone.body).toMatchObject({ errcode: 400002, success: false });
    expect((await ids()).slice(0, 1)).toEqual([stayer]);
  });

  it('refuses to delete twice', async () => {
    const request = { blackboard_id: await announce(), operation_userid };
    await visitor().must(deleteAnnouncement, request);

    const again = await visitor().send(deleteAnnouncement, request);

    expect(again.body).toMatchObject({ errcode: 400002 });
  });
});

describe('A confidential announcement', () => {
  it.each([
    { who: 'a receiver', reader: receiver, errcode: 0, status: 200 },
    { who: 'an administrator', reader: thirdAdmin, errcode: 0, status: 200 },
    { who: 'somebody else', reader: 'user123', errcode: 400020, status: 403 },
  ])('answers $who with $errcode and $status', async ({ reader, errcode, status }) => {
    const id = await announce({ private_level: 20 });

    const older = await visitor().send(getAnnouncement, { blackboard_id: id, operation_userid: reader });
    const newer = await visitor().send(getBlackboard, { blackboardId: id, operationUserId: reader });

    expect(older.body).toMatchObject({ errcode });
    expect(newer.status).toBe(status);
  });

  it('is not among the ten of somebody else', async () => {
    const id = await announce({ private_level: 20, push_top: true });

    const seen = await visitor().must(listTopTen, { userid: receiver });
    const hidden = await visitor().must(listTopTen, { userid: 'user123' });

    expect(seen.blackboard_list?.map((listed) => listed.id)).toContain(id);
    expect(hidden.blackboard_list?.map((listed) => listed.id)).not.toContain(id);
  });
});
