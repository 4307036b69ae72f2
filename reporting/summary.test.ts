import type { Capabilities } from '../config/capabilities';
import { deleteAnnouncement } from '../schemas';
import { coverageOf } from './coverage/coverage';
import { aRun } from './testing/run-jest';
import { aCase, anExchange } from './testing/sample';
import type { Case } from './records/cases';
import { notSelected, totalsOf } from './records/results';
import { summarize, type Evidence } from './summary';

const skipped = (reason: string): Case => aCase({ status: 'skipped', reason });
const failed = aCase({ status: 'failed', failureClass: 'tenant', messages: ['was refused'], blocked: true });

function evidence(cases: readonly Case[], overrides: Partial<Evidence> = {}): Evidence {
  const files = [{ file: 'specs/a.spec.ts', startedAt: 1000, endedAt: 2000, cases }];
  const totals = totalsOf(files);
  return {
    run: aRun({ startedAt: 500 }),
    results: { startedAt: 1000, endedAt: 2000, printed: totals, files },
    cases,
    exchanges: [],
    findings: [],
    coverage: coverageOf(cases, []),
    quota: { planned: { counted: 0, free: 0 }, made: { counted: 0, free: 0 } },
    agree: { jest: totals, html: totals, allure: totals, junit: totals },
    problems: [],
    isStarted: true,
    ...overrides,
  };
}

const capabilities = (needed: boolean): Capabilities => {
  const refused = { endpoint: 'report/list', title: 'x', status: 'refused', scopes: [] } as const;
  return { askedAt: '2026-08-14T12:00:00.000Z', endpoints: [{ ...refused, needed }] };
};

// The day before the run.
const startedBefore = new Date(evidence([]).run.startedAt - 86_400_000).toISOString();

describe('summarize', () => {
  it.each([
    { when: 'everything passed', given: evidence([aCase()]), want: ['passed', 0] },
    {
      when: 'something was skipped',
      given: evidence([aCase(), skipped('no permission')]),
      want: ['partial', 0],
    },
    {
      when: 'something was skipped in a strict run',
      given: evidence([aCase(), skipped('no permission')], { run: aRun({ strict: true }) }),
      want: ['partial', 1],
    },
    {
      when: 'the rest was not asked for',
      given: evidence([aCase(), skipped(notSelected)]),
      want: ['passed', 0],
    },
    {
      when: 'some were left out by choice, with a reason',
      given: evidence([aCase(), skipped(`${notSelected}: on request only`)]),
      want: ['passed', 0],
    },
    {
      when: 'everything passed in a strict run',
      given: evidence([aCase()], { run: aRun({ strict: true }) }),
      want: ['passed', 0],
    },
    {
      when: 'the tenant refuses an endpoint that is needed',
      given: evidence([aCase()], { run: aRun({ capabilities: capabilities(true) }) }),
      want: ['partial', 0],
    },
    {
      when: 'the tenant refuses an endpoint that is not needed',
      given: evidence([aCase()], { run: aRun({ capabilities: capabilities(false) }) }),
      want: ['passed', 0],
    },
    { when: 'nothing was asked for', given: evidence([skipped(notSelected)]), want: ['partial', 0] },
    { when: 'something failed', given: evidence([aCase(), failed]), want: ['failed', 1] },
    { when: 'there is a problem', given: evidence([aCase()], { problems: ['a leak'] }), want: ['failed', 1] },
    { when: 'it did not start', given: evidence([failed], { isStarted: false }), want: ['not started', 2] },
  ])('knows the verdict when $when', ({ given, want }) => {
    const { verdict, exitStatus } = summarize(given);
    expect([verdict, exitStatus]).toEqual(want);
  });

  it('of a run that did not start opens no failure, and leaves open what was', () => {
    const open = {
      title: 'a',
      file: 'b',
      class: 'product',
      since: startedBefore,
      seen: startedBefore,
    } as const;
    const before = { startedAt: startedBefore, open: [open] };
    const { news } = summarize(evidence([failed], { isStarted: false, before }));

    expect(news).toEqual({ before: startedBefore, new: [], still: [], notRun: [open], fixed: [] });
  });

  it('fails a run whose reports do not agree, and names the one', () => {
    const { agree } = evidence([aCase()]);
    const wrong = { total: 1, passed: 0, failed: 1, skipped: 0 };
    expect(summarize(evidence([aCase()], { agree: { ...agree, allure: wrong } }))).toMatchObject({
      verdict: 'failed',
      problems: [
        'allure shows 1 cases (0 passed, 1 failed, 0 skipped), but the run had 1 cases (1 passed, 0 failed, 0 skipped)',
      ],
    });
  });

  it('counts calls per endpoint, and findings once', () => {
    const finding = {
      kind: 'undocumented field',
      endpoint: 'report/list',
      message: '/x is not documented',
    } as const;
    const exchanges = [
      anExchange(),
      anExchange({ counted: false }),
      anExchange({ endpoint: 'token/get', counted: false }),
    ];
    expect(
      summarize(evidence([aCase()], { exchanges, findings: [[finding], [finding, finding]] })),
    ).toMatchObject({
      durationMs: 1500,
      calls: {
        total: 3,
        counted: 1,
        perEndpoint: { 'blackboard/create': { calls: 2, counted: 1 }, 'token/get': { calls: 1, counted: 0 } },
      },
      findings: [{ ...finding, cases: 2 }],
    });
  });

  it('tells blocked and not selected apart', () => {
    const { totals, failures } = summarize(
      evidence([failed, skipped(notSelected), skipped('no permission')]),
    );
    expect(totals).toEqual({
      total: 3,
      passed: 0,
      failed: 1,
      skipped: 2,
      blocked: 1,
      known: 0,
      notSelected: 1,
    });
    expect(failures).toMatchObject([{ class: 'tenant', message: 'was refused', blocked: true }]);
  });
});

