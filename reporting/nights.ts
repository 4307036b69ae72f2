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
  const taken = cases.filter(({ reason }) => reason?.startsWith(notSelected) !== true);
  const p95 = new Map(latencies.map(({ endpoint, p95Ms }) => [endpoint, p95Ms]));
  const topics = new Set([...taken.map(({ file }) => topicOf(file)), ...p95.keys()]);
  const count = (topic: string, wanted: Case['status']): number =>
    taken.filter(({ file, status }) => status === wanted && topicOf(file) === topic).length;
  return Object.fromEntries(
    [...topics]
      .sort()
      .map((topic) => [
        topic,
        [count(topic, 'passed'), count(topic, 'failed'), count(topic, 'skipped'), p95.get(topic) ?? null],
      ]),
  );
}
