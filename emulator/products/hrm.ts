import { listDismissedEmployees, listOnJobEmployees, listPreEntryEmployees } from '../../schemas/index';
import { listItems } from '../mend';
import { pageAt, type Page } from '../page';
import { badParameter, HttpRefusal } from '../refusal';
import { present, route } from '../route';
import type { Tenant } from '../tenant';

/** The endpoints of the HR app. That it is opened in this company is assumed. */
export const routes = [
  route(listPreEntryEmployees, (tenant, { offset, size }) => ({
    result: employees(tenant, tenant.preEntry, offset, size),
  })),

  route(listOnJobEmployees, (tenant, { status_list: statusList, offset, size }) => {
    const wanted = new Set(listItems(statusList, tenant));
    const found = tenant.onJob.filter(({ status }) => wanted.has(status)).map(({ userid }) => userid);
    return { result: employees(tenant, found, offset, size) };
  }),

  route(listDismissedEmployees, (tenant, given) => {
    const offset = allowed(tenant, given.nextToken ?? 0, 0, 0);
    const size = allowed(tenant, given.maxResults ?? 30, 1, 30);
    const { rows, next } = pageOf(tenant, ordered(tenant, tenant.dismissed), offset, size);
    const last = { moved: offset + rows.length, 'left-out': undefined, zero: 0 }[
      tenant.choice('hrm/last-token')
    ];
    const token = next ?? last;
    // Only hasMore tells the end (documented).
    return {
      ...(token !== undefined && { nextToken: token }),
      hasMore: next !== undefined,
      userIdList: rows,
    };
  }),
];

function allowed({ choice }: Tenant, value: number, least: number, usual: number): number {
  if (value >= least) return value;
  const few = choice('hrm/few-results');
  if (few === 'refused') throw new HttpRefusal(400, 'invalidParameter', '参数错误');
  return few === 'clamped' ? least : usual;
}

function pageOf({ choice }: Tenant, all: readonly string[], offset: number, size: number): Page<string> {
  if (offset > all.length && choice('hrm/beyond-end') === 'refused') throw badParameter('offset');
  return pageAt(all, offset, size);
}

function ordered({ choice }: Tenant, all: readonly string[]): readonly string[] {
  const order = choice('hrm/order');
  if (order === 'company') return all;
  return order === 'sorted' ? [...all].sort() : [...all].reverse();
}

const hidden = '';

// Every fifth place belongs to somebody who is not shown.
function withHidden({ choice }: Tenant, all: readonly string[]): readonly string[] {
  if (choice('hrm/short-pages') === 'no') return all;
  return all.flatMap((userid, place) => (place % 4 === 3 ? [userid, hidden] : [userid]));
}

/** Documented: next_cursor is missing at the end. */
function employees(tenant: Tenant, all: readonly string[], offset: number, size: number) {
  const { rows, next } = pageOf(tenant, withHidden(tenant, ordered(tenant, all)), offset, size);
  const data_list = rows.filter((userid) => userid !== hidden);
  return present<{ data_list: string[]; next_cursor?: number }>({ data_list, next_cursor: next });
}
