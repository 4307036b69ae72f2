import { aCase, aCause, anExchange, aSummary } from '../testing/sample';
import { pageData } from './page-data';

const file = 'specs/blackboard/delete.spec.ts';
const failed = (title: string, calls: Parameters<typeof anExchange>[0][]): ReturnType<typeof aCase> =>
  aCase({ title, file, status: 'failed', messages: ['broke'], exchanges: calls.map(anExchange) });
const causes = [
  aCause({ cases: ['two', 'one', 'one'].map((title) => ({ title, file })) }),
  ...Array.from({ length: 300 }, (_, index) => aCause({ id: `other-${index}`, cases: [] })),
];

describe('The data of the page', () => {
  it('name the cases of a cause by their place, the telling one first, and count the causes left out', () => {
    const data = pageData(aSummary({ causes }), [failed('one', []), failed('two', [])]);

    expect(data.causes[0]?.cases).toEqual([1, 0]);
    expect(data.moreCauses).toBe(1);
  });

  it('hold the last calls of what failed, with long bodies cut', () => {
    const long = 'x'.repeat(2001);
    const calls = [...Array<object>(12).fill({}), { endpoint: 'blackboard/delete', responseBody: long }];
    const { details } = pageData(aSummary({ causes }), [failed('one', calls)]);

    expect(details[0]).toMatchObject({
      made: 13,
      message: 'broke',
      script: expect.stringContaining('curl') as string,
    });
    expect(details[0]?.calls).toHaveLength(12);
    expect(details[0]?.calls.at(-1)).toMatchObject({ guilty: true, reply: ['x'.repeat(2000), 2001] });
  });

  it('leave out the calls of most cases where many failed', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      failed(`case ${index}`, Array<object>(10).fill({ responseBody: 'x'.repeat(1900) })),
    );
    const all = [aCause({ cases: many.map(({ title }) => ({ title, file })) })];
    const { details } = pageData(aSummary({ causes: all }), many);

    expect(JSON.stringify(details).length).toBeLessThan(2_100_000);
    expect(details[0]).toBeDefined();
  });

  it('tell how the causes stood on each night', () => {
    const past = ['2026-11-27', '2026-11-28', '2026-11-29'].map((startedAt) => ({ startedAt, open: [] }));
    const open = { title: 'one', file, class: 'product', cause: '0a1b2c3d', since: '2026-11-27' } as const;
    const nights = [
      { ...past[0], open: [{ ...open, seen: '2026-11-27' }] },
      { ...past[1], open: [{ ...open, seen: '2026-11-27' }] },
      { ...past[2], topics: { 'report/list': [1, 0, 0, 9] as const } },
    ] as typeof past;
    const data = pageData(aSummary({ causes }), [failed('one', [])], nights);

    expect(data.causes[0]?.strip).toBe('fwg');
    expect(data.nights.map(({ topics }) => topics)).toEqual([{}, {}, { 'report/list': [1, 0, 0, 9] }]);
  });

  it('keep thirty nights, this one included', () => {
    const past = Array.from({ length: 40 }, (_, index) => ({ startedAt: String(index), open: [] }));

    expect(
      pageData(aSummary(), [], past)
        .nights.map(({ startedAt }) => startedAt)
        .at(0),
    ).toBe('11');
  });
});
