import type { Exchange } from '../client/exchange';
import { endpoints } from '../schemas';
import { gatewayFacts } from '../schemas/gateways';
import { latenciesOf, type Latency } from './latencies';
import { neverSeen, type NeverSeen } from './never-seen';
import { readRecordings } from './recordings';
import { contradictionsSettled, type Contradictions } from './settled';
import { sourcesOf, type Sources } from './sources';

/** What a run has learned of the tenant, beyond which cases passed. */
export interface Observed {
  readonly latencies: readonly Latency[];
  /** Documented fields that no success had. */
  readonly neverSeen: readonly NeverSeen[];
  readonly contradictions: Contradictions;
  /** Where the expectations come from. */
  readonly sources: Sources;
}

/** Reads it off the calls of the run. */
export function observedIn(exchanges: readonly Exchange[]): Observed {
  return {
    latencies: latenciesOf(exchanges),
    neverSeen: neverSeen(endpoints, exchanges),
    contradictions: contradictionsSettled(endpoints, exchanges),
    sources: sourcesOf(endpoints, gatewayFacts, readRecordings()),
  };
}
