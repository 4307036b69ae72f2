import type { CataloguedFault } from '../faults';
import { claims } from './claims';
import { groupedBy } from '../../reporting/grouped';
import type { Cases } from './stages';
import { keyOf } from '../../runner/planning/costs';
import { failuresOf, type Trial } from './trial';

/** One case that noticed a fault. */
interface Notice {
  readonly case: string;
  readonly message: string;
  /** Whether the case claims a promise that the fault breaks. */
  readonly claimed: boolean;
}

/** What came of one fault. */
export interface Row extends Omit<CataloguedFault, 'layer' | 'source' | 'firm' | 'file'> {
  /** The cases that noticed it, those that claim it first. */
  readonly noticedBy: readonly Notice[];
  /** The cases that claim it. */
  readonly claimedBy: readonly string[];
  /** How many cases were run on the tenant. */
  readonly tried: number;
  /** The spec files that it takes, where none of them was run. */
  readonly needs?: readonly string[];
  /** Why it is not known whether anybody would notice it. */
  readonly undecided?: string;
}

/** Everything that a run found out. */
export interface Matrix {
  readonly rows: readonly Row[];
  /** By the key of every case of the suite, the ids of the faults that it noticed. */
  readonly cases: Readonly<Record<string, readonly string[]>>;
}

/** Fault by fault and case by case, what was noticed in these trials. */
export function matrixOf(faults: readonly CataloguedFault[], cases: Cases, trials: readonly Trial[]): Matrix {
  const byFault = groupedBy(trials, ({ job }) => job.fault);
  const rows = faults
    .filter(({ id }) => byFault.has(id))
    .map((fault) => rowOf(fault, cases, byFault.get(fault.id) ?? []));
  // Of every fault, also of one that was only tried to give a case its chance.
  const noticed = trials.flatMap((trial) =>
    failuresOf(trial).map((failure) => ({ trial, key: keyOf(failure) })),
  );
  const byCase = groupedBy(noticed, ({ key }) => key);
  const idsOf = (key: string): string[] => [
    ...new Set((byCase.get(key) ?? []).flatMap(({ trial }) => trial.job.fault ?? [])),
  ];
  return { rows, cases: Object.fromEntries([...cases.keys()].sort().map((key) => [key, idsOf(key)])) };
}

function rowOf(fault: CataloguedFault, cases: Cases, trials: readonly Trial[]): Row {
  const { id, class: kind, endpoint, handWritten, promises } = fault;
  const claimedBy = [...cases].filter(([, own]) => claims(own, fault)).map(([key]) => key);
  const notices = trials.flatMap(failuresOf).map((outcome) => {
    const key = keyOf(outcome);
    return { case: key, message: outcome.message ?? '', claimed: claimedBy.includes(key) };
  });
  const undecided = trials.find((trial) => trial.undecided !== undefined)?.undecided;
  const once = [...new Map(notices.map((notice) => [notice.case, notice])).values()];
  return {
    id,
    class: kind,
    endpoint,
    handWritten,
    promises,
    noticedBy: once.sort((one, other) => Number(other.claimed) - Number(one.claimed)),
    claimedBy,
    tried: new Set(trials.flatMap(({ outcomes }) => outcomes.filter(hasRun).map(keyOf))).size,
    ...(undecided === undefined || once.length > 0 ? {} : { undecided }),
  };
}

const hasRun = ({ status }: { readonly status: string }): boolean => status !== 'skipped';

/** What a run gives cause to mend. */
export interface Lists {
  /** Faults that no case noticed. */
  readonly unnoticed: readonly Row[];
  /** Faults that it takes other spec files to notice. */
  readonly elsewhere: readonly Row[];
  /** Faults that were noticed by cases only that do not claim what they break. */
  readonly unclaimed: readonly Row[];
  /** Cases that noticed nothing. */
  readonly silent: readonly string[];
}

/** Reads the lists off a matrix. */
export function listsOf({ rows, cases }: Matrix): Lists {
  const noticed = rows.filter(({ noticedBy }) => noticedBy.length > 0);
  return {
    unnoticed: rows.filter(({ noticedBy, needs }) => noticedBy.length === 0 && needs === undefined),
    elsewhere: rows.filter(({ needs }) => needs !== undefined),
    unclaimed: noticed.filter(({ noticedBy }) => noticedBy.every(({ claimed }) => !claimed)),
    silent: Object.keys(cases).filter((key) => cases[key]?.length === 0),
  };
}
