import type { CataloguedFault } from '../faults';
import { claims } from './claims';
import { groupedBy } from '../../reporting/grouped';
import { chosen, fileOf, type Cases } from './stages';
import type { Job } from './trial';

/** What was tried so far: by the id of the fault, the keys of the cases that had their chance. */
export type Tried = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The next runs that may bring the silent cases to notice something: for each of their files the fault that most of them claim and
 * have not met yet, or else one of an endpoint that they call. None when nothing is left to try.
 */
export function nextWitnesses(
  silent: readonly string[],
  faults: readonly CataloguedFault[],
  cases: Cases,
  tried: Tried,
): Job[] {
  return [...groupedBy(silent, fileOf).values()].flatMap((keys) => {
    const options = faults.map((fault) => ({
      fault,
      keys: keys.filter((key) => mayNotice(key, fault, cases, tried)),
    }));
    const [best] = options
      .filter((option) => option.keys.length > 0)
      .sort((one, other) => other.keys.length - one.keys.length);
    return best ? [chosen(best.fault, best.keys)] : [];
  });
}

function mayNotice(key: string, fault: CataloguedFault, cases: Cases, tried: Tried): boolean {
  const own = cases.get(key);
  return own !== undefined && tried.get(fault.id)?.has(key) !== true && claims(own, fault);
}
