import type { Soak } from './soak';

/** What the scoreboard reads of `docs/proof/faults.json`. */
export interface ProvedCatalogue {
  readonly date: string;
  readonly commit: string;
  readonly durationSeconds: number;
  readonly processes: number;
  readonly faults: readonly {
    readonly id: string;
    readonly class: string;
    readonly endpoint: string;
    readonly handWritten: boolean;
    readonly noticed: boolean;
    readonly byClaim: boolean;
    readonly escape?: string;
  }[];
  readonly cases: readonly { readonly file: string; readonly title: string; readonly faults: number }[];
}

/** What it reads of `docs/proof/mutation.json`, by group of files. */
export type MutationScores = Readonly<
  Record<
    string,
    {
      readonly date: string;
      readonly commit: string;
      readonly atLeast: number;
      readonly total: Readonly<
        Record<'score' | 'killed' | 'timeout' | 'survived' | 'noCoverage' | 'argued' | 'ignored', number>
      >;
    }
  >
>;

/** `docs/proof/run.json`: what a full run on the embedded tenant came to. */
export interface MeasuredRun {
  readonly date: string;
  readonly cases: number;
  readonly specFiles: number;
  readonly calls: number;
  readonly seconds: number;
  readonly tcl: number;
  readonly coverage: readonly { readonly kind: string; readonly total: number; readonly asserted: number }[];
  /** Bytes of each report. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** Everything that the scoreboard shows; what has not been measured yet is absent. */
export interface Proofs {
  readonly catalogue?: ProvedCatalogue;
  readonly mutation?: MutationScores;
  readonly soak?: Soak;
  readonly run?: MeasuredRun;
}

/** The figures of the start page, one sentence each. */
export function headlines({ catalogue, mutation, soak }: Proofs): string[] {
  return [
    ...(catalogue ? [faultHeadline(catalogue)] : []),
    ...(soak ? [`${soak.alarms.length} false alarms in ${soak.runs} runs on honest tenants.`] : []),
    ...Object.entries(mutation ?? {}).map(
      ([group, { total }]) => `Mutation score of the self-tests, ${group}: ${total.score} %.`,
    ),
  ];
}

function faultHeadline({ faults }: ProvedCatalogue): string {
  const noticed = faults.filter((fault) => fault.noticed).length;
  return `${noticed} of ${faults.length} wrong tenants noticed (${percent(noticed, faults.length)}).`;
}

/** A part of a whole in percent, rounded down to a tenth, so that 100 % means all. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}
