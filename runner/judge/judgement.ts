import type { Source } from '../../schemas/endpoint';
import type { Meaning } from '../doctor/codes';

/** Something that was seen in several calls: how often, and where first. */
export interface Seen {
  readonly what: string;
  readonly count: number;
  /** The first few, as in `traffic.har entry 17`. */
  readonly places: readonly string[];
}

/** A broken contract, or a promise that calls broke together. */
export interface Problem extends Seen {
  readonly source: Source;
  /** The fact that says so, in the ids of `npm run coverage`; absent where it is the schema of the answer. */
  readonly promise?: string;
  readonly expected?: string | undefined;
  readonly got?: string | undefined;
}

/** A code with which calls were refused, and what it means. */
export interface Refusal extends Seen {
  readonly meaning: Meaning;
  readonly explained: string;
}

/** What the recordings show of one endpoint. */
export interface EndpointJudgement {
  readonly endpoint: string;
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly docs: string;
  readonly calls: number;
  readonly successes: number;
  /** Calls that the monthly quota counts. */
  readonly counted: number;
  /** Answers that cannot be judged, and calls without one. */
  readonly notJudged: readonly Seen[];
  readonly broken: readonly Problem[];
  /** What only inferred facts speak against. */
  readonly inferred: readonly Problem[];
  readonly undocumented: readonly Seen[];
  readonly refusals: readonly Refusal[];
  /** What requests have that the documentation does not allow. */
  readonly requests: readonly Seen[];
  /** Its page is archived; the successor where one is named. */
  readonly archived?: { readonly successor?: string | undefined };
  /** More calls in one second than the gateway lets through. */
  readonly tooFast?: { readonly calls: number; readonly allowed: number; readonly place: string };
}

/** What came of judging recordings. */
export interface Judgement {
  readonly files: readonly string[];
  /** Calls of the endpoints that the project knows, and answers among them that were judged. */
  readonly calls: number;
  readonly judged: number;
  readonly counted: number;
  /** Calls to other sites, which are left out, and how many sites these are. */
  readonly foreign: { readonly calls: number; readonly hosts: number };
  /** Calls of DingTalk that no endpoint file describes. */
  readonly unknown: readonly Seen[];
  /** Recordings of `npm run record` among the files. */
  readonly recordings: number;
  readonly endpoints: readonly EndpointJudgement[];
  /** What a reader has to know of the files. */
  readonly notes: readonly string[];
}
