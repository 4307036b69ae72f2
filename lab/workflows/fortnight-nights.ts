import type { SimulatedNight, Trouble } from './fortnight';

const deleting: Trouble = {
  titles: ['blackboard/delete R5: what was deleted is gone', 'blackboard/delete R6: says success'],
  message:
    'POST /topapi/blackboard/delete (blackboard/delete 删除公告) broke its contract: the body is not JSON',
};
const listing: Trouble = {
  titles: ['report/list R1: lists the newest first'],
  message:
    'POST /topapi/report/list (report/list 获取日志列表) broke its contract: /result/has_more is missing',
};
const permission: Trouble = {
  titles: ['hrm/queryonjob R1: lists those at work'],
  message: 'its credentials were refused: the app has no permission for HR',
};

const ticket = { cause: '64b1ca39', reason: 'ticket 7', owner: '王主管', expires: '2026-11-21' };

/** What a night has to say, in pieces of its text: to the terminal, to the chat, on the page for CI. */
interface Says {
  readonly verdict: string;
  readonly terminal: readonly string[];
  readonly chat: readonly string[];
  readonly markdown: readonly string[];
}

const link = (cause: string): string =>
  `[cause ${cause}](https://reports.example.com/index.html#cause=${cause})`;
const killed =
  'run n22 of 2026-11-22 did not come to its end; under way: blackboard/delete R5: what was deleted is gone';

