import { aCause, aSummary } from '../testing/sample';
import type { OpenFailure } from '../news';
import { summaryMarkdown } from './summary-markdown';

const [before, since] = ['2026-08-13T12:00:00.000Z', '2026-08-10T12:00:00.000Z'];
const open = (title: string): OpenFailure => ({ title, file: 'a.ts', class: 'tenant', since, seen: before });
const news = { before, new: [], still: [], notRun: [], fixed: [] };

describe('A summary as Markdown', () => {
  it('is a table of facts when all is well', () => {
    expect(summaryMarkdown(aSummary())).toBe(
      [
        '## DingTalk API suite: passed',
        '',
        '| | |',
        '| --- | --- |',
        '| Cases | 2: 2 passed, 0 failed, 0 skipped |',
        '| Where | the embedded tenant, profile full, run a1b2c3 |',
        '| Took | 14.2 s |',
        '| Calls | 3 sent, of which 2 would be counted by the monthly quota |',
        '| Quota | planned 2 counted calls, made 2 (+0 %) |',
        '',
        '',
      ].join('\n'),
    );
  });

  it('lists whatever a reader has to act on, and which causes are new', () => {
    const skip = { title: 'c', file: 'a.ts', reason: 'no permission' };
    const summary = aSummary({
      verdict: 'failed',
      totals: { total: 9, passed: 2, failed: 2, skipped: 5, blocked: 0, known: 0, notSelected: 3 },
      problems: ['html could not be written'],
      causes: [aCause({ expected: '1', got: '2' }), aCause({ isNew: false, since, nights: 3, blocked: 1 })],
      news: {
        ...news,
        new: [open('breaks'), open('shifts')],
        notRun: [open('waits')],
        fixed: [open('mended')],
      },
      skips: [{ ...skip, reason: 'rare' }, skip, skip],
      findings: [{ kind: 'undocumented field', endpoint: 'report/list', message: 'x is new', cases: 2 }],
    });

    expect(summaryMarkdown(summary)).toBe(
      [
        '## DingTalk API suite: failed',
        [
          '| | |',
          '| --- | --- |',
          '| Cases | 6: 2 passed, 2 failed, 3 skipped |',
          '| Where | the embedded tenant, profile full, run a1b2c3 |',
          '| Took | 14.2 s |',
          '| Calls | 3 sent, of which 2 would be counted by the monthly quota |',
          '| Quota | planned 2 counted calls, made 2 (+0 %) |',
          '| Since 2026-08-13 | 2 new, 1 not run again, 1 fixed |',
        ].join('\n'),
        '### Something is wrong with the run itself (1)',
        '- html could not be written',
        '### Causes (2)',
        [
          '- **new** [product] blackboard/delete: broke its contract; expected 1; got 2; 1 case, new; cause `0a1b2c3d`',
          '- [product] blackboard/delete: broke its contract; 1 case (1 blocked), since 2026-08-10, 3 nights in a row; cause `0a1b2c3d`',
        ].join('\n'),
        '### Fixed (1)',
        '- [tenant] mended, since 2026-08-10',
        '### Failed when they last ran, not run this time (1)',
        '- [tenant] waits, since 2026-08-10',
        '### Skipped (3)',
        '- 2 cases: no permission\n- 1 case: rare',
        '### Findings (1)',
        '- report/list: x is new (2 cases)',
        '',
      ].join('\n\n'),
    );
  });

  it('says that the chat was not told, and why', () => {
    const text = summaryMarkdown(aSummary({ lostMessage: 'the robot refused: 7' }));

    expect(text).toContain('\n| Chat | not told: the robot refused: 7 |\n');
  });

  it('tells known issues from other failures', () => {
    const totals = { ...aSummary().totals, passed: 1, failed: 1, known: 1 };
    const text = summaryMarkdown(
      aSummary({ totals, causes: [aCause({ knownIssue: { reason: 'ticket #7' } })] }),
    );

    expect(text).toContain('1 passed, 1 failed (1 known), 0 skipped');
    expect(text).toContain(
      '- **known** [product] blackboard/delete: broke its contract; known issue: ticket \\#7; 1',
    );
  });

  it('says so when the run before was no different', () => {
    expect(summaryMarkdown(aSummary({ news }))).toContain('\n| Since 2026-08-13 | nothing is new |\n');
  });

  it('takes no markup and no mention from a text, and the start of a long one only', () => {
    const problems = ['\\`*_[x]<b>#|@me', `${'x'.repeat(300)}y`];

    expect(summaryMarkdown(aSummary({ problems }))).toContain(
      `\n- \\\\\\\`\\*\\_\\[x\\]\\<b\\>\\#\\|\\@me\n- ${'x'.repeat(300)}\n`,
    );
  });

  it.each([
    { count: 50, end: '- 49\n\n' },
    { count: 51, end: '- 49\n- and 1 more, in the reports\n\n' },
  ])('lists 50 of a kind at most: of $count', ({ count, end }) => {
    const problems = Array.from({ length: count }, (_, index) => String(index));

    expect(summaryMarkdown(aSummary({ problems }))).toContain(`- 48\n${end}`);
  });
});
