import { day } from '../clock';
import type { Dice } from '../dice';
import { objectId } from '../ids';
import { departments, mainAdmin, subAdmins } from './people';
import type { Announcement, Category, Person } from '../tenant';

const recent = 120;
const older = 220;
const subjects = [
  '放假通知',
  '国庆节值班表',
  '入职须知',
  '办公区消防演练',
  '系统升级公告',
  '年度体检安排',
  '差旅报销制度更新',
  '月度之星评选结果',
  '停水停电提醒',
  '信息安全培训',
];

/** The categories of the company: the two built-in ones (documented), and two of its own. */
export function seedCategories(dice: Dice, now: number): Category[] {
  return ['正式公告', '节假日公告', '日签', '部门动态'].map((name, place) => ({
    id: objectId(now - 500 * day + place, dice.next),
    name,
  }));
}

/** Hundreds of announcements of other people, oldest first: the last month, and half a year before it. */
export function seedAnnouncements(
  dice: Dice,
  now: number,
  people: readonly Person[],
  categories: readonly Category[],
): Announcement[] {
  const ages = [
    ...Array.from({ length: older }, () => dice.int(30 * day, 210 * day)),
    ...Array.from({ length: recent }, () => dice.int(60_000, 30 * day - 60_000)),
  ];
  const moments = ages.map((age) => now - age).sort((a, b) => a - b);
  return moments.map((createdAt, place) => ({
    ...text(dice, now, createdAt, categories),
    ...addressees(dice, people),
    pinned: place % 160 === 150,
  }));
}

type Text = Omit<Announcement, 'deptIds' | 'userids' | 'readers' | 'confidential' | 'pinned'>;

function text(dice: Dice, now: number, createdAt: number, categories: readonly Category[]): Text {
  const subject = dice.pick(subjects);
  const modifiedAt = dice.chance(0.2) ? createdAt + dice.int(60_000, 3 * day) : createdAt;
  return {
    id: objectId(createdAt, dice.next),
    sender: dice.pick([mainAdmin, ...subAdmins]),
    createdAt,
    modifiedAt: Math.min(modifiedAt, now - 1000),
    title: `${subject}（第${dice.int(1, 99)}号）`,
    content: `各位同事：\n关于${subject}，请各部门按要求执行。如有疑问请联系人事部。`,
    ...(dice.chance(0.6) && { author: dice.pick(['人事部', '行政前台', '杨经理']) }),
    ...(dice.chance(0.75) && { categoryId: dice.pick(categories).id }),
    ...(dice.chance(0.15) && { coverMediaId: `@lADPD${objectId(createdAt, dice.next).slice(0, 17)}` }),
  };
}

type Addressees = Pick<Announcement, 'deptIds' | 'userids' | 'readers' | 'confidential'>;

function addressees(dice: Dice, people: readonly Person[]): Addressees {
  const confidential = dice.chance(0.08);
  const teams = departments.slice(1).map(({ id }) => id);
  const toAll = !confidential && dice.chance(0.55);
  const toTeams = !toAll && dice.chance(0.6);
  const deptIds = toAll ? [1] : toTeams ? dice.some(teams, dice.int(1, 2)) : [];
  const some = dice.some(people, dice.int(1, 6)).map(({ userid }) => userid);
  const userids = deptIds.length === 0 || (toTeams && dice.chance(0.3)) ? some : [];
  const attention = dice.next();
  const addressed = people.filter(
    (person) => toAll || userids.includes(person.userid) || person.deptIds.some((id) => deptIds.includes(id)),
  );
  const readers = addressed.filter(() => dice.chance(attention)).map(({ userid }) => userid);
  return { deptIds, userids, confidential, readers: new Set(readers) };
}
