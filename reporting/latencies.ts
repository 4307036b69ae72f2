import type { Exchange } from '../client/exchange';

/** How long an endpoint took to answer, in milliseconds; calls without an answer are not among them. */
export interface Latency {
  readonly endpoint: string;
  readonly answers: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly slowestMs: number;
}

/** The latencies of a run, an entry for each endpoint that answered, by its id. */
export function latenciesOf(exchanges: readonly Exchange[]): Latency[] {
  const times = new Map<string, number[]>();
  for (const { endpoint, status, durationMs } of exchanges) {
    if (status === undefined) continue;
    const known = times.get(endpoint);
    if (known) known.push(durationMs);
    else times.set(endpoint, [durationMs]);
  }
  return [...times]
    .map(([endpoint, all]) => ({ endpoint, ...figures(all.sort((a, b) => a - b)) }))
    .sort((a, b) => a.endpoint.localeCompare(b.endpoint));
}

function figures(sorted: readonly number[]): Omit<Latency, 'endpoint'> {
  // The nearest rank: a time that was measured, never one between two.
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { answers: sorted.length, medianMs: at(0.5), p95Ms: at(0.95), slowestMs: at(1) };
}
