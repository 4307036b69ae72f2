/** `npm run bench`. */
import { performance } from 'node:perf_hooks';
import { Client } from '../../client/client';
import { guardFor } from '../../client/guard';
import { Redactor } from '../../client/redaction/redact';
import { startEmulator } from '../../emulator/server';
import { listAnnouncementIds } from '../../schemas';
import { commandLine } from '../../runner/cli/command-line';
import { withProgress } from '../../runner/cli/progress';
import { start } from '../../runner/cli/start';

const { language } = commandLine({
  command: 'npm run bench',
  says: {
    en: "Measures what the suite's own parts cost, on the embedded tenant of this machine. Compare ratios, not times.",
    zh: '在本机的内置模拟租户上测量测试框架自身的开销。请比较比值，而不是绝对时间。',
  },
  statuses: { 0: { en: 'measured', zh: '完成' } },
});

const rounds = 5;
const callsPerRound = 200;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function startTimes(): Promise<number[]> {
  const starts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    starts.push(await timed(async () => (await startEmulator()).close()));
  }
  return starts;
}

async function measured(): Promise<string> {
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
  const [perPlain, perOurs] = [median(plain) / callsPerRound, median(ours) / callsPerRound];
  return [
    `embedded tenant, start and stop: ${median(starts).toFixed(1)} ms`,
    `a call by plain fetch:            ${perPlain.toFixed(2)} ms`,
    `a call by the client:             ${perOurs.toFixed(2)} ms (contract, record, redaction), ratio ${(perOurs / perPlain).toFixed(2)}`,
    `(medians of ${rounds} rounds of ${callsPerRound} calls)`,
    '',
  ].join('\n');
}

async function repeat(call: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < callsPerRound; count += 1) await call();
}

start(async () => {
  const text = await withProgress(language, () => ({ en: 'measuring', zh: '正在测量' }), measured);
  process.stdout.write(text);
});
