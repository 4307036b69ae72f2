import { getCheckinRecords } from '../schemas/index';
import type { GetCheckinRecordsResponse } from '../schemas/types';
import { day } from './clock';
import { pageAt } from './page';
import { badParameter, Refusal } from './refusal';
import { listItems } from './request';
import { present, route } from './route';
import type { Checkin } from './tenant';

const longestOfOne = 10 * day;
const longestOfSeveral = day;

/** The endpoint of check-ins in the field. */
export const checkinRoutes = [
  route(
    getCheckinRecords,
    ({ checkins }, { userid_list: list, start_time: from, end_time: to, cursor, size }) => {
      const userids = listItems(list);
      const longest = userids.length > 1 ? longestOfSeveral : longestOfOne;
      // The catalogue has this code for a span that is too long; that it is the answer here is assumed.
      if (to - from > longest) throw new Refusal(41041, '时间跨度太大');
      if (to < from) throw badParameter('end_time is before start_time');
      // Assumed: both ends are included, the oldest comes first, and a stranger has no records.
      const found = checkins.filter(({ userid, at }) => userids.includes(userid) && at >= from && at <= to);
      const { rows, next } = pageAt(found, cursor, size);
      return { result: present<Result>({ page_list: rows.map(shown), next_cursor: next }) };
    },
  ),
];

type Result = NonNullable<GetCheckinRecordsResponse['result']>;
type Shown = NonNullable<Result['page_list']>[number];

function shown(checkin: Checkin): Shown {
  return present<Shown>({
    checkin_time: checkin.at,
    image_list: checkin.images ? [...checkin.images] : undefined,
    detail_place: checkin.detailPlace,
    place: checkin.place,
    remark: checkin.remark,
    userid: checkin.userid,
    longitude: checkin.longitude,
    latitude: checkin.latitude,
    visit_user: checkin.visitUser,
  });
}
