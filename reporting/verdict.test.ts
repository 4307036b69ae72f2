import { aCause, aSummary } from './testing/sample';
import { verdictText } from './verdict';

const monday = '2026-08-10T12:00:00.000Z';

describe('verdictText', () => {
  it('is five lines when all is well', () => {
    expect(verdictText(aSummary(), '/reports', false, 'en')).toBe(
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

  it('names each cause with its class, and each reason to skip with its number', () => {
    const skip = { title: 'a', file: 'b', reason: 'no permission' };
    const summary = aSummary({
      verdict: 'failed',
      target: 'live',
      totals: { total: 4, passed: 1, failed: 1, skipped: 2, blocked: 1, known: 0, notSelected: 0 },
      causes: [aCause({ class: 'tenant' })],
      skips: [skip, skip],
    });
    expect(verdictText(summary, '/reports', false, 'en').split('\n').slice(1, 5)).toEqual([
      'FAILED  4 cases, 1 failed (1 blocked), 2 skipped in 14.2 s on the live tenant behind oapi.dingtalk.com',
      '  failed    [tenant] blackboard/delete: broke its contract',
      '            1 case, new; first «it fails» (cause 0a1b2c3d)',
      '  skipped   2: no permission',
    ]);
  });

  it('repeats what has to be mended on the tenant', () => {
    const problems = [{ subject: '周报表', text: 'template: none is called so' }];
    const capabilities = { askedAt: monday, endpoints: [], problems };

    expect(verdictText(aSummary({ capabilities }), '/reports', false, 'en')).toContain(
      '\n  to fix    template: none is called so\n',
    );
  });

  it('lists ten causes, and says how many more there are', () => {
    const causes = Array.from({ length: 11 }, () => aCause());
    const text = verdictText(aSummary({ causes }), '/reports', false, 'en');

    expect(text.match(/\(cause 0a1b2c3d\)/g)).toHaveLength(10);
    expect(text).toContain('\n  failed    1 cause more, in the report\n');
  });

  it('tells what is new since the run before', () => {
    const failure = { title: 'it fails', file: 'a', class: 'product', since: monday, seen: monday } as const;
    const news = { before: monday, new: [failure], still: [], notRun: [], fixed: [failure, failure] };

    expect(verdictText(aSummary({ news }), '/reports', false, 'en')).toContain(
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

    expect(verdictText(summary, '/reports', false, 'en').split('\n').slice(1, 5)).toEqual([
      'PASSED  2 cases, 0 failed, 0 skipped in 14.2 s on the embedded tenant (3 others not selected)',
      '  problem   junit.xml could not be written',
      '  left      an announcement',
      '  findings  2, listed in the report',
    ]);
  });

  it('says little of a run that could not start', () => {
    expect(verdictText(aSummary({ verdict: 'not started' }), '/reports', false, 'en')).toBe(
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
    { when: 'nothing was compared', given: {}, want: [] },
    { when: 'two values differ', given: { expected: '"a"', got: '"b"' }, want: ['- "a"', '+ "b"'] },
    { when: 'one is long', given: { got: 'x'.repeat(199) }, want: [`+ ${'x'.repeat(198)}…`] },
  ])('shows what was expected and what came where $when', ({ given, want }) => {
    const text = verdictText(aSummary({ causes: [aCause(given)] }), '/reports', false, 'en');

    expect(text.split('\n').slice(3, -4)).toEqual([
      ...want.map((line) => `            ${line}`),
      '            1 case, new; first «it fails» (cause 0a1b2c3d)',
    ]);
  });

  const failure = { title: 'it fails', file: 'a', class: 'product', since: monday, seen: monday } as const;
  const none = { new: [], still: [], notRun: [], fixed: [] };

  it.each([
    { when: 'there was none', news: { ...none, new: [failure] } },
    { when: 'nothing has changed', news: { ...none, before: monday } },
  ])('says nothing of the run before when $when', ({ news }) => {
    expect(verdictText(aSummary({ news }), '/reports', false, 'en')).not.toContain('since');
  });

  it('tells known issues from other failures', () => {
    const knownIssue = { reason: 'ticket 7', owner: '王主管', expires: '2026-12-24' };
    const totals = { ...aSummary().totals, passed: 1, failed: 1, known: 1 };
    const text = verdictText(aSummary({ totals, causes: [aCause({ knownIssue })] }), '/reports', false, 'en');

    expect(text.split('\n').slice(1, 5)).toEqual([
      'PASSED  2 cases, 1 failed (1 known), 0 skipped in 14.2 s on the embedded tenant',
      '  known     [product] blackboard/delete: broke its contract',
      '            known issue: ticket 7 (王主管, until 2026-12-24)',
      '            1 case, new; first «it fails» (cause 0a1b2c3d)',
    ]);
  });

  it('says that the chat was not told, and why', () => {
    const text = verdictText(aSummary({ lostMessage: 'the robot refused: 7' }), '/reports', false, 'en');

    expect(text).toContain('\n  chat      not told: the robot refused: 7\n');
  });

  it('is coloured on a terminal only', () => {
    expect(verdictText(aSummary(), '/reports', true, 'en')).toContain('\u001b[32mPASSED');
  });
});

describe('In Chinese', () => {
  it('all but what was recorded is said', () => {
    const summary = aSummary({
      verdict: 'failed',
      totals: { total: 4, passed: 1, failed: 1, skipped: 2, blocked: 1, known: 0, notSelected: 1 },
      causes: [aCause({ class: 'tenant' })],
      skips: [{ title: 'a', file: 'b', reason: 'no permission' }],
      lostMessage: 'no answer',
    });

    expect(verdictText(summary, '/reports', false, 'zh').split('\n').slice(1)).toEqual([
      '未通过 FAILED  共 3 条用例，失败 1 条（1 条被阻塞），跳过 1 条，用时 14.2 s，内置模拟租户（另有 1 条未选中）',
      '  失败      [tenant] blackboard/delete: broke its contract',
      '            1 条用例，新出现；第一条：«it fails»（原因 0a1b2c3d）',
      '  跳过      1: no permission',
      '  调用      发出 3 次，在真实租户上会计入每月配额 2 次',
      '  配额      计划 2 次计入配额的调用，实际 2 次（+0 %）',
      '  群消息    没有发出：no answer',
      '  报告      /reports/index.html',
      '',
    ]);
  });
});
