import { aCase } from './testing/sample';
import { newsOf, openAfter, type News } from './news';

const [monday, tuesday, wednesday] = ['2026-11-23', '2026-11-24', '2026-11-25'].map(
  (day) => `${day}T19:17:00.000Z`,
) as [string, string, string];

const file = 'specs/report/list.spec.ts';
const failed = aCase({ title: 'R1: lists', file, status: 'failed', failureClass: 'tenant' });
const passed = aCase({ title: 'R1: lists', file, status: 'passed' });
const skipped = aCase({ title: 'R1: lists', file, status: 'skipped', reason: 'not selected' });
const other = aCase({ title: 'another', file, status: 'passed' });
const open = { title: 'R1: lists', file, class: 'tenant', since: monday, seen: monday };
const nothing: News = { new: [], still: [], notRun: [], fixed: [] };

describe('newsOf', () => {
  it('has every failure as new where no run was before', () => {
    expect(newsOf([failed, other], monday)).toStrictEqual({ ...nothing, new: [open] });
  });

  it.each([
    { what: 'fails again', cases: [failed], news: { still: [{ ...open, seen: tuesday }] } },
    { what: 'passes', cases: [passed], news: { fixed: [open] } },
    { what: 'was not selected', cases: [skipped, other], news: { notRun: [open] } },
    { what: 'stands in a file that did not run', cases: [], news: { notRun: [open] } },
    { what: 'is no longer in its file', cases: [other], news: { fixed: [open] } },
  ])('knows a case that $what', ({ cases, news }) => {
    const before = newsOf([failed], monday);

    expect(newsOf(cases, tuesday, { startedAt: monday, open: openAfter(before) })).toEqual({
      ...nothing,
      before: monday,
      ...news,
    });
  });

  it('keeps the first date over a night that did not take the case', () => {
    const first = openAfter(newsOf([failed], monday));
    const second = openAfter(newsOf([skipped], tuesday, { startedAt: monday, open: first }));

    expect(newsOf([failed], wednesday, { startedAt: tuesday, open: second }).still).toEqual([
      { ...open, seen: wednesday },
    ]);
  });

  it('has a case as new that failed, was fixed, and fails again', () => {
    const fixed = openAfter(newsOf([passed], tuesday, { startedAt: monday, open: [open as never] }));

    expect(newsOf([failed], wednesday, { startedAt: tuesday, open: fixed }).new).toMatchObject([
      { since: wednesday },
    ]);
  });
});

describe('What failed long ago', () => {
  const seen = (day: string) => ({ startedAt: monday, open: [{ ...open, seen: day }] as const }) as never;

  it.each([
    { what: 'is kept for thirty days', on: '2026-12-23T19:17:00.000Z', notRun: [open] },
    { what: 'is forgotten after that', on: '2026-12-23T19:17:00.001Z', notRun: [] },
  ])('$what', ({ on, notRun }) => {
    expect(newsOf([], on, seen(monday)).notRun).toEqual(notRun);
  });
});
