import { aSummary } from './fixtures/sample';
import { startPage } from './start-page';

const nasty = `</style><script>alert("1")</script>&'`;

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
        findings: [{ kind: 'undocumented field', endpoint: nasty, message: nasty, times: 1 }],
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

  it('says what the suite has been proved to notice, once something has been proved', () => {
    const proof = ['400 of 406 wrong tenants noticed.'];

    expect(startPage(aSummary({ proof }))).toContain('<li>400 of 406 wrong tenants noticed.</li>');
    expect(startPage(aSummary())).not.toContain('proved to notice');
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
