import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measured } from '../runner/planning/measure';
import { storiesFile } from '../runner/planning/story-cost';
import { aCase, anExchange } from './testing/sample';
import { temporaryFolder } from './testing/temporary-folder';
import { quotaInWords, quotaReportOf, writeQuotaReport } from './quota-report';
import { notSelected } from './records/results';

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

describe('the quota', () => {
  it('compares what the cases of a run were planned to call with all that it called', () => {
    const [a, b] = [ran('a'), ran('b')];
    const reason = `${notSelected}: on request only`;
    const leftOut = aCase({ file, title: 'c', exchanges: [], status: 'skipped', reason });
    const fetching = anExchange({ endpoint: 'token/get', counted: false });

    const quota = quotaReportOf(costs, [a, b, leftOut], [fetching, listing, listing, shared, shared]);

    expect(quota.totals).toEqual({
      planned: { counted: 3, free: 0 },
      made: { counted: 4, free: 1 },
      differencePercent: 33.3,
    });
    expect(quota.perEndpoint).toEqual({
      'token/get': { planned: { counted: 0, free: 0 }, made: { counted: 0, free: 1 } },
      'report/list': { planned: { counted: 3, free: 0 }, made: { counted: 4, free: 0 } },
    });
    expect(quotaInWords(quota.totals)).toBe('planned 3 counted calls, made 4 (+33.3 %)');
  });

  it('plans the calls that ask first what the tenant grants', () => {
    const { totals } = quotaReportOf(costs, [ran('a')], [listing, listing, shared], 0, 1);

    expect(totals).toMatchObject({ planned: { counted: 3 }, made: { counted: 3 }, differencePercent: 0 });
  });

  it('names the cases that the plan does not know', () => {
    const { totals, unplanned } = quotaReportOf(costs, [ran('new'), ran('a', [])], [listing]);

    expect(unplanned).toEqual([`${file} new`]);
    expect(totals).toMatchObject({ planned: { counted: 2 }, made: { counted: 1 }, differencePercent: -50 });
    expect(quotaInWords(totals)).toBe('planned 2 counted calls, made 1 (-50 %)');
  });

  it('keeps random stories apart, whose calls are another number each time', () => {
    const told = [
      anExchange({ counted: true }),
      anExchange({ counted: false }),
      anExchange({ counted: true }),
    ];
    const stories = aCase({ file: storiesFile, title: 'story', exchanges: told });

    const { totals } = quotaReportOf(
      costs,
      [ran('c', [listing, listing]), stories],
      [listing, listing, ...told],
      2,
    );

    expect(totals).toMatchObject({ planned: { counted: 2 }, made: { counted: 2 }, differencePercent: 0 });
    expect(quotaInWords(totals)).toMatch(/made 2 \(\+0 %\); random stories made 2, planned \d+ at most$/);
  });
});

describe('A quota without a plan', () => {
  const folder = temporaryFolder();
  const quota = () => quotaReportOf(costs, [], [listing]);

  it('has no difference', () => {
    expect(quotaInWords(quota().totals)).toBe('planned 0 counted calls, made 1');
    expect(quota().totals).toEqual({ planned: { counted: 0, free: 0 }, made: { counted: 1, free: 0 } });
  });

  it('is written with the run that it is of', () => {
    writeQuotaReport(folder, 'a1b2c3', quota());

    const text = readFileSync(join(folder, 'quota.json'), 'utf8');
    expect(JSON.parse(text)).toEqual({ run: 'a1b2c3', ...quota() });
    expect(text).toMatch(/^\{\n {2}"run".*\n\}\n$/s);
  });

  it('knows no story as a case without a plan', () => {
    expect(quotaReportOf(costs, [aCase({ file: storiesFile, title: 'story' })], []).unplanned).toEqual([]);
  });
});
