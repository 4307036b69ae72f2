import { getDepartmentCheckins } from '../../schemas/index';
import type { GetDepartmentCheckinsResponse } from '../../schemas/types';
import { day } from '../clock';
import { pageAt } from '../page';
import { badParameter, Refusal } from '../refusal';
import { present, route } from '../route';
import { membersOf, type Checkin, type Tenant } from '../tenant';
import { checkinsOf } from './checkin';

const longest = 45 * day;
const mostPeople = 1000;
const mostUnasked = 100;

/** The older endpoint of check-ins, by department. */
export const routes = [
  route(getDepartmentCheckins, (tenant, given) => {
    const { department_id: id, start_time: start, end_time: end, offset, size } = given;
    const found = checkinsOf(tenant, peopleIn(tenant, Number(id)), { start, end, longest });
    const order = given.order ?? (tenant.choice('checkin/order') === 'oldest' ? 'asc' : 'desc');
    if (order === 'desc') found.reverse();
    const isPaged = offset !== undefined && size !== undefined;
    const rows = isPaged ? pageAt(found, offset, size).rows : unpaged(tenant, found);
    return { data: rows.map((checkin) => shown(tenant, checkin)) };
  }),
];

const unpaged = ({ choice }: Tenant, found: Checkin[]): Checkin[] =>
  choice('checkin/unpaged') === 'all' ? found : found.slice(0, mostUnasked);

// Documented: so many people are too many. Assumed: those of the departments below it are listed as well.
function peopleIn(tenant: Tenant, id: number): string[] {
  const isKnown = tenant.departments.has(id);
  if (!isKnown && tenant.choice('checkin/unknown-department') === 'refused')
    throw new Refusal(60003, '部门不存在');
  const people = isKnown ? membersOf(tenant, id) : [];
  if (people.length > mostPeople) throw badParameter('department_id has more than 1000 people');
  return people;
}

type Shown = NonNullable<GetDepartmentCheckinsResponse['data']>[number];

function shown({ choice, people }: Tenant, checkin: Checkin): Shown {
  const { longitude, latitude } = choice('checkin/coordinates') === 'shown' ? checkin : {};
  const degrees = (text?: string): string | number | undefined =>
    text !== undefined && choice('checkin/coordinates-as') === 'numbers' ? Number(text) : text;
  const { userid: userId, at: timestamp, place, detailPlace, remark, images } = checkin;
  return present<Shown>({
    ...{ name: people.get(userId)?.name ?? '', userId, timestamp, place, detailPlace, remark },
    avatar: hasAvatar(userId) ? 'https://static.dingtalk.com/media/lADPAvatar.jpg' : undefined,
    imageList: images && [...images],
    latitude: degrees(latitude),
    longitude: degrees(longitude),
  });
}

// Some have one and some have none.
const hasAvatar = (userid: string): boolean => /^\d/.test(userid);
