/** What came of one run over the network on a tenant in some state, and what the tenant saw of it. */
export interface VariantRun {
  readonly cases: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly calls: number;
  /** The most calls that one API got in any second. */
  readonly highestRate: number;
  readonly leftovers: number;
  /** Requests for a DING, a notification or a message to a chat. */
  readonly disturbances: number;
  /** Recipients that are not the configured ones. */
  readonly strangers: number;
  /** Whether it ended as it has to: no case failed, nothing left behind, nobody disturbed. */
  readonly clean: boolean;
}

/** The runs in one state together: sums, but for the highest rate. */
export interface GuestTally extends Omit<VariantRun, 'clean'> {
  readonly date: string;
  readonly profile: string;
  readonly runs: number;
  readonly clean: number;
}

/** `lab/results/variants.json`, by the state of the tenant. */
export type VariantResults = Readonly<Record<string, GuestTally>>;

/** `lab/results/choices.json`: the runs on tenants that answer in other ways what the sources leave open. */
export interface ChoicesProof extends GuestTally {
  readonly choices: number;
  readonly answers: number;
  /** Pairs of answers to different questions, each of which some tenant has. */
  readonly pairs: number;
  /** The tenants that it takes. */
  readonly rows: number;
  readonly findings: number;
}

/** The runs of one state in one line. */
export function tallied(runs: readonly VariantRun[], date: string, profile: string): GuestTally {
  const sum = (key: Exclude<keyof VariantRun, 'clean'>): number =>
    runs.reduce((all, run) => all + run[key], 0);
  return {
    date,
    profile,
    runs: runs.length,
    clean: runs.filter(({ clean }) => clean).length,
    cases: sum('cases'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    seconds: sum('seconds'),
    calls: sum('calls'),
    highestRate: Math.max(0, ...runs.map(({ highestRate }) => highestRate)),
    leftovers: sum('leftovers'),
    disturbances: sum('disturbances'),
    strangers: sum('strangers'),
  };
}
