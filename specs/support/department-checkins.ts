import { getDepartmentCheckins } from '../../schemas';
import type { GetDepartmentCheckinsRequest, GetDepartmentCheckinsResponse } from '../../schemas/types';
import { largest, longest } from '../../fixtures/checkin/record.cases';
import { nobodysDepartment } from '../../fixtures/requests';
import { mustBeLookedAt } from '../../client/lacking';
import { checkins, isDegree } from './checkins';
import { fact } from './evidence';
import { expectSameMembers, fewPages } from './paging';
import { mustIfPermitted, sendIfPermitted } from './permitted';
import { shared } from './shared';
import { department, operator, skip, user } from './tenant';

type Listed = NonNullable<GetDepartmentCheckinsResponse['data']>[number];
type Paging = Pick<GetDepartmentCheckinsRequest, 'offset' | 'size' | 'order'>;

/** The epoch milliseconds of a window; its ends are never the time of a check-in, for nobody says to which side they belong. */
interface Window {
  readonly from: number;
  readonly to: number;
}

const minute = 60_000;
const wholePage = { offset: 0, size: largest, order: 'asc' } as const;
const endpoint = getDepartmentCheckins.id;

const about = ({ from, to }: Window): GetDepartmentCheckinsRequest => ({
  department_id: String(department()),
  start_time: from,
  end_time: to,
});

async function listed(window: Window, paging: Paging = wholePage): Promise<Listed[]> {
  const { data } = await mustIfPermitted(getDepartmentCheckins, { ...about(window), ...paging });
  return data ?? [];
}

/** Skips the case where the tenant does not answer for its department: it may be too large, or out of the app's contact scope. */
export const skipUnlessAnswered = shared('that the department is answered for', async () => {
  const to = Date.now();
  const ask = (paging: Paging) =>
    sendIfPermitted(getDepartmentCheckins, { ...about({ from: to - minute, to }), ...paging });
  const barest = await ask({});
  // Where what is optional is asked for all the same, the cases have to say so.
  const reply = barest.refused ? await ask(wholePage) : barest;
  mustBeLookedAt(reply);
  const says = 'the department of the run is not too large, and within the contact scope of the app';
  fact({ endpoint, says, source: 'inferred' }, () => {
    expect(reply).not.toBeRefused();
  });
  if (reply.refused) skip(`the tenant does not answer for its department: ${reply.code}`);
});

/** A page of what the department did in the last 45 days; skips the case where that is nothing. */
export const aPage = shared('a page of the department', async () => {
  await skipUnlessAnswered();
  const to = Date.now();
  const window = { from: to - longest, to };
  const [first, ...others] = await listed(window);
  if (!first) skip('nobody in the department has checked in during the last 45 days');
  return { window, records: [first, ...others] as const };
});

/** Two check-ins or some more, all that there are in a window of their own; skips the case where there is no such window. */
const aFew = shared('a few check-ins of the department', async () => {
  const times = (await aPage()).records.map(({ timestamp }) => timestamp).sort((a, b) => a - b);
  const [first = 0, last = 0] = [times[0], times.slice(0, 5).at(-1)];
  const window = { from: first - 1, to: last + 1 };
  const records = await listed(window);
  if (records.length < 2 || records.length >= largest)
    skip('the department has no few check-ins to page through');
  return { window, records };
});

const asTexts = (records: readonly Listed[]): string[] =>
  records.map((record) => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))));

/** Expects every check-in to lie in the window. */
export function expectInside(records: readonly Listed[], { from, to }: Window): void {
  const outside = records.map(({ timestamp }) => timestamp).filter((at) => at < from || at > to);
  expect({ from, to, 'outside of it': outside }).toEqual({ from, to, 'outside of it': [] });
}

/** Expects a window just around a check-in to show it, and windows that end just before or begin just after it not to. */
export async function expectWindowsRight(): Promise<void> {
  const [record] = (await aPage()).records;
  const at = record.timestamp;
  const shows = async (from: number, to: number): Promise<boolean> => {
    const records = await listed({ from, to });
    expectInside(records, { from, to });
    return asTexts(records).includes(asTexts([record])[0] ?? '');
  };
  const found = [
    await shows(at - minute, at + minute),
    await shows(at - minute, at - 1),
    await shows(at + 1, at + minute),
  ];
  expect({ at, 'around it, before it, after it': found }).toEqual({
    at,
    'around it, before it, after it': [true, false, false],
  });
}

