import { getCheckinRecords } from '../../../schemas';
import type { GetCheckinRecordsRequest, GetCheckinRecordsResponse } from '../../../schemas/types';
import type { WindowRow } from '../../../fixtures/checkin/record-get.cases';
import { mustBeLookedAt } from '../../../client/lacking';
import { walk, type Page } from '../paging';
import { plainAnswer } from '../generated';
import { bodyOf, mustIfPermitted, sendIfPermitted } from '../permitted';
import { shared } from '../shared';
import { operator, skip, user } from '../tenant';

export type Checkin = NonNullable<GetCheckinRecordsResponse['result']['page_list']>[number];

/** Whose check-ins, and the epoch milliseconds of a window; its ends are never the time of a record, for nobody says to which side they belong. */
export interface Query {
  readonly users: readonly string[];
  readonly from: number;
  readonly to: number;
}

const day = 24 * 3_600_000;
const largest = 100;

/** The people whose check-ins the run may look at. */
export const both = [user, operator];

/** A window of so many milliseconds that ends now. */
export const lately = (users: readonly string[], length = 10 * day): Query => {
  const to = Date.now();
  return { users, from: to - length, to };
};

const asked = ({ users, from, to }: Query, cursor: number, size: number): GetCheckinRecordsRequest => ({
  ...{ userid_list: users.join(','), start_time: from, end_time: to },
  cursor,
  size,
});

const pageIn = ({ result }: GetCheckinRecordsResponse): Page<Checkin> => ({
  items: result.page_list ?? [],
  next: result.next_cursor ?? undefined,
});

/** One page of check-ins. */
export const page = async (query: Query, cursor: number, size: number): Promise<Page<Checkin>> =>
  pageIn(await mustIfPermitted(getCheckinRecords, asked(query, cursor, size)));

/** Every check-in of a query, page by page. */
export async function checkins(query: Query, size = largest): Promise<Checkin[]> {
  return walk((cursor) => page(query, cursor, size), { size });
}

/** The check-ins of the last ten days of one user; skips the case where there are none. */
export async function recent(userid: string): Promise<{ query: Query; records: [Checkin, ...Checkin[]] }> {
  const { query, records } = await (userid === user ? ofUser() : ofOperator());
  const [first, ...others] = records;
  return first
    ? { query, records: [first, ...others] }
    : skip('one of the people has not checked in during the last ten days');
}

const tenDays = lately([user]);

/** How the largest page of the check-ins of the user is answered, in plain JSON. */
export const firstPage = plainAnswer(getCheckinRecords, asked(tenDays, 0, largest));

const ofUser = shared('the check-ins of the user', async () => {
  const first = pageIn(bodyOf(getCheckinRecords, (await firstPage()).reply));
  const read = async (cursor: number): Promise<Page<Checkin>> =>
    cursor === 0 ? first : page(tenDays, cursor, largest);
  return { query: tenDays, records: await walk(read, { size: largest }) };
});

const ofOperator = shared('the check-ins of the operator', async () => {
  const query = lately([operator]);
  return { query, records: await checkins(query) };
});

/** A day in which both people have checked in, and what each alone is shown to have; skips the case where there is none in the last ten. */
export async function sharedDay(): Promise<{ query: Query; records: Checkin[] }> {
  const [mine, theirs] = [await recent(user), await recent(operator)];
  const times = mine.records.map(({ checkin_time: at }) => at);
  const shared = theirs.records.find(({ checkin_time: at }) =>
    times.some((other) => Math.abs(at - other) < day / 2),
  );
  const middle = (shared ?? skip('there is no day in which both people checked in')).checkin_time;
  const to = Math.min(middle + day / 2, mine.query.to);
  const from = Math.max(to - day, mine.query.from, theirs.query.from);
  const alone = [...mine.records, ...theirs.records];
  const records = alone.filter(({ checkin_time: at }) => at >= from && at <= to);
  return { query: { users: both, from, to }, records };
}

/** Expects every check-in to be by somebody who was asked for, and to lie in the window. */
export function expectInside(records: readonly Checkin[], { users, from, to }: Query): void {
  const outside = records.filter(
    ({ userid, checkin_time: at }) => !users.includes(userid) || at < from || at > to,
  );
  expect({ users, from, to, 'outside of it': outside }).toEqual({ users, from, to, 'outside of it': [] });
}

/** A window of the last ten days in which the user did not check in. */
export function quietWindow(records: readonly Checkin[], { users, from, to }: Query): Query {
  const times = [from, ...records.map(({ checkin_time: at }) => at), to].sort((a, b) => a - b);
  const gaps = times.slice(1).map((end, index) => ({ from: (times[index] ?? from) + 1, to: end - 1 }));
  const [widest] = gaps.sort((a, b) => b.to - b.from - (a.to - a.from));
  return { users, ...(widest ?? { from, to }) };
}

/** Expects a window of so many days to be refused, or to be answered for no more days than the docs allow. */
export async function expectNeverAnswered({ people, length, limit }: WindowRow): Promise<void> {
  const query = lately(people === 'one' ? [user] : both, length);
  const reply = await sendIfPermitted(getCheckinRecords, asked(query, 0, largest));
  mustBeLookedAt(reply);
  const times = reply.refused ? [] : (await checkins(query)).map(({ checkin_time: at }) => at);
  const span = times.length > 0 ? Math.max(...times) - Math.min(...times) : 0;
  const allowed = limit / day;
  expect({ allowed, 'days answered for': Math.max(allowed, span / day) }).toEqual({
    allowed,
    'days answered for': allowed,
  });
}

/** Whether a coordinate is in degrees and no more than the most, or not told. */
export const isDegree = (told: string | number | null | undefined, most: number): boolean =>
  (told ?? '') === '' || (/^-?\d+(\.\d+)?$/.test(String(told)) && Math.abs(Number(told)) <= most);

/** Expects coordinates to be texts that hold degrees, pictures to be there or left out, and each of them to be a URL. */
export function expectWellFormed(records: readonly Checkin[]): void {
  expect({
    'no degrees': records.filter(
      ({ longitude, latitude }) => !isDegree(longitude, 180) || !isDegree(latitude, 90),
    ),
    'no pictures': records.filter(({ image_list: pictures }) => pictures?.length === 0),
    'no URLs': records.flatMap(({ image_list: pictures = [] }) =>
      pictures.filter((url) => !URL.canParse(url)),
    ),
  }).toEqual({ 'no degrees': [], 'no pictures': [], 'no URLs': [] });
}
