import { aSummary } from '../testing/sample';
import { tight } from '../testing/tight';
import { startPage } from './start-page';
import type { Failure, Summary } from '../summary';

const nasty = `</style><script>alert("1")</script>&'`;

const page = (overrides: Partial<Summary> = {}): string => tight(startPage(aSummary(overrides)));
const totals = { ...aSummary().totals, passed: 0 };

describe('startPage', () => {
  it('escapes whatever it is given', () => {
    const page = startPage(
      aSummary({
        verdict: 'failed',
        profile: nasty,
        failures: [
          { title: nasty, file: nasty, class: 'product', message: nasty, docs: 'javascript:alert(1)' },
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

  it('tells what is new, what still fails and since when, and what is fixed', () => {
    const [before, since] = ['2026-08-13T12:00:00.000Z', '2026-08-10T12:00:00.000Z'];
    const failure = { title: nasty, file: 'a', class: 'tenant', since, seen: before } as const;
    const news = { before, new: [], still: [failure], notRun: [], fixed: [failure] };
    const page = startPage(aSummary({ verdict: 'failed', news }));

    expect(page).toMatch(/Since the run of 2026-08-13 <small>1 still failing, 1 fixed<\/small>/);
    expect(page).toMatch(/tenant · a · since 2026-08-10/);
    expect(page).not.toContain('<script');
  });

  it('puts what has to be acted on before the figures of the calls', () => {
    const failures = [{ title: 'it fails', file: 'a', class: 'quota', message: 'throttled' }] as const;
    const page = startPage(aSummary({ verdict: 'failed', failures }));
    expect(page.indexOf('it fails')).toBeLessThan(page.indexOf('Calls per endpoint'));
  });
});

describe('The head of the start page', () => {
  const skip = { title: 'a', file: 'b', reason: 'c' };

  it.each<Partial<Summary> & { readonly want: string }>([
    { want: '2 cases ran on the embedded tenant.' },
    { target: 'live', want: '2 cases ran on the live tenant behind oapi.dingtalk.com.' },
    { totals: { ...totals, failed: 1 }, want: '1 of 2 cases failed on the embedded tenant.' },
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
    const some = { total: 9, passed: 5, failed: 1, skipped: 3, blocked: 0, notSelected: 2 };
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
  const failure: Failure = { title: 'breaks', file: 'a.ts', class: 'product', message: 'no' };
  const docs = 'https://open.example.com';
  const toCalls = 'a.ts · <a href="html/index.html">its calls, in the HTML report</a>';
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
      tells: 'what failed, and apart from it what that blocked',
      given: {
        failures: [
          { ...failure, docs },
          { ...failure, title: 'waits', blocked: true },
        ],
      },
      want: [
        '<h2>Failed<small>1</small></h2><article><h3><span class="class">product</span>breaks</h3><pre>no</pre>',
        `<p class="quiet">${toCalls} · <a href="${docs}" rel="noreferrer">documentation</a></p></article></section>`,
        '<section><h2>Blocked: what they need failed before them<small>1</small></h2>',
        '<article><h3><span class="class">product</span>waits</h3><pre>no</pre>',
        `<p class="quiet">${toCalls}</p></article></section>`,
      ].join(''),
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
