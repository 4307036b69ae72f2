import { performance } from 'node:perf_hooks';
import { Client } from '../../client/client';
import { guardFor } from '../../client/guard';
import { Redactor } from '../../client/redaction/redact';
import { startEmulator } from '../../emulator/server';
import { listAnnouncementIds } from '../../schemas';
import { median } from './measure';

const rounds = 5;
const callsPerRound = 200;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function startTimes(): Promise<number[]> {
  const starts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    starts.push(await timed(async () => (await startEmulator()).close()));
  }
  return starts;
}

/** What the parts of a call take in one process, and how many times a bare call that is. */
export interface Layers {
  /** Milliseconds to start and stop an embedded tenant, and of one call by bare `fetch` and by the client. */
  readonly start: number;
  readonly bare: number;
  readonly client: number;
}

/** Measures a call by the client (contract, record, redaction) against one by bare `fetch`: medians of rounds in turn. */
export async function measureLayers(): Promise<Layers> {
  const starts = await startTimes();
  const emulator = await startEmulator();
  const token = emulator.tenant.tokens.issue(emulator.app.appKey);
  const client = new Client({
    urls: { oapi: emulator.url, api: emulator.url },
    timeoutMs: 10_000,
    tokens: { current: () => Promise.resolve(token), renew: () => Promise.resolve(token) },
    redactor: new Redactor(),
    record: () => undefined,
    notice: () => undefined,
    guard: guardFor({ people: [], mayChange: () => false }),
    saw: () => undefined,
    pace: () => Promise.resolve(() => undefined),
    retries: false,
    strict: true,
  });
  const request = { query_request: { operation_userid: emulator.people.operator, page: 1, page_size: 30 } };
  const body = JSON.stringify(request);
  const url = `${emulator.url}${listAnnouncementIds.path}?access_token=${token}`;
  const headers = { 'content-type': 'application/json' };
  const [plain, ours]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    plain.push(
      await timed(() => repeat(async () => (await fetch(url, { method: 'POST', headers, body })).json())),
    );
    ours.push(await timed(() => repeat(() => client.must(listAnnouncementIds, request))));
  }
  await emulator.close();
  return {
    start: median(starts),
    bare: median(plain) / callsPerRound,
    client: median(ours) / callsPerRound,
  };
}

async function repeat(call: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < callsPerRound; count += 1) await call();
}