describe('A summary', () => {
  it('says why the run was stopped, what it left, and what the tenant grants', () => {
    const run = aRun({ stopped: 'Ctrl-C', left: ['an announcement'], capabilities: capabilities(false) });

    expect(summarize(evidence([aCase()], { run, problems: ['a leak'] }))).toMatchObject({
      verdict: 'failed',
      problems: ['The run was stopped before its end: Ctrl-C', 'a leak'],
      leftBehind: ['an announcement'],
      capabilities: capabilities(false),
    });
  });

  it('says nothing of what there was not', () => {
    const summary = summarize(evidence([aCase()]));

    expect(summary).toMatchObject({ problems: [], leftBehind: [], skips: [] });
    expect(summary).not.toHaveProperty('capabilities');
  });

  it('does not miss the totals of a report that is not there', () => {
    const nothing = { jest: null, html: null, allure: null, junit: null };

    expect(summarize(evidence([aCase()], { agree: nothing })).problems).toEqual([]);
  });

  it('lists each skip with its reason', () => {
    const { title, file } = aCase();

    expect(summarize(evidence([skipped('none'), aCase({ status: 'skipped' })])).skips).toEqual([
      { title, file, reason: 'none' },
      { title, file, reason: '' },
    ]);
  });

  it('lists each failure with its class, and its documentation where it has one', () => {
    const failure = aCase({ status: 'failed', describe: ['a story'], messages: ['no'] });
    const { title, file } = failure;

    expect(
      summarize(evidence([failure, { ...failure, docs: 'https://x', failureClass: 'quota' }])).failures,
    ).toStrictEqual([
      { title, file, class: 'product', message: 'no' },
      { title, file, class: 'quota', message: 'no', docs: 'https://x' },
    ]);
  });
});

describe('A failure', () => {
  it('links to the page of the call that is guilty, not to that of the last', () => {
    const guilty = 'POST /topapi/blackboard/delete (blackboard/delete 删除公告) broke its contract: x';
    const failure = aCase({
      status: 'failed',
      describe: ['report/list'],
      messages: [guilty],
      exchanges: [anExchange({ endpoint: 'blackboard/get' })],
      docs: 'https://last.example.com',
    });

    expect(summarize(evidence([failure])).failures[0]?.docs).toBe(deleteAnnouncement.docs.url);
  });

  it('says which suite found it', () => {
    const suite = { version: '1.2.3', commit: 'a'.repeat(40) };

    expect(summarize(evidence([aCase()], { run: aRun({ suite }) })).suite).toEqual(suite);
  });
});

describe('A run with a known issue', () => {
  const issue = { case: aCase().title, reason: 'ticket 7' };
  const knownIssue = { reason: 'ticket 7' };
  const known = aCase({ status: 'failed', messages: ['no'], knownIssue });
  const run = aRun({ startedAt: 500, knownIssues: [issue] });
  const passed = aCase({ title: 'another' });
  const summaryOf = (cases: readonly Case[]): ReturnType<typeof summarize> => {
    const given = evidence(cases, { run });
    const junit = { total: 2, passed: 1, failed: 0, skipped: 1 };
    return summarize({ ...given, agree: { ...given.agree, junit } });
  };

  it('is not red, and counts and shows what failed', () => {
    expect(summaryOf([known, passed])).toMatchObject({
      verdict: 'passed',
      exitStatus: 0,
      totals: { passed: 1, failed: 1, known: 1 },
      failures: [{ knownIssue }],
      causes: [{ knownIssue }],
      knownIssues: [{ ...issue, state: 'failing' }],
      problems: [],
    });
  });

  it('is red over another failure', () => {
    const other = aCase({ title: 'another', status: 'failed', messages: ['no'] });

    expect(summaryOf([known, other])).toMatchObject({ verdict: 'failed', exitStatus: 1 });
  });

  it('is red once it is fixed, and says so', () => {
    const summary = summarize(evidence([aCase(), passed], { run }));

    expect(summary).toMatchObject({
      verdict: 'failed',
      exitStatus: 1,
      knownIssues: [{ state: 'fixed' }],
      problems: [
        'the known issue of «blackboard/create stores one» is fixed, take it out of the known issues: ticket 7',
      ],
    });
  });
});
