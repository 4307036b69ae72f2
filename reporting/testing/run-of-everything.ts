import type { KnownCause } from '../history';
import { pageData, type PageData } from '../pages/page-data';
import type { Case } from '../records/cases';
import type { Summary } from '../summary';
import { aCase, aCause, anExchange, aSummary } from './sample';

const file = 'specs/blackboard/delete.spec.ts';
const injected = '<b class="injected">公告</b>';
const since = '2026-11-20T00:00:00.000Z';

/** A run that has something for every part of the page, after three others. */
export function aRunOfEverything(): PageData {
  const past = [1, 2, 3].map((day) => ({
    startedAt: `2026-11-2${day}T00:00:00.000Z`,
    open: [],
    verdict: 'passed',
    topics: { 'blackboard/create': [1, 0, 0, day * 10] as const },
  }));
  return pageData(summaryOfEverything(), casesOfEverything(), past);
}

function casesOfEverything(): Case[] {
  const reply = '{"request_id":"request-id-7"}';
  const broken = anExchange({ endpoint: 'blackboard/delete', outcome: 'broken', responseBody: reply });
  const exchanges = [anExchange(), broken];
  const failed = { status: 'failed', file, messages: [`- true\n+ ${injected}`] } as const;
  const rests = { asserted: ['blackboard/delete/R1'], claims: ['documented', 'inferred'] } as const;
  return [
    aCase(),
    aCase({ ...failed, title: 'deletes', exchanges, ...rests }),
    aCase({ ...failed, title: 'deletes twice', exchanges, blockedBy: 'deletes' }),
    aCase({ ...failed, title: 'lists', exchanges: [anExchange({ responseBody: 'x'.repeat(3000) })] }),
    aCase({ title: 'waits', status: 'skipped', reason: 'needs qyapi_x: https://open.dingtalk.com/apply' }),
  ];
}

function causesOfEverything(): KnownCause[] {
  const of = (...titles: string[]): KnownCause['cases'] => titles.map((title) => ({ title, file }));
  const old = { isNew: false, nights: 4, since, flaky: { failed: 3, of: 9 } };
  const said = { reason: 'ticket 7', link: 'https://example.com/7', owner: '王主管', expires: '2026-12-24' };
  const known = aCause({ id: 'feedbeef', endpoint: 'blackboard/listids', ...old, cases: of('lists') });
  return [
    aCause({
      ...{ expected: 'true', got: injected, blocked: 1, docs: 'https://open.dingtalk.com/x' },
      cases: of('deletes', 'deletes twice'),
    }),
    Object.assign(known, { knownIssue: said }),
  ];
}

function summaryOfEverything(): Summary {
  const { coverage } = aSummary();
  const refused = {
    title: '日志',
    status: 'refused',
    needed: true,
    scopes: ['qyapi_x'],
    code: '88',
    note: 'it was not asked',
    noteZh: '没有调用',
  } as const;
  const fixed = { title: 'old', file, class: 'product', since, seen: since } as const;
  return aSummary({
    ...{ verdict: 'failed', startedAt: '2026-11-30T00:00:00.000Z', causes: causesOfEverything() },
    ...{ problems: [injected], leftBehind: ['公告'] },
    totals: { ...aSummary().totals, total: 5, passed: 1, failed: 3, skipped: 1, blocked: 1 },
    findings: [{ kind: 'inferred', endpoint: 'report/list', message: injected, cases: 2 }],
    capabilities: { askedAt: since, endpoints: [{ endpoint: 'report/list', ...refused }] },
    news: { before: since, new: [], still: [], notRun: [], fixed: [fixed] },
    // All of its thousand names would keep the look for violations busy.
    coverage: {
      ...coverage,
      endpoints: coverage.endpoints.slice(0, 2),
      untestable: coverage.untestable.slice(0, 2),
    },
  });
}
