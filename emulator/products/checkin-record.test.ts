import { getDepartmentCheckins } from '../../schemas/index';
import { day } from '../clock';
import { useEmulator } from '../testing/use-emulator';

const now = Date.UTC(2026, 6, 1);
const visitor = useEmulator({ now: () => now });
const sales = 421_100_067;
const asking = () => ({
  department_id: String(visitor().emulator.deptId),
  start_time: now - 45 * day,
  end_time: now,
});
const timesIn = (found: readonly { timestamp: number }[]): number[] =>
  found.map(({ timestamp }) => timestamp);
const listed = async (given: object): Promise<{ userId: string; timestamp: number }[]> => [
  ...((await visitor().must(getDepartmentCheckins, { ...asking(), ...given })).data ?? []),
];

describe('getDepartmentCheckins', () => {
  it('lists the people of the department, a page at a time', async () => {
    const { tenant, deptId } = visitor().emulator;
    const members = [...tenant.people.values()].filter(({ deptIds }) => deptIds.includes(deptId));
    const wanted = tenant.checkins.filter(({ userid }) => members.some((one) => one.userid === userid));

    const pages = [await listed({ offset: 0, size: 100 }), await listed({ offset: 100, size: 100 })].flat();

    expect(timesIn(pages)).toEqual(wanted.slice(0, 200).map(({ at }) => at));
  });

  it('lists the people of the departments below it', async () => {
    const { checkins, people } = visitor().emulator.tenant;
    people.set('of-a-group', { userid: 'of-a-group', name: '新人', deptIds: [421_100_078] });
    checkins.push({ userid: 'of-a-group', at: now - 1, place: '', detailPlace: '' });

    const found = await listed({ department_id: String(sales), order: 'desc' });

    expect(found[0]).toMatchObject({ userId: 'of-a-group', name: '新人', timestamp: now - 1 });
  });

  it('lists the newest first where it is asked to, and a hundred where no page is asked for', async () => {
    const found = await listed({ order: 'desc', size: 1 });

    expect(found).toHaveLength(100);
    expect(timesIn(found)).toEqual(timesIn(found).sort((a, b) => b - a));
  });

  it('shows a check-in as it was made', async () => {
    const [userid, at] = ['014722583940217741', now - 2];
    const where = { place: '滨江天街', detailPlace: '江汉路1515号', latitude: '30.28', longitude: '120.01' };
    const images = ['https://static.dingtalk.com/media/lADPDemo.jpg'];
    visitor().emulator.tenant.checkins.push({ userid, at, ...where, images, remark: '拜访' });

    const found = await listed({ start_time: at, end_time: at });

    const shown = { name: '林小青', userId: userid, timestamp: at, remark: '拜访', imageList: images };
    const avatar = 'https://static.dingtalk.com/media/lADPAvatar.jpg';
    expect(found).toEqual([{ ...shown, ...where, latitude: 30.28, longitude: 120.01, avatar }]);
  });

  it.each([
    { when: '46 days', given: { start_time: now - 46 * day }, errcode: 41041 },
    { when: 'a page of 101', given: { offset: 0, size: 101 }, errcode: 40035 },
    { when: 'a page of none', given: { offset: 0, size: 0 }, errcode: 400002 },
    { when: 'an unknown department', given: { department_id: '7' }, errcode: 60003 },
    { when: 'no department', given: { department_id: ' ' }, errcode: 40035 },
  ])('refuses $when with $errcode', async ({ given, errcode }) => {
    const answer = await visitor().send(getDepartmentCheckins, { ...asking(), ...given });

    expect(answer.body).toMatchObject({ errcode });
  });

  it('refuses a department of more than 1000 people', async () => {
    const { people } = visitor().emulator.tenant;
    const ask = async () =>
      (await visitor().send(getDepartmentCheckins, { ...asking(), department_id: '1' })).body;
    const add = (userid: string) => people.set(userid, { userid, name: '新人', deptIds: [sales] });
    for (let count = people.size; count < 1000; count += 1) add(`new-${count}`);

    const full = await ask();
    add('one-too-many');

    expect([full, await ask()]).toMatchObject([{ errcode: 0 }, { errcode: 400002 }]);
  });
});
