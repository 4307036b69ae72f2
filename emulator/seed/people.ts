import type { Dice } from '../dice';
import type { Department, Person } from '../tenant';

/** The department that a caller may address: five people of the test team. */
export const addressableDepartment = 421_100_045;

/** The departments of the company, the root first. */
export const departments: readonly Department[] = [
  { id: 1, name: '示例科技有限公司' },
  { id: 421_100_012, name: '人事部', parentId: 1 },
  { id: 421_100_023, name: '研发部', parentId: 1 },
  { id: 421_100_034, name: '开放平台', parentId: 421_100_023 },
  { id: addressableDepartment, name: '测试部', parentId: 421_100_023 },
  { id: 421_100_056, name: '市场部', parentId: 1 },
  { id: 421_100_067, name: '销售部', parentId: 1 },
  { id: 421_100_078, name: '华东销售组', parentId: 421_100_067 },
  { id: 421_100_089, name: '财务部', parentId: 1 },
];

/** The userid of the main administrator of announcements. */
export const mainAdmin = 'manager4220';

/** The userids of the sub-administrators of announcements. */
export const subAdmins: readonly string[] = ['manager7078', '024519386012745533'];

/** The userid of an employee without any office; real ones are often digits with leading zeros (observed). */
export const ordinary = '014722583940217741';

const company = 60;
const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高');
const givenNames = ['伟', '芳', '秀英', '敏'];
const named: readonly Person[] = [
  { userid: mainAdmin, name: '韩梅', deptIds: [421_100_012] },
  { userid: 'manager7078', name: '何平', deptIds: [421_100_056] },
  { userid: '024519386012745533', name: '郭静', deptIds: [421_100_012, 421_100_089] },
  { userid: ordinary, name: '林小青', deptIds: [addressableDepartment] },
  { userid: 'user123', name: '曾凡', deptIds: [addressableDepartment] },
  { userid: '080517', name: '邓超', deptIds: [addressableDepartment, 421_100_034] },
  { userid: 'user456', name: '冯雪', deptIds: [addressableDepartment] },
  { userid: '15994884216176833', name: '唐宁', deptIds: [addressableDepartment] },
];

/** Sixty employees: the ones with a part to play first, then the others, some of them in two departments. */
export function seedPeople(dice: Dice): Person[] {
  const names = surnames.flatMap((surname) => givenNames.map((given) => surname + given));
  const teams = departments.map(({ id }) => id).filter((id) => id !== 1 && id !== addressableDepartment);
  const others = names.slice(0, company - named.length).map((name) => ({
    userid: digitUserid(dice),
    name,
    deptIds: dice.some(teams, dice.chance(0.15) ? 2 : 1),
  }));
  return [...named, ...others];
}

/** A userid of 16 to 18 digits, every third with a leading zero. */
export function digitUserid(dice: Dice): string {
  const digits = Array.from({ length: dice.int(15, 17) }, () => dice.int(0, 9)).join('');
  return (dice.chance(0.33) ? '0' : String(dice.int(1, 9))) + digits;
}
