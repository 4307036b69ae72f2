import type { Exchange } from '../client/exchange';
import { endpoints } from '../schemas';
import type { Source } from '../schemas/endpoint';
import { gatewayFacts } from '../schemas/gateways';
import type { Case } from './records/cases';
import { latenciesOf, type Latency } from './latencies';
import { topicNights, type TopicNights } from './nights';
import { neverSeen, type NeverSeen } from './never-seen';
import { readRecordings } from './records/recordings';
import { contradictionsSettled, type Contradictions } from './settled';
import { assertionsOf, sourcesOf, type Sources } from './sources';

/** What a run has learned of the tenant, beyond which cases passed. */
export interface Observed {
  readonly latencies: readonly Latency[];
  /** How the cases of each endpoint and each flow ended, and how slowly it answered. */
  readonly topics: TopicNights;
  /** Documented fields that no success had. */
  readonly neverSeen: readonly NeverSeen[];
  readonly contradictions: Contradictions;
  /** Where the expectations come from. */
  readonly sources: Sources;
  /** What the cases that passed have asserted, by the source of each assertion. */
  readonly assertions: Readonly<Record<Source, number>>;
}

/** Reads it off the calls of the run and off its cases. */
export function observedIn(exchanges: readonly Exchange[], cases: readonly Case[] = []): Observed {
  const latencies = latenciesOf(exchanges);
  return {
    latencies,
    topics: topicNights(cases, latencies),
    neverSeen: neverSeen(endpoints, exchanges),
    contradictions: contradictionsSettled(endpoints, exchanges),
    sources: sourcesOf(endpoints, gatewayFacts, readRecordings()),
    assertions: assertionsOf(cases),
  };
}
