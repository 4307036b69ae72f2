import type { Capabilities } from '../../config/capabilities';
import type { SuiteVersion } from '../../config/suite-version';
import type { KnownIssue } from '../../config/known-issues';

/** What the reports say about a run as a whole. */
export interface RunInfo {
  readonly id: string;
  readonly target: 'emulator' | 'live';
  readonly profile: string;
  /** The suite that ran; absent where nobody looked. */
  readonly suite?: SuiteVersion;
  /** What its history is kept under; without it the run has none. */
  readonly tenant?: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** The project's folder; it is cut off the paths in messages. */
  readonly rootDir: string;
  /** Whether a partial run exits 1. */
  readonly strict: boolean;
  readonly urls: { readonly oapi: string; readonly api: string };
  /** What a live tenant was found to grant of the endpoints that the run is about. */
  readonly capabilities?: Capabilities;
  /** Why the run could not start; absent when it did. */
  readonly notStarted?: string;
  /** Why it was stopped before its end, such as Ctrl-C. */
  readonly stopped?: string;
  /** The reader stopped it, so it says nothing to those after it. */
  readonly interrupted?: true;
  /** Which part of a whole it was; absent where it was all. */
  readonly shard?: { readonly index: number; readonly count: number };
  /** The parts of the whole that are not there, in words. */
  readonly missing?: readonly string[];
  /** How many random stories it was to play; none where it is absent. */
  readonly stories?: number;
  /** The known issues that it is about. */
  readonly knownIssues?: readonly KnownIssue[];
  /** What could not be removed from the tenant, in words. */
  readonly left?: readonly string[];
}

/** How the Jest process ended: a code, or the signal that ended it. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
  /** What the reader stopped the run with, such as Ctrl-C; absent where it ran as long as it would. */
  readonly interruptedBy?: string;
}

/** In a few words, as in `ended with exit code 3`. */
export function describeExit({ code, signal }: Exit): string {
  return signal === null ? `ended with exit code ${String(code)}` : `was ended by ${signal}`;
}
