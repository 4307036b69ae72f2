import type { Latency } from './latencies';
import type { Case } from './records/cases';
import { notSelected } from './records/results';

/** How a topic went in one run: how many cases passed, failed and were skipped, and the 95th percentile of its answers in milliseconds. */
export type TopicNight = readonly [passed: number, failed: number, skipped: number, p95Ms: number | null];

/** What a run left of each topic, for the runs after it. */
export type TopicNights = Readonly<Record<string, TopicNight>>;

/** What a spec file is about: the id of its endpoint, or the name of the flow. */
export const topicOf = (file: string): string => file.replace(/^specs\/|\.spec\.ts$/g, '');

/** Counts the cases of a run by topic; those that were not selected count nowhere. */
export function topicNights(
  cases: readonly Pick<Case, 'file' | 'status' | 'reason'>[],
  latencies: readonly Latency[],
): TopicNights {
  const nights = new Map<string, { passed: number; failed: number; skipped: number; p95: number | null }>();
  const night = (topic: string) => {
    const known = nights.get(topic) ?? { passed: 0, failed: 0, skipped: 0, p95: null };
    nights.set(topic, known);
    return known;
  };
  for (const { file, status, reason } of cases)
    if (reason?.startsWith(notSelected) !== true) night(topicOf(file))[status] += 1;
  for (const { endpoint, p95Ms } of latencies) night(endpoint).p95 = p95Ms;
  const sorted = [...nights].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([topic, { passed, failed, skipped, p95 }]) => [topic, [passed, failed, skipped, p95]]),
  );
}
