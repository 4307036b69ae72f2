import { listDismissedEmployees, listOnJobEmployees, listPreEntryEmployees } from '../schemas/index';
import { pageAt } from './page';
import { HttpRefusal } from './refusal';
import { listItems } from './request';
import { present, route } from './route';

/** The endpoints of the HR app. That it is opened in this company is assumed; so is the order, the one of the seed. */
export const hrmRoutes = [
  route(listPreEntryEmployees, (tenant, { offset, size }) => ({
    result: employees(tenant.preEntry, offset, size),
  })),

  route(listOnJobEmployees, (tenant, { status_list: statusList, offset, size }) => {
    const wanted = new Set(listItems(statusList));
    const found = tenant.onJob.filter(({ status }) => wanted.has(status)).map(({ userid }) => userid);
    return { result: employees(found, offset, size) };
  }),

  route(listDismissedEmployees, ({ dismissed }, { nextToken = 0, maxResults = 30 }) => {
    // Assumed: a token or page size below the documented range is bad paging, like one above it.
    if (nextToken < 0 || maxResults < 1) throw new HttpRefusal(400, 'invalidParameter', '参数错误');
    const { rows, next } = pageAt(dismissed, nextToken, maxResults);
    // Assumed: the token is always there and moves, also on the last page, where only hasMore tells the end.
    return { nextToken: nextToken + rows.length, hasMore: next !== undefined, userIdList: rows };
  }),
];

/** Documented: next_cursor is missing at the end. Assumed: an empty page holds an empty list. */
function employees(all: readonly string[], offset: number, size: number) {
  const { rows, next } = pageAt(all, offset, size);
  return present<{ data_list: string[]; next_cursor?: number }>({ data_list: rows, next_cursor: next });
}
