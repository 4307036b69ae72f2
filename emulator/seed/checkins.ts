import { day } from '../clock';
import type { Dice } from '../dice';
import { mainAdmin, ordinary } from './people';
import type { Checkin, Person } from '../tenant';

const places = [
  { place: '绿城未来park', detailPlace: '浙江省杭州市余杭区五常街道高教路961号绿城未来park' },
  { place: '阿里巴巴西溪园区', detailPlace: '浙江省杭州市余杭区文一西路969号' },
  { place: '滨江天街', detailPlace: '浙江省杭州市滨江区江汉路1515号' },
];
// More of the ordinary employee than one page holds, within the longest window and before it.
const often = 130;
const earlier = 40;
const seldom = 8;
const daily = 40;

/** Check-ins of the last twenty days, oldest first: many of the ordinary employee, some of the administrator and a few others. */
export function seedCheckins(dice: Dice, now: number, people: readonly Person[]): Checkin[] {
  const times = (userid: string, count: number, from = 60_000, to = 10 * day - 60_000): Checkin[] =>
    Array.from({ length: count }, () => checkin(dice, userid, now - dice.int(from, to)));
  return [
    ...times(ordinary, often),
    ...times(ordinary, earlier, 10 * day + 60_000, 20 * day),
    ...times(mainAdmin, daily),
    ...people.slice(4, 9).flatMap(({ userid }) => times(userid, seldom)),
  ].sort((a, b) => a.at - b.at);
}

function checkin(dice: Dice, userid: string, at: number): Checkin {
  return {
    userid,
    at,
    ...dice.pick(places),
    ...(dice.chance(0.5) && { remark: '客户拜访' }),
    ...(dice.chance(0.3) && { images: ['https://static.dingtalk.com/media/lADPDemo.jpg'] }),
    ...(dice.chance(0.7) && { longitude: '120.017394', latitude: '30.286046' }),
    ...(dice.chance(0.2) && { visitUser: '刘先生' }),
  };
}
