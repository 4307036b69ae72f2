import { aSummary } from './testing/sample';
import { verdictText } from './verdict';

const monday = '2026-08-10T12:00:00.000Z';

describe('verdictText', () => {
  it('is five lines when all is well', () => {
    expect(verdictText(aSummary(), '/reports', false)).toBe(
      [
        '',
        'PASSED  2 cases, 0 failed, 0 skipped in 14.2 s on the embedded tenant',
        '  calls     3 sent, of which 2 would be counted by the monthly quota',
        '  quota     planned 2 counted calls, made 2 (+0 %)',
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

  it('begins with what is wrong, and says how much was noticed', () => {
    const finding = { kind: 'undocumented field', endpoint: 'a', message: 'b', cases: 1 } as const;
    const summary = aSummary({
      problems: ['junit.xml could not be written'],
      leftBehind: ['an announcement'],
      findings: [finding, finding],
      totals: { ...aSummary().totals, total: 5, skipped: 3, notSelected: 3 },
    });

    expect(verdictText(summary, '/reports', false).split('\n').slice(1, 5)).toEqual([
      'PASSED  2 cases, 0 failed, 0 skipped in 14.2 s on the embedded tenant (3 others not selected)',
      '  problem   junit.xml could not be written',
      '  left      an announcement',
      '  findings  2, listed in the report',
    ]);
  });

  it('says little of a run that could not start', () => {
    expect(verdictText(aSummary({ verdict: 'not started' }), '/reports', false)).toBe(
      [
        '',
        'NOT STARTED  the run could not start',
        '  calls     3 sent, of which 2 would be counted by the monthly quota',
        '  reports   /reports/index.html',
        '',
      ].join('\n'),
    );
  });

  it.each([
    { given: '', when: 'nothing was said', want: '' },
    { given: '  was refused  \n  because', when: 'it has several lines', want: 'was refused' },
    {
      when: 'it shows a difference',
      given: 'differs\n\n    - Expected  - 1\n    + Received  + 1\n\n    - "a"\n    + "b"',
      want: '- Expected  - 1  + Received  + 1',
    },
    { when: 'signs stand inside', given: 'one\nx - y\nx + y', want: 'one' },
    { when: 'it has 200 characters', given: 'x'.repeat(200), want: 'x'.repeat(200) },
    { when: 'it is longer', given: 'x'.repeat(201), want: `${'x'.repeat(200)}…` },
  ])('shows in one line why a case failed when $when', ({ given, want }) => {
    const failures = [{ title: 'it fails', file: 'a', class: 'suite', message: given }] as const;
    const lines = verdictText(aSummary({ failures }), '/reports', false).split('\n');

    expect(lines.slice(2, -4)).toEqual([
      '  failed    [suite] it fails',
      ...[want].filter(Boolean).map((text) => `            ${text}`),
    ]);
  });

  const failure = { title: 'it fails', file: 'a', class: 'product', since: monday, seen: monday } as const;
  const none = { new: [], still: [], notRun: [], fixed: [] };

  it.each([
    { when: 'there was none', news: { ...none, new: [failure] } },
    { when: 'nothing has changed', news: { ...none, before: monday } },
  ])('says nothing of the run before when $when', ({ news }) => {
    expect(verdictText(aSummary({ news }), '/reports', false)).not.toContain('since');
  });

  it('is coloured on a terminal only', () => {
    expect(verdictText(aSummary(), '/reports', true)).toContain('\u001b[32mPASSED');
  });
});
