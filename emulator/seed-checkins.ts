import { day } from './clock';
import type { Dice } from './dice';
import { ordinary } from './seed-people';
import type { Checkin, Person } from './tenant';

const places = [
  { place: '绿城未来park', detailPlace: '浙江省杭州市余杭区五常街道高教路961号绿城未来park' },
  { place: '阿里巴巴西溪园区', detailPlace: '浙江省杭州市余杭区文一西路969号' },
  { place: '滨江天街', detailPlace: '浙江省杭州市滨江区江汉路1515号' },
];
const often = 30;
const seldom = 8;

/** Check-ins of the last ten days, oldest first: many of the ordinary employee, some of a few others. */
export function seedCheckins(dice: Dice, now: number, people: readonly Person[]): Checkin[] {
  const others = people.slice(4, 9).flatMap(({ userid }) => Array.from({ length: seldom }, () => userid));
  const walkers = [...Array.from({ length: often }, () => ordinary), ...others];
  return walkers
    .map((userid) => checkin(dice, userid, now - dice.int(60_000, 10 * day - 60_000)))
    .sort((a, b) => a.at - b.at);
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
