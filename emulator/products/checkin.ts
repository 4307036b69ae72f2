import { getCheckinRecords } from '../../schemas/index';
import type { GetCheckinRecordsResponse } from '../../schemas/types';
import { day } from '../clock';
import { pageAt } from '../page';
import { badParameter, Refusal } from '../refusal';
import { listItems } from '../mend';
import { present, route } from '../route';
import { existingPerson, type Checkin, type Tenant } from '../tenant';

const longestOfOne = 10 * day;
const longestOfSeveral = day;

/** The endpoint of check-ins in the field. */
export const routes = [
  route(getCheckinRecords, (tenant, given) => {
    const { choice } = tenant;
    const { userid_list: list, start_time: start, end_time: end, cursor, size } = given;
    const userids = listItems(list, tenant);
    if (choice('checkin/stranger') === 'refused') userids.forEach((userid) => existingPerson(tenant, userid));
    const longest = userids.length > 1 ? longestOfSeveral : longestOfOne;
    const found = checkinsOf(tenant, userids, { start, end, longest });
    if (choice('checkin/order') === 'newest') found.reverse();
    const { rows, next } = pageAt(found, cursor, size);
    const last = choice('checkin/last-cursor') === 'null' ? null : undefined;
    const page_list = rows.map((checkin) => shown(tenant, checkin));
    return { result: present<Result>({ page_list, next_cursor: next ?? last }) };
  }),
];

/** The check-ins of some people in a window, the oldest first; all of it is in milliseconds. Throws what the tenant makes of a window that is no such or too long. */
export function checkinsOf(
  tenant: Tenant,
  userids: readonly string[],
  { start, end, longest }: { readonly start: number; readonly end: number; readonly longest: number },
): Checkin[] {
  const { choice } = tenant;
  if (end < start && choice('checkin/end-before-start') === 'refused')
    throw badParameter('end_time is before start_time');
  const from = cutStart(tenant, start, end, longest);
  const isEndIn = choice('checkin/window-end') === 'in';
  return tenant.checkins
    .filter(({ userid }) => userids.includes(userid))
    .filter(({ at }) => at >= from && (at < end || (isEndIn && at === end)));
}

function cutStart({ choice }: Tenant, start: number, end: number, longest: number): number {
  if (end - start <= longest) return start;
  const long = choice('checkin/long-window');
  if (long === '41041') throw new Refusal(41041, '时间跨度太大');
  if (long === 'refused') throw badParameter('start_time and end_time are too far apart');
  return end - longest;
}

type Result = NonNullable<GetCheckinRecordsResponse['result']>;
type Shown = NonNullable<Result['page_list']>[number];

function shown({ choice }: Tenant, checkin: Checkin): Shown {
  const { longitude, latitude } = choice('checkin/coordinates') === 'shown' ? checkin : {};
  return present<Shown>({
    checkin_time: checkin.at,
    image_list: checkin.images ? [...checkin.images] : undefined,
    detail_place: checkin.detailPlace,
    place: checkin.place,
    remark: checkin.remark,
    userid: checkin.userid,
    longitude,
    latitude,
    visit_user: checkin.visitUser,
  });
}
