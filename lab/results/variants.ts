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
export interface VariantTally extends Omit<VariantRun, 'clean'> {
  readonly date: string;
  readonly profile: string;
  readonly runs: number;
  readonly clean: number;
}

/** `lab/results/variants.json`, by the state of the tenant. */
export type VariantResults = Readonly<Record<string, VariantTally>>;

/** `lab/results/choices.json`: the runs on tenants that answer in other ways what the sources leave open. */
export interface ChoicesResult extends VariantTally {
  readonly choices: number;
  readonly answers: number;
  /** Pairs of answers to different questions, each of which some tenant has. */
  readonly pairs: number;
  /** The tenants that it takes. */
  readonly rows: number;
  readonly findings: number;
}

/** The runs of one state in one line. */
export function tallied(runs: readonly VariantRun[], date: string, profile: string): VariantTally {
  const sums = [
    'cases',
    'failed',
    'skipped',
    'seconds',
    'calls',
    'leftovers',
    'disturbances',
    'strangers',
  ] as const;
  const summed = sums.map((key) => [key, runs.reduce((all, run) => all + run[key], 0)] as const);
  return {
    date,
    profile,
    runs: runs.length,
    clean: runs.filter(({ clean }) => clean).length,
    ...(Object.fromEntries(summed) as Record<(typeof sums)[number], number>),
    highestRate: Math.max(0, ...runs.map(({ highestRate }) => highestRate)),
  };
}