/** A fortnight on one tenant. What is wrong appears, stays, comes and goes, and is mended; what may befall a night befalls one. */
export const fortnight: readonly (SimulatedNight & { readonly says: Says })[] = [
  {
    day: '2026-11-16',
    says: {
      verdict: 'passed 0',
      terminal: ['PASSED  5 cases, 0 failed'],
      chat: ['#### DingTalk API suite: passed\n\n5 cases: 5 passed, 0 failed, 0 skipped'],
      markdown: ['| Cases | 5: 5 passed, 0 failed, 0 skipped |'],
    },
  },
  {
    day: '2026-11-17',
    troubles: [deleting],
    says: {
      verdict: 'failed 1',
      terminal: [
        'failed    [product] blackboard/delete: broke its contract: the body is not JSON\n',
        '2 cases, new;',
        '(cause 64b1ca39)',
      ],
      chat: ['Since 2026-11-16: 2 new.', `2 cases, new · ${link('64b1ca39')}`],
      markdown: ['- **new** [product] blackboard/delete: broke its contract', 'cause `64b1ca39`'],
    },
  },
  {
    day: '2026-11-18',
    troubles: [deleting],
    leftOut: [deleting.titles[1] ?? ''],
    says: {
      verdict: 'failed 1',
      terminal: [
        '1 case, since 2026-11-17, 2 nights in a row',
        '1 still failing, 1 not run again',
        '(1 others not selected)',
      ],
      chat: ['Since 2026-11-17: 1 still failing, 1 not run again.', '**Not run again (1)**'],
      markdown: ['### Failed when they last ran, not run this time (1)'],
    },
  },
  {
    day: '2026-11-19',
    notStarted: 'The doctor says that a run cannot start.\n[FIX] the secret is wrong',
    says: {
      verdict: 'not started 2',
      terminal: ['NOT STARTED  The doctor says that a run cannot start\n  since'],
      chat: [
        'The run could not start on',
        'The doctor says that a run cannot start.\n- ［FIX］ the secret is wrong',
      ],
      markdown: ['## DingTalk API suite: not started', '[tenant] The doctor says'],
    },
  },
  {
    day: '2026-11-20',
    troubles: [deleting, listing, permission],
    says: {
      verdict: 'failed 1',
      terminal: [
        '2 new, 2 still failing\n',
        '2 cases, since 2026-11-17, 3 nights in a row',
        '[tenant] hrm/queryonjob',
      ],
      chat: [
        `- **[product]** report/list: broke its contract: /result/has_more is missing: 1 case, new · ${link('748eb510')}\n- **[tenant]**`,
      ],
      markdown: ['### Causes (3)\n\n- **new** [product] report/list'],
    },
  },
  {
    day: '2026-11-21',
    troubles: [deleting],
    knownIssues: [ticket],
    says: {
      verdict: 'passed 0',
      terminal: [
        'PASSED  5 cases, 2 failed (2 known)',
        'known     [product]',
        'known issue: ticket 7 (王主管, until 2026-11-21)',
        '2 still failing, 2 fixed',
      ],
      chat: [
        '5 cases: 3 passed, 2 failed (2 known), 0 skipped',
        'known issue: ticket 7 (王主管, until 2026-11-21)',
      ],
      markdown: ['- **known** [product] blackboard/delete', '### Fixed (2)'],
    },
  },
  { day: '2026-11-22', isKilled: true, says: { verdict: 'killed', terminal: [], chat: [], markdown: [] } },
  {
    day: '2026-11-23',
    troubles: [deleting, listing],
    knownIssues: [ticket],
    says: {
      verdict: 'failed 1',
      terminal: [
        `killed    ${killed}`,
        'the known issue of cause 64b1ca39 has expired on 2026-11-21, and it still fails: ticket 7',
      ],
      chat: [killed, 'has expired on 2026-11-21', 'Since 2026-11-21: 1 new, 2 still failing.'],
      markdown: [`- ${killed}`, 'has expired on 2026-11-21'],
    },
  },
  {
    day: '2026-11-24',
    brokenOff: {
      file: 'specs/report/list.spec.ts',
      message: 'A jest worker process was terminated by another process: signal=SIGKILL',
    },
    says: {
      verdict: 'failed 1',
      terminal: ['[suite] A jest worker process was terminated', '1 new, 1 not run again, 2 fixed'],
      chat: ['**[suite]** A jest worker process was terminated', '**Fixed (2)**'],
      markdown: [
        '**new** [suite] A jest worker process',
        '- [product] report/list R1: lists the newest first, since 2026-11-23',
      ],
    },
  },
  {
    day: '2026-11-25',
    brokenOff: { file: 'specs/hrm/queryonjob.spec.ts', message: 'SyntaxError: Unexpected token' },
    says: {
      verdict: 'failed 1',
      terminal: [
        '[suite] Unexpected token',
        'first «specs/hrm/queryonjob.spec.ts › ran to its end»',
        '1 new, 2 fixed',
      ],
      chat: [
        '**[suite]** Unexpected token',
        '- [suite] specs/report/list.spec.ts › ran to its end, since 2026-11-24',
      ],
      markdown: ['**new** [suite] Unexpected token'],
    },
  },
  {
    day: '2026-11-26',
    knownIssues: [{ ...ticket, expires: '2026-12-24' }],
    says: {
      verdict: 'failed 1',
      terminal: [
        'FAILED  5 cases, 0 failed',
        'the known issue of cause 64b1ca39 is fixed, take it out of the known issues: ticket 7',
      ],
      chat: ['the known issue of cause 64b1ca39 is fixed, take it out'],
      markdown: ['- the known issue of cause 64b1ca39 is fixed, take it out'],
    },
  },
  {
    day: '2026-11-27',
    missing: ['shard 3 of 3 is missing: its cases were not run, or its reports were not given'],
    says: {
      verdict: 'partial 0',
      terminal: ['missing   shard 3 of 3 is missing'],
      chat: ['shard 3 of 3 is missing', 'Since 2026-11-26: nothing failed then or now.'],
      markdown: ['### Parts of the run that are not there (1)\n\n- shard 3 of 3 is missing'],
    },
  },
  {
    day: '2026-11-28',
    troubles: [listing],
    says: {
      verdict: 'failed 1',
      terminal: ['1 case, new, flaky: failed in 3 of 7 runs'],
      chat: ['1 case, new, flaky: failed in 3 of 7 runs'],
      markdown: ['1 case, new, flaky: failed in 3 of 7 runs'],
    },
  },
  {
    day: '2026-11-29',
    says: {
      verdict: 'passed 0',
      terminal: ['since     2026-11-28: 1 fixed'],
      chat: [
        'Since 2026-11-28: 1 fixed.',
        '- [product] report/list R1: lists the newest first, since 2026-11-28',
      ],
      markdown: ['### Fixed (1)'],
    },
  },
];
