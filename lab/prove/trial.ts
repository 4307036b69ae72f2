/** What one run of some cases on one tenant is asked to be. */
export interface Job {
  /** The fault of the tenant; an honest one where none is named. */
  readonly fault?: string;
  /** The tenant's answers to open questions, by their id; the usual ones where none is named. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  /** The keys of the cases to run (`keyOf`); all cases of the files unless given. */
  readonly cases?: readonly string[];
  /** Tried as on a live tenant: what is only inferred becomes a finding, and has noticed nothing. */
  readonly live?: true;
}

/** How one case ended. */
export interface CaseOutcome {
  readonly file: string;
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Why it failed: the beginning of the message. */
  readonly message?: string;
}

/** What a case says that it holds the tenant to, and what it was seen to do on an honest one. Ids are those of `covers`. */
export interface Claims {
  /** Claimed by the case: `covers`, and the rules in its title. */
  readonly asserted: readonly string[];
  /** Everything that its calls sent and got, which the client has judged by the contract. */
  readonly seen: readonly string[];
  /** The endpoints that it calls. */
  readonly endpoints: readonly string[];
  readonly calls: number;
}

/** A job that has ended. */
export interface Trial {
  readonly job: Job;
  readonly outcomes: readonly CaseOutcome[];
  /** By the key of the case; of a run on an honest tenant only. */
  readonly claims?: Readonly<Record<string, Claims>>;
  /** What a run as on a live tenant has found otherwise than it is inferred, each finding once. */
  readonly inferred?: readonly string[];
  /** Why nothing came of it, although it was tried twice: the process of the run died or hung. */
  readonly undecided?: string;
  readonly durationMs: number;
}

/** The cases of a trial that failed. */
export function failuresOf({ outcomes }: Trial): CaseOutcome[] {
  return outcomes.filter(({ status }) => status === 'failed');
}
