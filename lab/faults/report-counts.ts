import type { Layer } from '../../emulator/call';
import type { Report } from '../../emulator/tenant';
import { envelope, faultsOf, schema, state, validation, type Fault } from './fault';
import { amid, answered, field, parameter } from './layers';

type Counts = Readonly<Record<string, number>>;

const received = ['R2', '#count'];

/** Changes the counts of a report. */
const counts = (change: (counts: Counts) => object): Layer => field('result', change);

/** Counts other reports for the employee than the unread ones. */
const countOf = (isCounted: (report: Report, userid: string) => boolean): Layer =>
  field(
    'count',
    (_, __, { tenant, body: { values } }) =>
      tenant.reports.filter((report) => isCounted(report, String(values.userid))).length,
  );

/** Wrong ways of counting what happened to reports. */
export const faults: readonly Fault[] = [
  ...faultsOf('report/statistics', [
    state('counts no comments', ['R3', '#result.comment_num'], {
      source: 'inferred',
      layer: field('result.comment_num', () => 0),
    }),
    state('counts a commenter once for each comment', ['R3', '#result.comment_user_num'], {
      source: 'inferred',
      layer: counts((result) => ({ ...result, comment_user_num: (result.comment_num ?? 0) + 1 })),
    }),
    state('swaps readers and likers', ['R3', '#result.read_num', '#result.like_num'], {
      source: 'inferred',
      layer: counts((result) => ({ ...result, read_num: result.like_num, like_num: result.read_num })),
    }),
    state('counts one reader too many', ['R3', '#result.read_num'], {
      source: 'inferred',
      layer: field('result.read_num', (count = 0) => Number(count) + 1),
    }),
    schema('counts as texts', ['#result.like_num'], { layer: field('result.like_num', String) }),
    schema('leaves out like_num', ['#result.like_num'], { layer: field('result.like_num', () => undefined) }),
    validation('counts something of a report that does not exist', ['?report_id'], {
      source: 'inferred',
      layer: parameter('report_id', (id, _, { tenant: { reports } }) =>
        id === undefined || reports.some((report) => report.id === id) ? id : reports[0]?.id,
      ),
    }),
  ]),
  ...faultsOf('report/getunreadcount', [
    state('never grows', received, { layer: field('count', () => 7) }),
    state('counts what was sent in place of what was received', received, {
      layer: countOf(({ author }, userid) => author === userid),
    }),
    state('counts the reports of everybody', ['R2', '?userid'], { layer: countOf(() => true) }),
    state('counts a report for its author too', received, {
      source: 'inferred',
      layer: field('count', (count, _, { tenant, body: { values } }) => {
        const own = tenant.reports.filter(({ author }) => author === values.userid);
        return Number(count) + own.filter(({ readers }) => readers.size === 0).length;
      }),
    }),
    state('counts all that was ever received', ['R2'], {
      layer: countOf(({ receivers }, userid) => receivers.includes(userid)),
    }),
    state('a report to several people counts for the first of them only', ['#count'], {
      layer: (_, call, next) => {
        const reports = call.tenant.reports.map((one) => ({ ...one, receivers: one.receivers.slice(0, 1) }));
        return amid(call, { reports }, next);
      },
    }),
    schema('puts the count into a result', ['R3'], {
      layer: answered(({ count, ...body }) => ({ ...body, result: { count } })),
    }),
    state('a count below zero', ['#count'], { layer: field('count', (count) => Number(count) - 100_000) }),
    envelope('success beside its count', ['R3'], { source: 'inferred', layer: field('success', () => true) }),
  ]),
];
