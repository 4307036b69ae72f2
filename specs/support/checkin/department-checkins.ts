import { getDepartmentCheckins } from '../../../schemas';
import type { GetDepartmentCheckinsRequest, GetDepartmentCheckinsResponse } from '../../../schemas/types';
import { aDepartmentQuery, largest, longest } from '../../../fixtures/checkin/record.cases';
import { acceptedRows } from '../../../fixtures/generated-limits';
import { nobodysDepartment, nobodysId } from '../../../fixtures/requests';
import { mustBeLookedAt } from '../../../client/lacking';
import { checkins, isDegree } from './checkins';
import { fact, inferred } from '../evidence';
import { wholeAnswer } from '../generated';
import { asTexts, expectSameMembers } from '../paging';
import { answersOf, mustIfPermitted, sendIfPermitted } from '../permitted';
import { shared } from '../shared';
import { department, deptId, operator, skip, user } from '../tenant';

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

/** What the derived cases ask; with every parameter at its limit it is a page of the last 45 days. */
export const complete = aDepartmentQuery(String(deptId ?? nobodysDepartment));

/**
 * A page of what the department did in the last 45 days; nothing where the tenant answers only to a request without what is optional. Skips the case
 * where it does not answer for its department at all: that may be too large, or out of the app's contact scope.
 */
const answer = shared('a page of the department', async () => {
  department();
  const { request, reply: page } = await wholeAnswer(
    getDepartmentCheckins,
    acceptedRows(getDepartmentCheckins, complete),
  )();
  const { start_time: from, end_time: to } = request as GetDepartmentCheckinsRequest;
  const window = { from, to };
  const minimal = about({ from: to - minute, to });
  const reply = page.refused ? await sendIfPermitted(getDepartmentCheckins, minimal) : page;
  mustBeLookedAt(reply);
  fact(
    inferred(endpoint, 'the department of the run is not too large, and within the contact scope of the app'),
    () => {
      expect(reply).not.toBeRefused();
    },
  );
  if (reply.refused) skip(`the tenant does not answer for its department: ${reply.code}`);
  return { window, page };
});

/** The id that nothing has, once the tenant is known to answer for its department; skips the case where it does not. */
export async function onceAnswered(): Promise<string> {
  await answer();
  return nobodysId;
}

/** A page of what the department did in the last 45 days; skips the case where that is nothing. */
export async function aPage(): Promise<{ window: Window; records: readonly [Listed, ...Listed[]] }> {
  const { window, page } = await answer();
  expect(page).not.toBeRefused();
  const [first, ...others] = answersOf(page).flatMap(({ data }) => data ?? []);
  if (!first) skip('nobody in the department has checked in during the last 45 days');
  return { window, records: [first, ...others] };
}

/** Two check-ins or some more, all that there are in a window of their own; skips the case where there is no such window. */
const aFew = shared('a few check-ins of the department', async () => {
  const times = inOrder(timesOf((await aPage()).records));
  const [first = 0, last = 0] = [times[0], times.slice(0, 5).at(-1)];
  const window = { from: first - 1, to: last + 1 };
  const records = await listed(window);
  if (records.length < 2 || records.length >= largest)
    skip('the department has no few check-ins to page through');
  return { window, records };
});

const timesOf = (records: readonly Listed[]): number[] => records.map(({ timestamp }) => timestamp);

const inOrder = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);

/** Expects every check-in to lie in the window. */
export function expectInside(records: readonly Listed[], { from, to }: Window): void {
  const outside = timesOf(records).filter((at) => at < from || at > to);
  expect({ from, to, 'outside of it': outside }).toEqual({ from, to, 'outside of it': [] });
}

/** Expects a check-in to be shown in no window that ends just before it or begins just after it. */
export async function expectWindowsRight(): Promise<void> {
  const [record] = (await aPage()).records;
  const at = record.timestamp;
  for (const window of [
    { from: at - minute, to: at - 1 },
    { from: at + 1, to: at + minute },
  ])
    expectInside(await listed(window), window);
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

/** Expects two pages to hold what there is, each once, and no more than their size. */
export async function expectPages(): Promise<void> {
  const { window, records } = await aFew();
  const size = Math.ceil(records.length / 2);
  const pages = [
    await listed(window, { ...wholePage, size }),
    await listed(window, { ...wholePage, size, offset: size }),
  ];
  expect({ size, 'too many on a page': pages.some((page) => page.length > size) }).toEqual({
    size,
    'too many on a page': false,
  });
  expectSameMembers(`pages of ${size}`, asTexts(pages.flat()), asTexts(records));
}

/** Expects an offset alone, and a size alone, to take no page. */
export async function expectNoPageOfOne(): Promise<void> {
  const { window, records } = await aFew();
  for (const paging of [{ size: 1 }, { offset: 1 }])
    expectSameMembers(JSON.stringify(paging), asTexts(await listed(window, paging)), asTexts(records));
}

/** Expects desc to be asc from the other end; that asc begins with the oldest is inferred. What is of one moment may come either way. */
export async function expectDirections(): Promise<void> {
  const { window, records } = await aFew();
  const [up, down] = [records, await listed(window, { ...wholePage, order: 'desc' })].map(timesOf);
  expect({ desc: down }).toEqual({ desc: [...(up ?? [])].reverse() });
  fact('checkin/record/R7', () => {
    expect({ asc: up }).toEqual({ asc: inOrder(up ?? []) });
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
  fact(inferred(endpoint, 'a person has one name'), () => {
    expect(records.filter(({ userId, name }) => names.get(userId) !== name)).toEqual([]);
  });
}

/** Expects it to show of one of the run's people what `checkin/record-get` shows; skips the case where neither is on the page. */
export async function expectSameOfPerson(): Promise<void> {
  const { records } = await aPage();
  const own = records.find(({ userId }) => [user, operator].includes(userId));
  const { userId, timestamp: at } =
    own ?? skip('none of the people of the run is on the page of the department');
  const here = records.filter((record) => record.userId === userId && record.timestamp === at);
  const there = await checkins({ users: [userId], from: at - 1, to: at + 1 });
  expectSameMembers(
    'the check-ins of one person',
    here.map((one) => told(one.timestamp, one.place, one.detailPlace, one.remark, one.imageList)),
    there.map((one) => told(one.checkin_time, one.place, one.detail_place, one.remark, one.image_list)),
  );
}

// An optional member that has no value may be left out, blank or null.
const told = (...members: unknown[]): string => JSON.stringify(members.map((member) => member ?? ''));
