import { aCause, aSummary } from '../testing/sample';
import type { Summary } from '../summary';
import { lead } from './lead';
import { pageData } from './page-data';
import { sayIn } from './page-words';

const said = (overrides: Partial<Summary>): string => lead(pageData(aSummary(overrides), []), sayIn('en'));
const { totals } = aSummary();
const failing = { totals: { ...totals, passed: 1, failed: 1 }, causes: [aCause()] };

describe('The sentence under the verdict', () => {
  it.each<[want: string, given: Partial<Summary>]>([
    ['2 cases ran, and none failed.', {}],
    ['1 of 2 cases failed, from 1 cause: 1 new.', { verdict: 'failed', ...failing }],
    ['1 of 2 cases failed, all of them over known issues.', { verdict: 'passed', ...failing }],
    [
      'Nothing failed, but 1 case could not be run.',
      { verdict: 'partial', totals: { ...totals, skipped: 3, notSelected: 2 } },
    ],
    ['2 cases ran, and none failed.', { totals: { ...totals, total: 9, skipped: 7, notSelected: 7 } }],
    ['No case failed, but something is wrong with the run itself.', { verdict: 'failed', problems: ['a'] }],
    ['No case ran, so nothing has been tested.', { verdict: 'partial', totals: { ...totals, passed: 0 } }],
    ['The run could not start, so nothing has been tested.', { verdict: 'not started' }],
    [
      'The run was stopped before its end: what it shows is not the whole.',
      { verdict: 'interrupted', ...failing },
    ],
  ])('is: %s', (want, given) => {
    expect(said(given)).toBe(want);
  });
});
