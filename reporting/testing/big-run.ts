import type { PastRun } from '../news';
import type { Case } from '../records/cases';
import { summarize, type Summary } from '../summary';
import { aRun } from './run-jest';
import { aCase, anExchange, aSummary } from './sample';
import { endpoints } from '../../schemas';
import { coverageOf } from '../coverage/coverage';

const day = 86_400_000;
const nights = 29;

/** A run of so many cases over every endpoint, of which every `failing`th failed and every 50th was skipped, after 29 others. */
export function aBigRun(
  count: number,
  failing: number,
): { summary: Summary; cases: Case[]; past: PastRun[] } {
  const startedAt = Date.parse('2026-11-30T00:00:00Z');
  const cases = Array.from({ length: count }, (_, index) => bigCase(index, failing));
  const past = Array.from({ length: nights }, (_, index) => pastRun(startedAt - (nights - index) * day));
  const { quota, agree } = aSummary();
  const exchanges = cases.flatMap((each) => each.exchanges);
  const summary = summarize({
    ...{ run: aRun({ startedAt }), cases, quota, agree, problems: [], isStarted: true },
    results: {
      startedAt,
      endedAt: startedAt + 600_000,
      files: [{ file: 'a', startedAt, endedAt: 1, cases }],
    },
    exchanges,
    coverage: coverageOf(cases, exchanges),
    findings: [],
    before: { startedAt: new Date(startedAt - day).toISOString(), open: [], past },
  });
  return { summary, cases, past };
}

function bigCase(index: number, failing: number): Case {
  const { id = '' } = endpoints[index % endpoints.length] ?? {};
  const title = `${id} R${index}: 标题里有表情、引号和换行时，what was sent is read back as it was`;
  const common = { file: `specs/${id}.spec.ts`, title, name: title, describe: [id], durationMs: index % 300 };
  const asserted = [`${id}#errcode`];
  if (index % failing === 0) return { ...common, ...failedCase(id, index) };
  return index % 50 === 7
    ? aCase({ ...common, status: 'skipped', reason: 'the tenant has no announcement category' })
    : aCase({ ...common, asserted, claims: ['documented'] });
}

function failedCase(endpoint: string, index: number): Case {
  const reply = { errcode: 0, request_id: `id-${index}`, result: 'x'.repeat(index % 5000) };
  const exchange = {
    endpoint,
    responseBody: JSON.stringify(reply),
    outcome: 'broken: /result must be boolean',
  };
  return aCase({
    status: 'failed',
    failureClass: 'product',
    messages: [
      `- Expected\n- ${index % 40}\n+ Received\n+ "yes"\nendpoint ${endpoint} says so in word ${letters(index % 40)}`,
    ],
    exchanges: Array.from({ length: 8 }, () => anExchange(exchange)),
  });
}

const letters = (index: number): string =>
  String.fromCharCode(97 + (index % 26)).repeat(1 + Math.floor(index / 26));

const pastRun = (at: number): PastRun => ({
  startedAt: new Date(at).toISOString(),
  open: [],
  verdict: 'passed',
  topics: Object.fromEntries(
    endpoints.map(({ id }, index) => [id, [20, 0, 0, 20 + ((at / day) % (index + 3))]]),
  ),
});
