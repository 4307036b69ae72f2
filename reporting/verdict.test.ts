import { aSummary } from './fixtures/sample';
import { verdictText } from './verdict';

const monday = '2026-08-10T12:00:00.000Z';

describe('verdictText', () => {
  it('is five lines when all is well', () => {
    expect(verdictText(aSummary(), '/reports', false)).toBe(
      [
        '',
        'PASSED  2 cases, 0 failed, 0 skipped in 14.2 s on the embedded tenant',
        '  calls     3 sent, of which 2 would be counted by the monthly quota',
        '  ledger    planned 2 counted calls, made 2 (+0 %)',
        '  reports   /reports/index.html',
        '',
      ].join('\n'),
    );
  });

  it('names each failure with its class, and each reason to skip with its number', () => {
    const skip = { title: 'a', file: 'b', reason: 'no permission' };
    const summary = aSummary({
      verdict: 'failed',
      target: 'live',
      totals: { total: 4, passed: 1, failed: 1, skipped: 2, blocked: 1, notSelected: 0 },
      failures: [{ title: 'it fails', file: 'a', class: 'tenant', message: 'was refused\nmore' }],
      skips: [skip, skip],
    });
    expect(verdictText(summary, '/reports', false).split('\n').slice(1, 5)).toEqual([
      'FAILED  4 cases, 1 failed (1 blocked), 2 skipped in 14.2 s on the live tenant behind oapi.dingtalk.com',
      '  failed    [tenant] it fails',
      '            was refused',
      '  skipped   2: no permission',
    ]);
  });

  it('tells what is new since the run before', () => {
    const failure = { title: 'it fails', file: 'a', class: 'product', since: monday, seen: monday } as const;
    const news = { before: monday, new: [failure], still: [], notRun: [], fixed: [failure, failure] };

    expect(verdictText(aSummary({ news }), '/reports', false)).toContain(
      '\n  since     2026-08-10: 1 new, 2 fixed\n',
    );
  });

  it('is coloured on a terminal only', () => {
    expect(verdictText(aSummary(), '/reports', true)).toContain('\u001b[32mPASSED');
  });
});
