import { aCause, aSummary } from '../testing/sample';
import type { Summary } from '../summary';
import { lead } from './lead';
import { pageData } from './page-data';
import { sayIn } from './page-words';

const said = (overrides: Partial<Summary>): string => lead(pageData(aSummary(overrides), []), sayIn('en'));
const { totals } = aSummary();
const failing = { totals: { ...totals, passed: 1, failed: 1 }, causes: [aCause()] };

describe('The sentence under the verdict', () => {
  it.each<{ given: Partial<Summary>; want: string }>([
    { given: {}, want: '2 cases ran, and none failed.' },
    { given: { verdict: 'failed', ...failing }, want: '1 of 2 cases failed, from 1 cause: 1 new.' },
    { given: { verdict: 'passed', ...failing }, want: '1 of 2 cases failed, all of them over known issues.' },
    {
      given: { verdict: 'partial', totals: { ...totals, skipped: 3, notSelected: 2 } },
      want: 'Nothing failed, but 1 case could not be run.',
    },
    {
      given: { totals: { ...totals, total: 9, skipped: 7, notSelected: 7 } },
      want: '2 cases ran, and none failed.',
    },
    {
      given: { verdict: 'failed', problems: ['a'] },
      want: 'No case failed, but something is wrong with the run itself.',
    },
    {
      given: { verdict: 'partial', totals: { ...totals, passed: 0 } },
      want: 'No case ran, so nothing has been tested.',
    },
    { given: { verdict: 'not started' }, want: 'The run could not start, so nothing has been tested.' },
    {
      given: { verdict: 'interrupted', ...failing },
      want: 'The run was stopped before its end: what it shows is not the whole.',
    },
  ])('is: $want', ({ given, want }) => {
    expect(said(given)).toBe(want);
  });
});
