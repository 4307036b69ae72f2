import { causesOf } from './causes';
import { withFlakiness, withHistory } from './history';
import { newsOf, openAfter, type Before } from './news';
import { aCase } from './testing/sample';

const file = 'specs/report/list.spec.ts';
const fails = aCase({
  title: 'a',
  file,
  status: 'failed',
  failureClass: 'product',
  messages: ['wrong order'],
});
const otherwise = { ...fails, messages: ['no answer'] };
const passes = aCase({ title: 'a', file });
const leftOut = aCase({ title: 'a', file, status: 'skipped' });
const cut = aCase({ title: `${file} › ran to its end`, file, status: 'failed', added: true });
const noRun = aCase({ title: 'the run could start', file: 'the run', status: 'failed', added: true });

const night = (number: number): string => `2026-11-${10 + number}T19:17:00.000Z`;

/** Plays nights one after the other; what each of them knew of its first cause, and its news. */
function played(nights: readonly (readonly ReturnType<typeof aCase>[])[]) {
  let before: Before | undefined;
  return nights.map((cases, index) => {
    const causes = causesOf(cases);
    const news = newsOf(cases, night(index), before, causes);
    const [cause] = withHistory(causes, night(index), before);
    const line = { startedAt: night(index), open: openAfter(news) };
    before = { ...line, past: [...(before?.past ?? []), line] };
    return { cause, news };
  });
}

describe('The history of a cause', () => {
  it('begins when it is first seen, and counts the nights in a row', () => {
    const last = played([[passes], [fails], [fails], [leftOut], [fails]]).at(-1);

    expect(last?.cause).toMatchObject({ since: night(1), isNew: false, nights: 3 });
    expect(last?.cause).not.toHaveProperty('flaky');
  });

  it('counts the runs of one day as one night', () => {
    const causes = causesOf([fails]);
    const [morning, evening] = ['2026-11-10T01:00:00.000Z', '2026-11-10T19:00:00.000Z'] as const;
    const line = { startedAt: morning, open: openAfter(newsOf([fails], morning, undefined, causes)) };

    const [known] = withHistory(causes, evening, { ...line, past: [line] });

    expect(known).toMatchObject({ since: morning, isNew: false, nights: 1 });
  });

  it('begins anew where the same case fails for another reason', () => {
    const last = played([[fails], [otherwise]]).at(-1);

    expect(last?.cause).toMatchObject({ since: night(1), isNew: true, nights: 1 });
    expect(last?.news).toMatchObject({ new: [{ since: night(1) }], still: [], fixed: [] });
  });

  it('stands after what is new, however many cases it has', () => {
    const many = ['x', 'y'].map((title) => ({ ...fails, title }));
    const before = causesOf(many);
    const line = { startedAt: night(0), open: openAfter(newsOf(many, night(0), undefined, before)) };

    const known = withHistory(causesOf([...many, otherwise]), night(1), { ...line, past: [line] });

    expect(known.map(({ isNew, cases }) => ({ isNew, cases: cases.length }))).toEqual([
      { isNew: true, cases: 1 },
      { isNew: false, cases: 2 },
    ]);
  });

  it('tells what flickers, and how often', () => {
    const nights = played([[fails], [passes], [fails], [passes], [fails]]);

    expect(nights.map(({ cause }) => cause?.flaky)).toEqual([
      ...[undefined, undefined, undefined, undefined],
      { failed: 3, of: 5 },
    ]);
  });
});

describe('What is fixed', () => {
  it('is not what a file had no time for that did not run to its end', () => {
    const [, second, third] = played([[fails], [cut], [fails]]);

    expect(second?.news).toMatchObject({ fixed: [], notRun: [{ title: 'a', since: night(0) }] });
    expect(third?.news).toMatchObject({ still: [{ title: 'a', since: night(0) }], new: [] });
  });

  it('is a night that could not start, as soon as one can', () => {
    const [, second] = played([[noRun], [passes]]);

    expect(second?.news).toMatchObject({ fixed: [{ title: 'the run could start' }], notRun: [] });
  });
});

describe('A case', () => {
  const line = (
    number: number,
    cases: readonly ReturnType<typeof aCase>[],
  ): Pick<Before, 'startedAt' | 'open'> => ({
    startedAt: night(number),
    open: openAfter(newsOf(cases, night(number), undefined, causesOf(cases))),
  });
  const flakyAfter = (...nights: (typeof fails)[]): unknown => {
    const past = nights.map((each, number) => line(number, [each]));
    return withFlakiness([fails], night(9), { open: [], past })[0]?.flaky;
  };

  it('is flaky where its cause comes and goes', () => {
    expect(flakyAfter(fails, passes, fails, passes)).toBe(true);
    expect(flakyAfter(fails, passes)).toBeUndefined();
  });
});
