import { listDismissedEmployees, listOnJobEmployees, listPreEntryEmployees } from '../../../schemas';
import type { ListDismissedEmployeesRequest, ListOnJobEmployeesResponse } from '../../../schemas/types';
import { eventually } from '../eventually';
import { fact, inferred } from '../evidence';
import { beside, expectSameMembers, walk, type Page } from '../paging';
import { mustIfPermitted } from '../permitted';
import { operator, skip, user } from '../tenant';

/** One of the three lists of HR. */
export interface EmployeeList {
  readonly endpoint: string;
  readonly name: string;
  readonly page: (cursor: number, size: number) => Promise<Page<string>>;
}

/** The largest page of each of the lists. */
const largest = 50;

/** Everybody about to join. */
const preEntry: EmployeeList = {
  endpoint: listPreEntryEmployees.id,
  name: 'the list of people about to join',
  page: async (offset, size) =>
    pageOf((await mustIfPermitted(listPreEntryEmployees, { offset, size })).result),
};

/** Everybody in service with one of the statuses; with any of the four by default. */
function onJob(statuses: readonly string[] = ['2', '3', '5', '-1']): EmployeeList {
  const status_list = statuses.join(',');
  return {
    endpoint: listOnJobEmployees.id,
    name: `the list of people in service with status ${status_list}`,
    page: async (offset, size) =>
      pageOf((await mustIfPermitted(listOnJobEmployees, { status_list, offset, size })).result),
  };
}

/** Everybody who left. Its pages end where hasMore is false, whatever the token says. */
export const dismissed: EmployeeList = {
  endpoint: listDismissedEmployees.id,
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

/** Expects the people with some statuses and the people with the others to be two different groups, and everybody together. */
export async function expectStatusesApart(
  wanted: readonly string[],
  others: readonly string[],
): Promise<void> {
  const { whole, seen } = await beside(
    'the list of people in service',
    () => everybody(onJob()),
    async () => [...(await everybody(onJob(wanted))), ...(await everybody(onJob(others)))],
  );
  expectSameMembers(`statuses ${wanted.join(',')} beside ${others.join(',')}`, seen, whole);
}

/** Expects the recorded behaviour: a full page of 10 regular employees at offset 0 has next_cursor 10. Skips where they are fewer. */
export async function expectFullPageOfTen(): Promise<void> {
  const { items, next } = await onJob(['3']).page(0, 10);
  if (items.length < 10 || next === undefined) skip('the tenant has no more than ten regular employees');
  expect({ 'full page': items.length, next_cursor: next }).toEqual({ 'full page': 10, next_cursor: 10 });
}

/** Expects a request for people who left to be answered with the first thirty of the list, or all where they are fewer. */
export async function expectFirstPage(request: ListDismissedEmployeesRequest): Promise<void> {
  const { whole, seen } = await beside(
    dismissed.name,
    () => everybody(dismissed, 30),
    () => mustIfPermitted(listDismissedEmployees, request),
  );
  const { userIdList: page, hasMore } = seen;
  const strangers = page.filter((id, index) => !whole.includes(id) || page.indexOf(id) !== index);
  expect({ 'too many': page.slice(30), strangers }).toEqual({ 'too many': [], strangers: [] });
  if (!hasMore) expectSameMembers('the only page', page, whole);
  // A page may hold fewer than it was asked for.
  fact(inferred(listDismissedEmployees.id, 'the first page is full'), () => {
    expectSameMembers('the first page', page, whole.slice(0, 30));
    expect({ hasMore }).toEqual({ hasMore: whole.length > 30 });
  });
}

/** The three lists, read to their ends, with nobody in two of them; read again where somebody was just moved. */
export async function threeLists(size: number): Promise<Record<'joining' | 'serving' | 'gone', string[]>> {
  let lists = await readThree(size);
  await fact(inferred(listOnJobEmployees.id, 'nobody stands in two lists of HR'), () =>
    eventually('nobody to stand in two lists', async () => {
      const everyone = Object.values(lists).flatMap((ids) => [...new Set(ids)]);
      const inTwo = everyone.filter((id, index) => everyone.indexOf(id) !== index);
      if (inTwo.length > 0) lists = await readThree(size);
      expect({ 'people in two lists': inTwo.length }).toEqual({ 'people in two lists': 0 });
    }),
  );
  return lists;
}

async function readThree(size: number): Promise<Record<'joining' | 'serving' | 'gone', string[]>> {
  return {
    joining: await everybody(preEntry, size),
    serving: await everybody(onJob(), size),
    gone: await everybody(dismissed, size),
  };
}

/**
 * Expects userids to have come through as texts: nothing blank or written as a number, and of the people whom the run knows no
 * version that lost its leading zeros or its last digits.
 */
export function expectUnharmed(ids: readonly string[]): void {
  const misshapen = ids.filter((id) => !/^\S+$/.test(id) || /^\d(\.\d+)?e\+\d+$/i.test(id));
  const shortened = [operator, user].filter((id) => !ids.includes(id)).filter((id) => ids.some(isLeftOf(id)));
  expect({ misshapen, 'harmed on the way': shortened }).toEqual({ misshapen: [], 'harmed on the way': [] });
}

const isLeftOf =
  (whole: string) =>
  (id: string): boolean =>
    id !== whole && (id === whole.replace(/^0+/, '') || id === String(Number(whole)));