/** Expects no check-in of a department that there is not; whether it is refused no page says. */
export async function expectNobodyOfNoDepartment(): Promise<void> {
  const end_time = Date.now();
  const window = { start_time: end_time - longest, end_time };
  const request = { department_id: nobodysDepartment, ...window, ...wholePage };
  const reply = await sendIfPermitted(getDepartmentCheckins, request);
  mustBeLookedAt(reply);
  const found = reply.refused ? [] : (reply.body.data ?? []);
  expect({ 'check-ins of no department': found.length }).toEqual({ 'check-ins of no department': 0 });
}

/** Expects pages to hold what there is, each once, no more than their size, and nothing after the last. */
export async function expectPages(): Promise<void> {
  const { window, records } = await aFew();
  for (const size of fewPages(records.length, largest)) {
    const found: Listed[] = [];
    for (let offset = 0; offset < records.length + size; offset += size) {
      const page = await listed(window, { offset, size, order: 'asc' });
      expect({ size, 'too many on a page': page.length > size }).toEqual({
        size,
        'too many on a page': false,
      });
      found.push(...page);
    }
    expectSameMembers(`pages of ${size}`, asTexts(found), asTexts(records));
  }
}

/** Expects an offset alone, and a size alone, to take no page. */
export async function expectNoPageOfOne(): Promise<void> {
  const { window, records } = await aFew();
  for (const paging of [{ size: 1 }, { offset: 1 }])
    expectSameMembers(JSON.stringify(paging), asTexts(await listed(window, paging)), asTexts(records));
}

/** Expects desc to be asc from the other end; that asc begins with the oldest is inferred. What is of one moment may come either way. */
export async function expectDirections(): Promise<void> {
  const { window } = await aFew();
  const timesIn = async (order: 'asc' | 'desc'): Promise<number[]> =>
    (await listed(window, { ...wholePage, order })).map(({ timestamp }) => timestamp);
  const [up, down] = [await timesIn('asc'), await timesIn('desc')];
  expect({ desc: down }).toEqual({ desc: [...up].reverse() });
  fact('checkin/record/R7', () => {
    expect({ asc: up }).toEqual({ asc: [...up].sort((a, b) => a - b) });
  });
}

/** Expects coordinates to be degrees, pictures and avatars to be URLs, and each person to have one name. */
export function expectWellFormed(records: readonly Listed[]): void {
  const urls = records.flatMap(({ avatar, imageList }) => [
    ...(avatar ? [avatar] : []),
    ...(imageList ?? []),
  ]);
  expect({
    'no degrees': records.filter(
      ({ latitude, longitude }) => !isDegree(latitude, 90) || !isDegree(longitude, 180),
    ),
    'no URLs': urls.filter((url) => !URL.canParse(url)),
  }).toEqual({ 'no degrees': [], 'no URLs': [] });
  const names = new Map(records.map(({ userId, name }) => [userId, name]));
  fact({ endpoint, says: 'a person has one name', source: 'inferred' }, () => {
    expect(records.filter(({ userId, name }) => names.get(userId) !== name)).toEqual([]);
  });
}

/** Expects it to show of one of the run's people what `checkin/record-get` shows; skips the case where neither is on the page. */
export async function expectSameOfPerson(): Promise<void> {
  const own = (await aPage()).records.find(({ userId }) => [user, operator].includes(userId));
  const { userId, timestamp: at } =
    own ?? skip('none of the people of the run is on the page of the department');
  const window = { from: at - minute, to: at + minute };
  const here = (await listed(window)).filter((record) => record.userId === userId);
  const there = await checkins({ users: [userId], ...window });
  expectSameMembers(
    'the check-ins of one person',
    here.map((one) => told(one.timestamp, one.place, one.detailPlace, one.remark, one.imageList)),
    there.map((one) => told(one.checkin_time, one.place, one.detail_place, one.remark, one.image_list)),
  );
}

// An optional member that has no value may be left out, blank or null.
const told = (...members: unknown[]): string => JSON.stringify(members.map((member) => member ?? ''));
