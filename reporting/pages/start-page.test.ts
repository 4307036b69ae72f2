import { aCause, aSummary } from '../testing/sample';
import { tight } from '../testing/tight';
import { startPage } from './start-page';
import type { ToldCall } from '../guilty-call';
import type { Summary } from '../summary';

const nasty = `</style><script>alert("1")</script>&'`;

const page = (overrides: Partial<Summary> = {}): string => tight(startPage(aSummary(overrides)));
const totals = { ...aSummary().totals, passed: 0 };

const aCall = (overrides: Partial<ToldCall> = {}): ToldCall => ({
  ...{ method: 'POST', path: '/topapi/blackboard/delete', outcome: 'broken', status: 200, durationMs: 7 },
  ...overrides,
});

describe('startPage', () => {
  it('escapes whatever it is given', () => {
    const page = startPage(
      aSummary({
        verdict: 'failed',
        profile: nasty,
        causes: [
          aCause({
            ...{ endpoint: nasty, what: nasty, expected: nasty, got: nasty, docs: 'javascript:alert(1)' },
            cases: [{ title: nasty, file: nasty }],
            chain: { calls: [aCall({ path: nasty, outcome: nasty, requestId: nasty })], script: nasty },
          }),
        ],
        skips: [{ title: nasty, file: nasty, reason: nasty }],
        findings: [{ kind: 'undocumented field', endpoint: nasty, message: nasty, cases: 1 }],
        problems: [nasty],
        calls: { total: 1, counted: 1, perEndpoint: { [nasty]: { calls: 1, counted: 1 } } },
      }),
    );
    expect(page).not.toMatch(/<script|alert\("|href="javascript/);
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
  });

  it('shows endpoints by their Chinese title, with their documentation', () => {
    expect(startPage(aSummary())).toMatch(/<a href="https:\/\/open\.dingtalk\.com[^"]*"[^>]*>创建公告<\/a>/);
  });

  it('loads nothing', () => {
    expect(startPage(aSummary())).not.toMatch(/<script|<link|<img|@import|url\(/);
  });

  it('tells what was not run again, and since when it fails', () => {
    const [before, since] = ['2026-08-13T12:00:00.000Z', '2026-08-10T12:00:00.000Z'];
    const failure = { title: nasty, file: 'a', class: 'tenant', since, seen: before } as const;
    const news = { before, new: [], still: [failure], notRun: [failure], fixed: [] };
    const page = startPage(aSummary({ verdict: 'failed', news }));

    expect(page).toMatch(/Since the run of 2026-08-13 <small>1 still failing, 1 not run again<\/small>/);
    expect(page).toMatch(/tenant · a · since 2026-08-10/);
    expect(page).not.toContain('<script');
  });

  it('puts what has to be acted on before the figures of the calls', () => {
    const page = startPage(aSummary({ verdict: 'failed', causes: [aCause()] }));
    expect(page.indexOf('it fails')).toBeLessThan(page.indexOf('Calls per endpoint'));
  });
});

describe('The head of the start page', () => {
  const skip = { title: 'a', file: 'b', reason: 'c' };

  it.each<Partial<Summary> & { readonly want: string }>([
    { want: '2 cases ran on the embedded tenant.' },
    { target: 'live', want: '2 cases ran on the live tenant behind oapi.dingtalk.com.' },
    {
      totals: { ...totals, failed: 1 },
      causes: [aCause()],
      want: '1 of 2 cases failed on the embedded tenant, from 1 cause.',
    },
    {
      totals: { ...totals, total: 9, passed: 2, notSelected: 7 },
      want: '2 cases ran on the embedded tenant.',
    },
    { totals, want: 'No case ran on the embedded tenant, so nothing has been tested.' },
    {
      verdict: 'partial',
      skips: [skip],
      want: 'Nothing failed on the embedded tenant, but 1 case could not be run.',
    },
    { verdict: 'not started', want: 'The run could not start, so nothing has been tested.' },
  ])('says: $want', ({ want, ...overrides }) => {
    expect(page(overrides)).toContain(`<p class="lead">${want}</p>`);
  });

  it.each([
    { target: 'emulator', want: 'run a1b2c3 · profile full' },
    {
      target: 'live',
      want: 'run a1b2c3 · profile full · https://oapi.dingtalk.com · https://api.dingtalk.com',
    },
  ] as const)('tells which run it was, and the hosts of a real tenant: $want', ({ target, want }) => {
    expect(page({ target })).toContain(` · ${want}</p></header>`);
  });

  it('shows figures, with a note where there is something to note', () => {
    const some = { total: 9, passed: 5, failed: 1, skipped: 3, blocked: 0, known: 0, notSelected: 2 };
    const failures = [{ title: 'a', file: 'b', class: 'quota', message: 'c' }] as const;

    expect(page({ totals: some, failures })).toContain(
      [
        '<dl class="figures"><div><dt>Passed</dt><dd>5</dd></div>',
        '<div><dt>Failed</dt><dd>1<small>1 quota</small></dd></div>',
        '<div><dt>Skipped</dt><dd>3<small>2 not selected</small></dd></div>',
        '<div><dt>Calls</dt><dd>3<small>2 would be counted by the monthly quota</small></dd></div>',
        '<div><dt>Duration</dt><dd>14.2 s</dd></div></dl>',
      ].join(''),
    );
    expect(page()).toContain('<dt>Skipped</dt><dd>0</dd>');
  });
});

describe('A section of the start page', () => {
  const docs = 'https://open.example.com';
  const perEndpoint = { unknown: { calls: 1, counted: 0 }, 'report/list': { calls: 4, counted: 3 } };

  it.each<{ readonly tells: string; readonly given: Partial<Summary>; readonly want: string }>([
    {
      tells: 'what is wrong with the run',
      given: { problems: ['a', 'b'] },
      want: '<h2>Something is wrong with the run itself<small>2</small></h2><article><p>a</p></article><article><p>b</p></article></section>',
    },
    {
      tells: 'what was left behind',
      given: { leftBehind: ['an announcement'] },
      want: '<h2>Left behind on the tenant<small>1</small></h2><article><p>an announcement</p></article></section>',
    },
    {
      tells: 'what is new by its cause, with the call that broke its promise',
      given: {
        causes: [
          aCause({
            ...{ expected: '1', got: '2', docs },
            chain: { calls: [aCall({ guilty: true })], script: 'curl' },
          }),
        ],
      },
      want: [
        '<h2>New tonight<small>1 cause, 1 case</small></h2><article id="cause-0a1b2c3d"><h3><span class="class">product</span>blackboard/delete: broke its contract</h3>',
        `<p class="quiet">1 case, new · <a href="#cause-0a1b2c3d">cause 0a1b2c3d</a> · <a href="${docs}" rel="noreferrer">documentation</a></p>`,
        '<pre><span class="expected">- expected 1</span><span class="got">+ got 2</span></pre>',
        '<details><summary>1 case</summary><ul><li>it fails<span class="quiet">specs/a.spec.ts</span></li></ul></details>',
        '<details><summary>Calls of the first, and how to repeat them</summary><ol><li class="guilty"><code>POST /topapi/blackboard/delete</code> 200 broken',
      ].join(''),
    },
    {
      tells: 'what still fails, since when, and how steadily',
      given: {
        causes: [
          aCause({ isNew: false, nights: 2, flaky: { failed: 3, of: 8 }, endpoint: undefined as never }),
        ],
      },
      want: '<h2>Still failing<small>1 cause, 1 case</small></h2><article id="cause-0a1b2c3d"><h3><span class="class">product</span>broke its contract</h3><p class="quiet">1 case, since 2026-08-14, 2 nights in a row, flaky: failed in 3 of 8 runs ·',
    },
    {
      tells: 'what was skipped and why',
      given: {
        skips: [
          { title: 'a', file: 'x', reason: 'none' },
          { title: 'b', file: 'x', reason: 'none' },
        ],
      },
      want: '<h2>Skipped<small>2</small></h2><details><summary>none<span class="quiet">2 cases</span></summary><ul><li>a</li><li>b</li></ul></details></section>',
    },
    {
      tells: 'what was noticed',
      given: {
        findings: [{ kind: 'undocumented field', endpoint: 'report/list', message: 'x is new', cases: 2 }],
      },
      want: [
        '<details open><summary>undocumented field<span class="quiet">1</span></summary><div class="wide"><table><thead><tr><th>Endpoint</th>',
        '<th>What was noticed</th><th class="number">Cases</th></tr></thead>',
        '<tbody><tr><td>report/list</td><td>x is new</td><td class="number">2</td></tr></tbody>',
      ].join(''),
    },
    {
      tells: 'how often which endpoint was called, in the order of names',
      given: { calls: { total: 5, counted: 3, perEndpoint } },
      want: [
        '<p>Planned 2 counted calls, made 2 (+0 %). <a href="quota.json">By endpoint</a></p><div class="wide"><table>',
        '<thead><tr><th>Endpoint</th><th class="number">Calls</th><th class="number">Counted</th></tr></thead><tbody><tr><td>',
      ].join(''),
    },
    {
      tells: 'the path of an endpoint that is known, and the id of another',
      given: { calls: { total: 5, counted: 3, perEndpoint } },
      want: [
        '</a><br /><code>POST /topapi/report/list</code></td><td class="number">4</td><td class="number">3</td></tr>',
        '<tr><td>unknown</td><td class="number">1</td><td class="number">0</td></tr></tbody>',
      ].join(''),
    },
  ])('tells $tells', ({ given, want }) => {
    expect(page({ verdict: 'failed', ...given })).toContain(tight(want));
  });

  it('is not there when there is nothing to tell', () => {
    expect(page().match(/<h2>.*?<\/h2>/g)).toEqual([
      '<h2>What the answers say</h2>',
      expect.stringContaining('<h2>Coverage of the documentation'),
      '<h2>Calls per endpoint<small>1</small></h2>',
    ]);
    expect(page({ verdict: 'not started' })).not.toContain('What the answers say');
  });

  it('tells from how many sources the totals were read back', () => {
    const { agree } = aSummary();

    expect(page()).toContain('read back from 4 of 4 sources: Jest, HTML, Allure and JUnit.</footer>');
    expect(page({ agree: { ...agree, jest: null } })).toContain(
      'read back from 3 of 4 sources: Jest, HTML, Allure and JUnit. Jest itself did not get to its last line.</footer>',
    );
  });
});
