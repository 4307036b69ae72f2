import { aResult } from '../testing/sample';
import { addedCase, totalsOf } from './results';

describe('The totals of files', () => {
  it('count their cases by how they ended', () => {
    const file = (...statuses: readonly ('passed' | 'failed' | 'skipped')[]) => ({
      file: 'a',
      startedAt: 1,
      endedAt: 2,
      cases: statuses.map((status) => aResult({ status })),
    });

    expect(totalsOf([file('passed', 'skipped', 'failed'), file('skipped', 'failed', 'failed')])).toEqual({
      total: 6,
      passed: 1,
      failed: 3,
      skipped: 2,
    });
  });
});

describe('A case that the reports add', () => {
  it('failed, and says that it is none of the suite', () => {
    expect(addedCase('the run could start', 'no answer', 7)).toEqual({
      title: 'the run could start',
      describe: [],
      name: 'the run could start',
      status: 'failed',
      startedAt: 7,
      durationMs: 0,
      messages: ['no answer'],
      attempts: 1,
      added: true,
    });
  });
});
