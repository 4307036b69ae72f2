import { aCase, aCause, anExchange, aSummary } from '../testing/sample';
import { casesIn, filtered, noFilter, type Filter } from './model';
import { pageData } from './page-data';

const file = 'specs/report/list.spec.ts';
const failed = { status: 'failed', messages: ['broke'] } as const;
const cases = [
  aCase({ title: '通过的用例', asserted: ['blackboard/create/R1'], claims: ['documented'] }),
  aCase({ title: 'left out', status: 'skipped', reason: 'not selected by -t' }),
  aCase({ title: 'lacks', status: 'skipped', reason: 'needs qyapi_x', claims: ['inferred'] }),
  aCase({ title: 'old', ...failed, exchanges: [anExchange({ responseBody: '{"request_id":"R-old"}' })] }),
  aCase({ title: 'fresh', ...failed, file, claims: ['tenant-recorded', 'observed'] }),
];
const causes = [
  aCause({ id: 'aaaaaaaa', class: 'tenant', cases: [{ title: 'fresh', file }] }),
  {
    ...aCause({ id: 'bbbbbbbb', what: 'was late', isNew: false, flaky: { failed: 2, of: 9 } }),
    cases: [{ title: 'old', file: 'specs/blackboard/create.spec.ts' }],
    knownIssue: { reason: 'ticket 7' },
  },
];
const all = casesIn(pageData(aSummary({ causes }), cases));
const found = (filter: Partial<Filter>): string[] =>
  filtered(all, { ...noFilter, ...filter }).map(({ title }) => title);

describe('The cases of the page', () => {
  it('stand with what failed first, what is new before what is known, and what was left out last', () => {
    expect(all.map(({ title }) => title)).toEqual(['fresh', 'old', 'lacks', '通过的用例', 'left out']);
  });

  it('know what they rest on, the firmest first', () => {
    expect(all[0]?.sources).toEqual(['observed', 'tenant-recorded']);
  });

  it.each<{ filter: Partial<Filter>; want: string[] }>([
    { filter: { state: 'failed' }, want: ['fresh', 'old'] },
    { filter: { state: 'new' }, want: ['fresh'] },
    { filter: { state: 'flaky' }, want: ['old'] },
    { filter: { state: 'known' }, want: ['old'] },
    { filter: { state: 'notSelected' }, want: ['left out'] },
    { filter: { topic: 'report/list' }, want: ['fresh'] },
    { filter: { topic: 'blackboard/delete' }, want: ['fresh', 'old'] },
    { filter: { class: 'tenant' }, want: ['fresh'] },
    { filter: { source: 'inferred' }, want: ['lacks'] },
    { filter: { text: 'LATE create' }, want: ['old'] },
    { filter: { text: 'ticket 7' }, want: ['old'] },
    { filter: { text: 'r-OLD' }, want: ['old'] },
    { filter: { text: 'qyapi_x' }, want: ['lacks'] },
    { filter: { text: ' 用例 ' }, want: ['通过的用例'] },
    { filter: { text: 'late', state: 'new' }, want: [] },
  ])('are found by $filter', ({ filter, want }) => {
    expect(found(filter)).toEqual(want);
  });
});
