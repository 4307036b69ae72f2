import { bodyOf, maxBodyBytes } from './chat-robot';
import { chatMessage } from './chat-message';
import { englishIn } from '../../runner/testing/english';
import { aCause, aSummary } from '../testing/sample';
import type { OpenFailure } from '../news';

const [before, since] = ['2026-11-23T12:00:00.000Z', '2026-11-20T12:00:00.000Z'];
const failure = (title: string, more: Partial<OpenFailure> = {}): OpenFailure => ({
  title,
  file: 'specs/a.spec.ts',
  class: 'product',
  since,
  seen: before,
  ...more,
});
const none = { new: [], still: [], notRun: [], fixed: [] };
const night = { budget: 120 };

describe('chatMessage', () => {
  it('is short when all is well', () => {
    expect(
      chatMessage(aSummary({ target: 'live', profile: 'nightly', news: { ...none, before } }), night),
    ).toEqual({
      title: 'DingTalk API suite: passed',
      text: [
        '#### DingTalk API suite: passed',
        '2 cases: 2 passed, 0 failed, 0 skipped in 14.2 s on the live tenant behind oapi.dingtalk.com, profile nightly.',
        'Since 2026-11-23: nothing failed then or now.',
        '2 counted by the monthly quota of a budget of 120, 3 sent.',
      ].join('\n\n'),
    });
  });

  it('tells what is new, what still fails and since when, what is fixed, and why something was skipped', () => {
    const news = { before, new: [failure('breaks')], still: [failure('lasts', { class: 'tenant' })] };
    const causes = [
      aCause({ id: 'feedbeef', expected: '1', got: '2' }),
      aCause({ class: 'tenant', isNew: false, since, nights: 3 }),
    ];
    const skip = { title: 'a', file: 'b', reason: 'no permission' };
    const { text } = chatMessage(
      aSummary({
        verdict: 'failed',
        causes,
        news: { ...none, ...news, fixed: [failure('mended')] },
        skips: [skip, skip],
      }),
      { ...night, reportUrl: 'https://ci.example.com/7' },
    );

    expect(text).toContain(
      [
        'Since 2026-11-23: 1 new, 1 still failing, 1 fixed.',
        [
          '- **[product]** blackboard/delete: broke its contract: 1 case, new · expected 1, got 2 · [cause feedbeef](https://ci.example.com/7#cause=feedbeef)',
          '- **[tenant]** blackboard/delete: broke its contract: 1 case, since 2026-11-20, 3 nights in a row · [cause 0a1b2c3d](https://ci.example.com/7#cause=0a1b2c3d)',
        ].join('\n'),
        '**Fixed (1)**',
        '- [product] mended, since 2026-11-20',
        '**Skipped (2)**',
        '- 2: no permission',
      ].join('\n\n'),
    );
    expect(text).toMatch(/\n\n\[Reports\]\(https:\/\/ci\.example\.com\/7\)$/);
  });

  it.each([
    { reportUrl: undefined, want: 'cause 0a1b2c3d' },
    {
      reportUrl: 'https://r.example.com/7/',
      want: '[cause 0a1b2c3d](https://r.example.com/7/index.html#cause=0a1b2c3d)',
    },
    {
      reportUrl: 'https://r.example.com/a.html',
      want: '[cause 0a1b2c3d](https://r.example.com/a.html#cause=0a1b2c3d)',
    },
  ])('names each cause, and opens it in a report at $reportUrl', ({ reportUrl, want }) => {
    const { text } = chatMessage(aSummary({ causes: [aCause()] }), { ...night, reportUrl });

    expect(text).toContain(`broke its contract: 1 case, new · ${want}\n`);
  });

  it('says which failures are known, and whose they are', () => {
    const knownIssue = {
      reason: 'ticket 7',
      owner: '王主管',
      link: 'https://t.example.com/7',
      expires: '2026-12-24',
    };
    const totals = { ...aSummary().totals, passed: 1, failed: 1, known: 1 };
    const { text } = chatMessage(aSummary({ totals, causes: [aCause({ knownIssue })] }), night);

    expect(text).toContain('2 cases: 1 passed, 1 failed (1 known), 0 skipped');
    expect(text).toContain(
      'known issue: ticket 7 (王主管, https:// t.example.com/7, until 2026-12-24) · cause',
    );
  });

  it('says why there was no run, and nothing of the runs before', () => {
    const failures = [{ title: 'a', file: 'b', class: 'tenant', message: 'refused 40096' }] as const;
    const news = { ...none, before, notRun: [failure('old')] };
    const summary = aSummary({ verdict: 'not started', problems: ['the secret is wrong'], failures, news });
    const { title, text } = chatMessage(summary, { ...night, ended: 'The doctor found nothing granted.' });

    expect(title).toBe('DingTalk API suite: not started');
    expect(text).toMatch(/could not start[^]*granted\.\n\nthe secret is wrong\n\nrefused 40096\n\n2 would/);
  });

  it('speaks Chinese, but for what was recorded', () => {
    const news = { before, new: [failure('breaks')], still: [], notRun: [], fixed: [failure('mended')] };
    const reason = 'SUITE_READ_ONLY is set: this run writes nothing';
    const totals = { ...aSummary().totals, total: 3, failed: 1 };
    const summary = aSummary({
      ...{ verdict: 'failed', target: 'live', profile: 'nightly', totals, news },
      ...{ causes: [aCause({ expected: '1', got: '2' })], skips: [{ title: 'a', file: 'b', reason }] },
    });

    expect(chatMessage(summary, { ...night, reportUrl: 'https://r.example.com/7' }, 'zh')).toEqual({
      title: 'DingTalk API 测试：未通过',
      text: [
        '#### DingTalk API 测试：未通过',
        '共 3 条用例：通过 2 条，失败 1 条，跳过 1 条，用时 14.2 s，真实租户 oapi.dingtalk.com，档位 nightly。',
        '与 2026-11-23 相比：新增 1 条，已修复 1 条。',
        '- **[product]** blackboard/delete: broke its contract：1 条用例，新出现 · 期望 1，实际 2 · [原因 0a1b2c3d](https://r.example.com/7#cause=0a1b2c3d)',
        '**已修复（1）**',
        '- [product] mended，2026-11-20 起',
        '**跳过（1）**',
        '- 1 条：设置了 SUITE_READ_ONLY：本次运行不写数据',
        '发出 3 次，计入每月配额 2 次，预算 120 次。',
        '[报告](https://r.example.com/7)',
      ].join('\n\n'),
    });
  });

  it('says in Chinese that the night did not start', () => {
    const failures = [{ title: 'a', file: 'b', class: 'tenant', message: '体检认为无法开始运行。' }] as const;
    const { text } = chatMessage(aSummary({ verdict: 'not started', failures }), night, 'zh');

    expect(englishIn(text)).toEqual([]);
    expect(text).toContain('运行没能开始：内置模拟租户，档位 full。\n\n体检认为无法开始运行。');
  });

  it('lists eight of a kind, and says how many more there are', () => {
    const many = Array.from({ length: 9 }, (_, index) => failure(String(index)));
    const causes = many.map(({ title }) => aCause({ what: `cause ${title}` }));
    const skips = many.map(({ title, file }) => ({ title, file, reason: `reason ${title}` }));
    const problems = many.map(({ title }) => `problem ${title}`);
    const { text } = chatMessage(aSummary({ causes, skips, problems }), night);

    expect(text).toContain(
      'problem 6\n\nproblem 7\n\n- **[product]** blackboard/delete: cause 0: 1 case, new · cause 0a1b2c3d\n',
    );
    expect(text).toContain(
      'cause 7: 1 case, new · cause 0a1b2c3d\n- and 1 more, in the reports\n\n**Skipped (9)**\n\n- 1: reason 0\n',
    );
    expect(text).toContain('- 1: reason 7\n- and 1 more, in the reports\n\n2 would be counted');
  });

  it('counts the cases that were selected, and says when only old ones fail', () => {
    const { totals } = aSummary();
    const summary = aSummary({
      totals: { ...totals, total: 7, notSelected: 4 },
      news: { ...none, before },
      failures: [{ title: 'a', file: 'b', class: 'suite', message: 'c' }],
    });

    const { text } = chatMessage(summary, { budget: Number.MAX_SAFE_INTEGER });

    expect(text).toContain('\n\n3 cases: 2 passed');
    expect(text).toContain('Since 2026-11-23: nothing is new.');
    expect(text).toMatch(/\n\n2 would be counted by the monthly quota, 3 sent\.$/);
  });

  it.each([
    ['a [b] <c> `d` *e* @f', 'a ［b］ ＜c＞ ｀d｀ ＊e＊ ＠f'],
    ['https://example.com', 'https:// example.com'],
    ['x'.repeat(120), 'x'.repeat(120)],
    ['x'.repeat(121), `${'x'.repeat(120)}…`],
  ])('shows %s as plain text', (reason, want) => {
    const skips = [{ title: 'a', file: 'b', reason }];

    expect(chatMessage(aSummary({ skips }), night).text).toContain(`\n\n- 1: ${want}\n\n`);
  });

  it('ends before the part that would be too much for the robot', () => {
    const url = (bytes: number): string => 'x'.repeat(bytes - '[Reports]()'.length);
    const short = Buffer.byteLength(JSON.stringify(chatMessage(aSummary(), night).text));
    const rest = 16_000 - short - JSON.stringify('\n\n').length + 2;
    const textWith = (bytes: number): string =>
      chatMessage(aSummary(), { ...night, reportUrl: url(bytes) }).text;

    expect(Buffer.byteLength(JSON.stringify(textWith(rest)))).toBe(16_000);
    expect(textWith(rest + 1)).toBe(chatMessage(aSummary(), night).text);
  });

  it('mentions nobody, links nowhere else, and takes no Markdown from a title', () => {
    const title = 'refuses @manager01 [x](https://evil.example.com) **loud**\nmore';
    const { text } = chatMessage(aSummary({ causes: [aCause({ what: title })] }), night);

    expect(text).not.toMatch(/@|https:\/\/evil|\*\*loud|\]\(|more/);
  });

  it('fits into what the robot takes, whatever has failed', () => {
    const many = Array.from({ length: 500 }, (_, index) => failure(`${index} ${'公告'.repeat(500)}`));
    const skips = many.map(({ title, file }) => ({ title, file, reason: title }));
    const news = { before, new: many, still: many, notRun: many, fixed: many };
    const message = chatMessage(aSummary({ news, skips, problems: many.map(({ title }) => title) }), night);

    expect(Buffer.byteLength(bodyOf(message, 'x'.repeat(36)))).toBeLessThan(maxBodyBytes);
    expect(message.text).toMatch(/^#### DingTalk/);
  });
});
