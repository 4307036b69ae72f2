import { listDismissedEmployees, listOnJobEmployees, listPreEntryEmployees } from '../../schemas';
import type { ListOnJobEmployeesRequest, ListOnJobEmployeesResponse } from '../../schemas/types';
import { beside, expectSameMembers, walk, type Page } from './paging';
import { mustIfPermitted } from './permitted';
import { operator, user } from './tenant';

/** One of the three lists of HR. */
export interface EmployeeList {
  readonly name: string;
  readonly page: (cursor: number, size: number) => Promise<Page<string>>;
}

/** The largest page of each of the lists. */
export const largest = 50;

/** Everybody about to join. */
export const preEntry: EmployeeList = {
  name: 'the list of people about to join',
  page: async (offset, size) => pageOf((await mustIfPermitted(listPreEntryEmployees, { offset, size })).result),
};

/** Everybody in service with one of the statuses; with any of the four by default. */
export function onJob(statuses: readonly string[] = ['2', '3', '5', '-1']): EmployeeList {
  const status_list = statuses.join(',');
  return {
    name: `the list of people in service with status ${status_list}`,
    page: async (offset, size) =>
      pageOf((await mustIfPermitted(listOnJobEmployees, { status_list, offset, size })).result),
  };
}

/** Everybody who left. Its pages end where hasMore is false, whatever the token says. */
export const dismissed: EmployeeList = {
  name: 'the list of people who left',
  page: async (nextToken, maxResults) => {
    const body = await mustIfPermitted(listDismissedEmployees, { nextToken, maxResults });
    const { hasMore, nextToken: next } = body;
    expect({ hasMore, 'no nextToken to go on with': hasMore && next === undefined }).toEqual({
      hasMore,
      'no nextToken to go on with': false,
    });
    return { items: body.userIdList, next: hasMore ? next : undefined };
  },
};

function pageOf({ data_list: items, next_cursor: next }: ListOnJobEmployeesResponse['result']): Page<string> {
  return { items: items ?? [], next };
}

/** Reads a list to its end. */
export async function everybody({ page }: EmployeeList, size = largest): Promise<string[]> {
  return walk((cursor) => page(cursor, size), { size });
}

/** Expects a list to be the same people, each once, in pages of the largest size, in pages of `size`, and in its first pages of one. */
export async function expectPartition(list: EmployeeList, size: number): Promise<void> {
  const { whole, seen } = await beside(
    list.name,
    () => everybody(list),
    async () => ({
      smaller: await everybody(list, size),
      // A company has thousands of people, so only the first pages of one are read.
      single: await walk((cursor) => list.page(cursor, 1), { size: 1, take: 5 }),
    }),
  );
  expectSameMembers(`pages of ${largest}`, whole, whole);
  expectSameMembers(`pages of ${size}`, seen.smaller, whole);
  expectSameMembers(
    'the first pages of one',
    seen.single,
    whole.filter((id) => seen.single.includes(id)),
  );
  expect({ 'pages of one': seen.single.length }).toEqual({ 'pages of one': Math.min(5, whole.length) });
}

/** Expects the people with some statuses and the people with the others to be two different groups, and everybody together. */
export async function expectStatusesApart(wanted: readonly string[], others: readonly string[]): Promise<void> {
  const { whole, seen } = await beside(
    'the list of people in service',
    () => everybody(onJob()),
    async () => [...(await everybody(onJob(wanted))), ...(await everybody(onJob(others)))],
  );
  expectSameMembers(`statuses ${wanted.join(',')} beside ${others.join(',')}`, seen, whole);
}

/** The answer to a query of people in service, however it is written. */
export async function peopleInService(
  request: ListOnJobEmployeesRequest,
  as: 'json' | 'form' | 'strings',
): Promise<string[]> {
  return (await mustIfPermitted(listOnJobEmployees, request, { as })).result.data_list ?? [];
}

/** Expects nobody to stand in two lists; reads again where somebody was just moved. */
export function expectDisjoint(lists: Readonly<Record<string, readonly string[]>>): void {
  const everyone = Object.values(lists).flatMap((ids) => [...new Set(ids)]);
  const inTwo = everyone.filter((id, index) => everyone.indexOf(id) !== index);
  expect({ 'people in two lists': inTwo }).toEqual({ 'people in two lists': [] });
}

/**
 * Expects userids to have come through as texts: nothing blank or written as a number, and of the people whom the run knows no
 * version that lost its leading zeros or its last digits.
 */
export function expectUnharmed(ids: readonly string[]): void {
  const harmed = ids.filter((id) => !/^\S+$/.test(id) || /^\d(\.\d+)?e\+\d+$/i.test(id) || mangled.has(id));
  expect({ 'ids that were harmed': harmed }).toEqual({ 'ids that were harmed': [] });
}

const mangled = new Set(
  [operator, user]
    .flatMap((id) => [id.replace(/^0+/, ''), String(Number(id))])
    .filter((id) => id !== operator && id !== user && id !== 'NaN'),
);
