import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { FileSystemWriter, ReporterRuntime } from 'allure-js-commons/sdk/reporter';
import { Client } from '../../client/client';
import { judge } from '../../client/contract';
import type { Exchange } from '../../client/exchange';
import { guardFor } from '../../client/guard';
import { transmit, type WireReply } from '../../client/http';
import { Redactor } from '../../client/redaction/redact';
import { startEmulator } from '../../emulator/server';
import { CaseRecord } from '../../runner/jest/case-record';
import { allureMessages } from '../../runner/jest/allure-messages';
import { redacting } from '../../runner/jest/allure-writer';
import { listAnnouncementIds } from '../../schemas';
import { median } from './measure';

const rounds = 5;
const callsPerRound = 200;
const secrets = 40;

/** What one thing takes: milliseconds, in one process and one after the other. */
export type Timed = readonly [what: string, milliseconds: number];

/** What is done for one call, each alone, after the bare call; medians of rounds in turn. `folder` is written to. */
export async function measureLayers(folder: string): Promise<Timed[]> {
  mkdirSync(folder, { recursive: true });
  const emulator = await startEmulator();
  try {
    const token = emulator.tenant.tokens.issue(emulator.app.appKey);
    const operator = emulator.people.operator;
    const works = await worksOn(emulator.url, token, operator, folder);
    const taken = works.map((): number[] => []);
    for (let round = 0; round < rounds; round += 1)
      for (const [index, [, work]] of works.entries()) taken[index]?.push(await timePerCall(work));
    return works.map(([what], index) => [what, median(taken[index] ?? [])]);
  } finally {
    await emulator.close();
  }
}

type Work = readonly [what: string, work: (call: number) => unknown];

async function worksOn(url: string, token: string, operator: string, folder: string): Promise<Work[]> {
  const request = { query_request: { operation_userid: operator, page: 1, page_size: 30 } };
  const wire = {
    method: 'POST' as const,
    url: `${url}${listAnnouncementIds.path}?access_token=${token}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    timeoutMs: 10_000,
  };
  const reply = await transmit(wire);
  const recorded: Exchange[] = [];
  const redactor = someSecrets();
  const client = clientOn(url, token, redactor, recorded);
  await client.must(listAnnouncementIds, request);
  const [exchange] = recorded as [Exchange];
  return [
    ['a bare `fetch`', async () => (await fetch(wire.url, { ...wire })).text()],
    ['supertest', () => transmit(wire)],
    [
      'the client: supertest, guard, contract, record, redaction',
      () => client.must(listAnnouncementIds, request),
    ],
    ['of it the contract', () => judged(reply)],
    ['redaction of a record of new texts', (call) => redactor.redactValue(numbered(exchange, call))],
    [
      'a line of the raw records',
      () => {
        appendFileSync(join(folder, 'cases.ndjson'), `${JSON.stringify(exchange)}\n`);
      },
    ],
    [
      'Allure: a result and an exchange on the disk',
      writesAllure(join(folder, 'allure'), redactor, exchange),
    ],
  ];
}

const judged = (reply: WireReply): unknown =>
  judge(listAnnouncementIds, reply, { strict: true, notice: () => undefined });

const numbered = (exchange: Exchange, call: number): Exchange => ({
  ...exchange,
  responseBody: `${exchange.responseBody ?? ''}${call}`,
  curl: `${exchange.curl}${call}`,
});

function clientOn(url: string, token: string, redactor: Redactor, recorded: Exchange[]): Client {
  return new Client({
    urls: { oapi: url, api: url },
    timeoutMs: 10_000,
    tokens: { current: () => Promise.resolve(token), renew: () => Promise.resolve(token) },
    redactor,
    record: (exchange) => {
      recorded.push(exchange);
    },
    notice: () => undefined,
    guard: guardFor({ people: [], mayChange: () => false }),
    saw: () => undefined,
    pace: () => Promise.resolve(() => undefined),
    retries: false,
    strict: true,
  });
}

// As many as a full run comes to know.
function someSecrets(): Redactor {
  const texts = Array.from(
    { length: secrets },
    (_, index) => `${index}f9e8d7c6b5a49382716${index}e4d3c2b1a0`,
  );
  return new Redactor(texts.map((text) => ({ text, name: 'DINGTALK_ACCESS_TOKEN' })));
}

function writesAllure(folder: string, redactor: Redactor, exchange: Exchange): () => void {
  const writer = redacting(new FileSystemWriter({ resultsDir: folder }), redactor, folder);
  const runtime = new ReporterRuntime({ writer });
  const record = new CaseRecord();
  record.took(exchange);
  const outcome = { record, startedAt: exchange.startedAt, durationMs: 1 };
  return () => {
    const test = runtime.startTest({ name: 'lists', fullName: 'specs/blackboard/listids.spec.ts lists' }, []);
    runtime.applyRuntimeMessages(test, allureMessages([exchange.endpoint], 'lists', outcome));
    runtime.stopTest(test);
    runtime.writeTest(test);
  };
}

async function timePerCall(work: Work[1]): Promise<number> {
  const startedAt = performance.now();
  for (let call = 0; call < callsPerRound; call += 1) await work(call);
  return (performance.now() - startedAt) / callsPerRound;
}
