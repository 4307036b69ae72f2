import type { KeptScore } from '../mutation/score';
import type { Proved, ProvedFault } from '../prove/results';
import type { ChoicesResult, VariantResults } from './variants';
import type { Soak } from './soak';

/** What the scoreboard reads of `lab/results/faults.json`. */
export type Catalogue = Omit<Proved, 'catalogue' | 'faults'> & {
  readonly faults: readonly Omit<ProvedFault, 'cases' | 'files' | 'basis'>[];
};

/** What it reads of `lab/results/mutation.json`, by group of files. */
export type MutationScores = Readonly<Record<string, Omit<KeptScore, 'files'>>>;

/** `lab/results/run.json`: what a full run on the embedded tenant came to. */
export interface MeasuredRun {
  readonly date: string;
  readonly cases: number;
  readonly specFiles: number;
  readonly calls: number;
  readonly seconds: number;
  /** The test coverage level, of 7. */
  readonly level: number;
  readonly coverage: readonly { readonly kind: string; readonly total: number; readonly asserted: number }[];
  /** How many expectations came from where. */
  readonly sources: Readonly<Record<string, number>>;
  /** Bytes of each report. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** `lab/results/trial.json`: faults that were written before anybody looked at what the suite checks, and what it made of them. */
export interface BlindTrial {
  readonly date: string;
  readonly how: string;
  readonly faults: number;
  readonly noticedFirst: number;
  readonly escapes: readonly { readonly id: string; readonly rule: string; readonly noticedNow: boolean }[];
}

/** Everything that the scoreboard shows; what has not been measured yet is absent. */
export interface Results {
  readonly catalogue?: Catalogue;
  /** The faults that break something documented or observed, tried as on a live tenant. */
  readonly live?: Catalogue;
  readonly mutation?: MutationScores;
  readonly soak?: Soak;
  readonly variants?: VariantResults;
  readonly choices?: ChoicesResult;
  readonly trial?: BlindTrial;
  readonly run?: MeasuredRun;
}

const firm = 'that break something documented or observed noticed as on a live tenant';

/** The figures of the start page, one sentence each. */
export function headlines({ catalogue, live, trial, mutation, soak, variants, choices }: Results): string[] {
  return [
    ...(catalogue ? [faultHeadline(catalogue)] : []),
    ...(live ? [faultHeadline(live, firm)] : []),
    ...(trial ? [trialHeadline(trial)] : []),
    ...(soak ? [`${soak.alarms.length} false alarms in ${soak.runs} runs on honest tenants.`] : []),
    ...(variants ? [variantsHeadline(variants)] : []),
    ...(choices ? [choicesHeadline(choices)] : []),
    ...Object.entries(mutation ?? {}).map(
      ([group, { total }]) => `Mutation score of the self-tests, ${group}: ${total.score} %.`,
    ),
  ];
}

function faultHeadline({ faults }: Catalogue, what = 'wrong tenants noticed'): string {
  const noticed = faults.filter((fault) => fault.noticed).length;
  return `${noticed} of ${faults.length} ${what} (${percent(noticed, faults.length)}).`;
}

function trialHeadline({ faults, noticedFirst }: BlindTrial): string {
  return `${noticedFirst} of ${faults} faults that were written blind noticed at the first try (${percent(noticedFirst, faults)}).`;
}

function variantsHeadline(variants: VariantResults): string {
  const states = Object.values(variants);
  const clean = states.filter((state) => state.clean === state.runs).length;
  return `${clean} of ${states.length} states of a difficult tenant passed over the network, every time they were tried.`;
}

function choicesHeadline({ choices, pairs, rows, clean, runs, failed }: ChoicesResult): string {
  return `${choices} open questions answered in every legal way, ${pairs} pairs of answers on ${rows} tenants: ${clean} of ${runs} runs clean, ${failed} false alarms.`;
}

/** A part of a whole in percent, rounded down to a tenth, so that 100 % means all. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}
