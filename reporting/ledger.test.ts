import { measured } from '../planning/measure';
import { storiesFile } from '../planning/story-cost';
import { aCase, anExchange } from './fixtures/sample';
import { ledgerInWords, ledgerOf } from './ledger';
import { notSelected } from './results';

const file = 'specs/report/list.spec.ts';
const listing = anExchange({ endpoint: 'report/list', counted: true });
const shared = { ...listing, shared: 'the window' };
const costs = measured([
  { kind: 'case', file, title: 'a', exchanges: [listing, shared], uses: ['the window'] },
  { kind: 'case', file, title: 'b', exchanges: [listing], uses: ['the window'] },
  { kind: 'case', file, title: 'c', exchanges: [listing, listing] },
]);
const ran = (title: string, exchanges = [listing]): ReturnType<typeof aCase> =>
  aCase({ file, title, exchanges });

describe('the ledger', () => {
  it('compares what the cases of a run were planned to call with all that it called', () => {
    const [a, b] = [ran('a'), ran('b')];
    const leftOut = aCase({ file, title: 'c', exchanges: [], status: 'skipped', reason: notSelected });
    const fetching = anExchange({ endpoint: 'token/get', counted: false });

    const ledger = ledgerOf(costs, [a, b, leftOut], [fetching, listing, listing, shared, shared]);

    expect(ledger.totals).toEqual({
      planned: { counted: 3, free: 0 },
      made: { counted: 4, free: 1 },
      differencePercent: 33.3,
    });
    expect(ledger.perEndpoint).toEqual({
      'token/get': { planned: { counted: 0, free: 0 }, made: { counted: 0, free: 1 } },
      'report/list': { planned: { counted: 3, free: 0 }, made: { counted: 4, free: 0 } },
    });
    expect(ledgerInWords(ledger.totals)).toBe('planned 3 counted calls, made 4 (+33.3 %)');
  });

  it('plans the calls that ask first what the tenant grants', () => {
    const { totals } = ledgerOf(costs, [ran('a')], [listing, listing, shared], 0, 1);

    expect(totals).toMatchObject({ planned: { counted: 3 }, made: { counted: 3 }, differencePercent: 0 });
  });

  it('names the cases that the plan does not know', () => {
    const { totals, unplanned } = ledgerOf(costs, [ran('new')], [listing]);

    expect(unplanned).toEqual([`${file} new`]);
    expect(totals).toEqual({ planned: { counted: 0, free: 0 }, made: { counted: 1, free: 0 } });
  });

  it('keeps random stories apart, whose calls are another number each time', () => {
    const told = [anExchange({ counted: true }), anExchange({ counted: true })];
    const stories = aCase({ file: storiesFile, title: 'story', exchanges: told });

    const { totals } = ledgerOf(
      costs,
      [ran('c', [listing, listing]), stories],
      [listing, listing, ...told],
      2,
    );

    expect(totals).toMatchObject({ planned: { counted: 2 }, made: { counted: 2 }, differencePercent: 0 });
    expect(ledgerInWords(totals)).toMatch(/made 2 \(\+0 %\); random stories made 2, planned \d+ at most$/);
  });
});
