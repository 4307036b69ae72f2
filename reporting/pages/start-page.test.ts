import type { Case } from '../records/cases';
import { aBigRun } from '../testing/big-run';
import { aCase, aCause, aSummary } from '../testing/sample';
import type { Summary } from '../summary';
import { pageData } from './page-data';
import { startPage } from './start-page';

const nasty = `</style></script><script>alert("1")</script><!--&'`;

const page = (overrides: Partial<Summary> = {}, cases: readonly Case[] = []): string =>
  startPage(pageData(aSummary(overrides), cases));
const megabytes = (text: string): number => Buffer.byteLength(text) / 1_000_000;

describe('The start page', () => {
  it('says the verdict and the causes in both languages without a script', () => {
    const text = page({ verdict: 'failed', causes: [aCause({ expected: 'true', got: 'yes' })] });

    expect(text).toContain('<title>Failed 未通过 · DingTalk API suite</title>');
    expect(text.match(/<h1 class="failed">[^<]*/g)).toEqual([
      '<h1 class="failed">Failed',
      '<h1 class="failed">未通过',
    ]);
    expect(text.match(/(?:- expected|- 期望) true|(?:\+ got|\+ 实际) yes/g)).toHaveLength(4);
  });

  it('counts no case of a run that could not start', () => {
    const text = page({ verdict: 'not started', causes: [aCause({ what: 'the secret is wrong' })] });

    expect(text).toContain('the secret is wrong');
    expect(text).not.toMatch(/class="figures"|1 case\b|1 条用例/);
  });

  it('lets no text out of its place', () => {
    const cause = aCause({
      endpoint: nasty,
      what: nasty,
      got: nasty,
      cases: [{ title: nasty, file: nasty }],
    });
    const text = page(
      { verdict: 'failed', profile: nasty, causes: [cause], problems: [nasty], leftBehind: [nasty] },
      [aCase({ title: nasty, file: nasty, status: 'failed', messages: [nasty] })],
    );

    expect(text.match(/<script/g)).toHaveLength(2);
    expect(text.match(/<\/script/g)).toHaveLength(2);
    expect(text).not.toMatch(/<!--|alert\("1"\)<\/script>/);
  });

  it('allows itself its own script and style, and nothing else', () => {
    const text = page();

    expect(text).toMatch(
      /content="default-src &#39;none&#39;; img-src data:; script-src &#39;sha256-|content="default-src 'none'; img-src data:; script-src 'sha256-/,
    );
    expect(text).not.toMatch(/<script [^>]*src=|@import|url\(/);
  });

  it('tells what is wrong with the run, what is missing and what was left behind', () => {
    const text = page({ problems: ['a report is not there'], missing: ['shard 2'], leftBehind: ['公告'] });

    expect(text).toMatch(/<section class="trouble"><h2>Something is wrong with the run itself <small>1/);
    expect(text).toMatch(/<li>a report is not there<\/li>.*<li>shard 2<\/li>.*<li>公告<\/li>/s);
  });

  it.each([
    { count: 10_000, failing: 20 },
    { count: 1_000, failing: 1 },
  ])('takes 5 MB at most: $count cases, of which every $failing. failed', ({ count, failing }) => {
    const { summary, cases, past } = aBigRun(count, failing);

    expect(megabytes(startPage(pageData(summary, cases, past)))).toBeLessThan(5);
  });
});
