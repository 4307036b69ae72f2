import { listReports, listReportSummaries } from '../../schemas/index';
import type { ListReportsResponse } from '../../schemas/types';
import { day } from '../clock';
import { pageAt } from '../page';
import { badParameter, Refusal } from '../refusal';
import { present, route } from '../route';
import { existingPerson, type Report, type Tenant } from '../tenant';

const longestWindow = 180 * day;

/** The endpoints that list reports by their authors. */
export const routes = [
  route(listReports, (tenant, given) => {
    const { modified_start_time: from = -Infinity, modified_end_time: to = Infinity } = given;
    const found = sent(tenant, given).filter(({ modifiedAt }) => modifiedAt >= from && modifiedAt <= to);
    const isRising = tenant.choice('report/order') === 'oldest';
    return { result: listPage(tenant, { found, isRising }, given, (report) => whole(tenant, report)) };
  }),

  route(listReportSummaries, (tenant, given) => {
    const isSame = tenant.choice('report/summaries-order') === 'same';
    const isRising = (tenant.choice('report/order') === 'oldest') === isSame;
    const isShown = tenant.choice('report/no-remark') !== 'left-out';
    const result = listPage(tenant, { found: sent(tenant, given), isRising }, given, (report) => ({
      ...summary(tenant, report),
      ...((report.remark !== '' || isShown) && { remark: report.remark }),
    }));
    const isAsked = tenant.choice('report/size-shown') === 'asked';
    return { result: isAsked ? result : { ...result, size: result.data_list.length } };
  }),
];

type Listed = ListReportsResponse['result']['data_list'][number];

interface Sent {
  readonly start_time: number;
  readonly end_time: number;
  readonly template_name?: string;
  readonly userid?: string;
}

/** The reports of a window, oldest first, by exact template name and author where given (documented). */
function sent(
  tenant: Tenant,
  { start_time: start, end_time: to, template_name: name, userid }: Sent,
): Report[] {
  const { choice, reports } = tenant;
  if (to < start && choice('report/end-before-start') === 'refused')
    throw badParameter('end_time is before start_time');
  if (userid !== undefined && choice('report/stranger-filter') === 'refused') existingPerson(tenant, userid);
  const from = cutStart(tenant, start, to);
  const isEndIn = choice('report/window-end') === 'in';
  return reports
    .filter(({ createdAt }) => createdAt >= from && (createdAt < to || (isEndIn && createdAt === to)))
    .filter(({ templateName }) => name === undefined || templateName === name)
    .filter((report) => userid === undefined || report.author === userid);
}

function cutStart({ choice }: Tenant, start: number, end: number): number {
  if (end - start <= longestWindow) return start;
  const long = choice('report/long-window');
  if (long === 'refused') throw badParameter('start_time and end_time are more than 180 days apart');
  if (long === '41041') throw new Refusal(41041, '时间跨度太大');
  return end - longestWindow;
}

interface Rows {
  /** Oldest first. */
  readonly found: readonly Report[];
  readonly isRising: boolean;
}

interface Asked {
  readonly cursor: number;
  readonly size: number;
}

interface Listing<Row> {
  readonly data_list: Row[];
  readonly size: number;
  readonly next_cursor?: number;
  readonly has_more: boolean;
}

function listPage<Row>(
  { choice }: Tenant,
  { found, isRising }: Rows,
  asked: Asked,
  shown: (report: Report) => Row,
) {
  const { cursor, size } = asked;
  const all = isRising ? found : [...found].reverse();
  const isPast = ({ row }: Report) => (isRising ? row > cursor : row < cursor || cursor <= 0);
  const start = Math.max(0, cursor);
  const isOffset = choice('report/cursor') === 'offset';
  const left = isOffset ? all.slice(start) : all.filter(isPast);
  const { rows } = pageAt(left, 0, size);
  const has_more = left.length > rows.length;
  const next = isOffset ? start + rows.length : (rows.at(-1)?.row ?? cursor);
  const last = { row: next, absent: undefined, zero: 0 }[choice('report/last-cursor')];
  return present<Listing<Row>>({
    data_list: rows.map(shown),
    size,
    next_cursor: has_more ? next : last,
    has_more,
  });
}

function summary(tenant: Tenant, report: Report) {
  const { name, deptIds } = existingPerson(tenant, report.author);
  const departments = [...tenant.departments.values()].filter(({ id }) => deptIds.includes(id));
  if (tenant.choice('report/departments') === 'reversed') departments.reverse();
  return {
    report_id: report.id,
    template_name: report.templateName,
    creator_id: report.author,
    creator_name: name,
    // Observed: joined by a comma.
    dept_name: departments.map((department) => department.name).join(','),
    create_time: report.createdAt,
  };
}

function whole(tenant: Tenant, report: Report): Listed {
  const isBlankShown = tenant.choice('report/no-remark') === 'blank';
  const isHidden = tenant.choice('report/field-left-out') === 'hidden';
  const contents = report.contents
    .filter(({ value }) => value !== '' || !isHidden)
    .map(({ name, sort, type, value }) => ({ key: name, sort: String(sort), type: String(type), value }));
  return present<Listed>({
    ...summary(tenant, report),
    modified_time: report.modifiedAt,
    remark: report.remark === '' && !isBlankShown ? undefined : report.remark,
    contents: tenant.choice('report/contents-order') === 'template' ? contents : contents.reverse(),
  });
}
