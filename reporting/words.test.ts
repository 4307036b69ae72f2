import { aSummary } from './testing/sample';
import * as words from './words';

describe('A number in words', () => {
  it.each([
    [0, '0 cases'],
    [1, '1 case'],
    [2, '2 cases'],
  ])('%d is %s', (count, want) => {
    expect(words.plural(count, 'case')).toBe(want);
  });

  it.each([
    [0.4, '0 ms'],
    [999, '999 ms'],
    [1000, '1.0 s'],
    [14_249, '14.2 s'],
    [99_949, '99.9 s'],
    [99_950, '1 min 40 s'],
    [119_600, '2 min 0 s'],
    [185_000, '3 min 5 s'],
  ])('%d milliseconds are %s', (milliseconds, want) => {
    expect(words.duration(milliseconds)).toBe(want);
  });
});

describe('A moment in words', () => {
  const iso = '2026-08-14T23:30:05.000Z';

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each([
    { behind: 0, want: '2026-08-14 23:30:05 UTC' },
    { behind: -480, want: '2026-08-15 07:30:05 UTC+8' },
    { behind: 210, want: '2026-08-14 20:00:05 UTC-3.5' },
  ])('is $want on a clock $behind minutes behind', ({ behind, want }) => {
    jest.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(behind);

    expect(words.moment(iso)).toBe(want);
    expect(words.day(iso)).toBe(want.slice(0, 10));
  });
});

describe('A summary in words', () => {
  it('names what is new since last time', () => {
    const one = [{}] as never;

    expect(words.newsInWords({ new: [], still: [], notRun: [], fixed: [] })).toBe('');
    expect(words.newsInWords({ new: one, still: [], notRun: one, fixed: [{}, {}] as never })).toBe(
      '1 new, 1 not run again, 2 fixed',
    );
  });

  it.each([
    { target: 'emulator', oapi: 'https://a.cn', want: 'the embedded tenant' },
    { target: 'live', oapi: 'https://a.cn:8443/x', want: 'the live tenant behind a.cn:8443' },
    {
      target: 'live',
      oapi: 'http://127.0.0.1:7001',
      want: 'a tenant on this machine (127.0.0.1:7001), run as a live one',
    },
    { target: 'live', oapi: 'none', want: 'the live tenant behind none' },
  ] as const)('names the tenant: $want', ({ target, oapi, want }) => {
    expect(words.tenantText({ target, urls: { oapi, api: oapi } }).en).toBe(want);
  });

  it('groups skips by reason, the most frequent first', () => {
    const skips = ['rare', 'often', 'often'].map((reason, index) => ({ reason, title: String(index) }));

    expect(words.skipsByReason({ skips })).toEqual([
      ['often', ['1', '2']],
      ['rare', ['0']],
    ]);
  });

  it.each([
    { target: 'live', want: '2 counted by the monthly quota' },
    { target: 'emulator', want: '2 would be counted by the monthly quota' },
  ] as const)('says how many calls count: $want', ({ target, want }) => {
    expect(words.countedInWords(aSummary({ target }))).toBe(want);
  });
});
