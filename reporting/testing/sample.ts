import type { Exchange } from '../../client/exchange';
import type { Case } from '../records/cases';
import { coverageOf } from '../coverage/coverage';
import { observedIn } from '../observed';
import type { KnownCause } from '../history';
import type { CaseResult } from '../records/results';
import { reportPaths, type Summary } from '../summary';

/** A call of `blackboard/create` that was answered well. */
export function anExchange(overrides: Partial<Exchange> = {}): Exchange {
  return {
    endpoint: 'blackboard/create',
    method: 'POST',
    url: 'https://oapi.dingtalk.com/topapi/blackboard/create?access_token=<DINGTALK_ACCESS_TOKEN>',
    requestHeaders: { 'content-type': 'application/json' },
    requestBody: '{"create_request":{"title":"入职须知"}}',
    status: 200,
    responseHeaders: { 'content-type': 'application/json' },
    responseBody: '{"errcode":0,"result":true}',
    startedAt: 1000,
    durationMs: 12,
    attempt: 1,
    outcome: 'ok',
    counted: true,
    curl: 'curl -sS -X POST ...',
    docs: 'https://open.dingtalk.com/document/development/create-an-enterprise-announcement',
    ...overrides,
  };
}

/** A case that passed. */
export function aResult(overrides: Partial<CaseResult> = {}): CaseResult {
  return {
    title: 'blackboard/create stores one',
    describe: ['blackboard/create'],
    name: 'stores one',
    status: 'passed',
    startedAt: 1000,
    durationMs: 20,
    messages: [],
    attempts: 1,
    ...overrides,
  };
}

/** A case that passed, with all that is known of it. */
export function aCase(overrides: Partial<Case> = {}): Case {
  return { ...aResult(), file: 'specs/blackboard/create.spec.ts', exchanges: [], findings: [], ...overrides };
}

/** A cause that one case told of for the first time. */
export function aCause(overrides: Partial<KnownCause> = {}): KnownCause {
  return {
    id: '0a1b2c3d',
    class: 'product',
    endpoint: 'blackboard/delete',
    what: 'broke its contract',
    cases: [{ title: 'it fails', file: 'specs/a.spec.ts' }],
    blocked: 0,
    chain: { calls: [], script: '' },
    since: '2026-08-14T07:30:05.000Z',
    isNew: true,
    nights: 1,
    ...overrides,
  };
}

/** The summary of a run of two cases that passed. */
export function aSummary(overrides: Partial<Summary> = {}): Summary {
  const totals = { total: 2, passed: 2, failed: 0, skipped: 0 };
  return {
    version: 1,
    verdict: 'passed',
    exitStatus: 0,
    run: 'a1b2c3',
    target: 'emulator',
    profile: 'full',
    urls: { oapi: 'https://oapi.dingtalk.com', api: 'https://api.dingtalk.com' },
    startedAt: '2026-08-14T07:30:05.000Z',
    durationMs: 14_200,
    totals: { ...totals, blocked: 0, known: 0, notSelected: 0 },
    calls: { total: 3, counted: 2, perEndpoint: { 'blackboard/create': { calls: 3, counted: 2 } } },
    quota: { planned: { counted: 2, free: 1 }, made: { counted: 2, free: 1 }, differencePercent: 0 },
    failures: [],
    causes: [],
    knownIssues: [],
    unfinished: [],
    news: { new: [], still: [], notRun: [], fixed: [] },
    skips: [],
    findings: [],
    leftBehind: [],
    missing: [],
    coverage: coverageOf([], []),
    ...observedIn([]),
    topics: { 'blackboard/create': [2, 0, 0, 12] },
    problems: [],
    reports: reportPaths,
    agree: { jest: totals, html: totals, allure: totals, junit: totals },
    ...overrides,
  };
}
