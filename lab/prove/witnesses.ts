import type { CataloguedFault } from '../faults';
import { claims } from './claims';
import { groupedBy } from '../../reporting/grouped';
import { chosen, fileOf, type Cases } from './stages';
import type { Job } from './trial';

/** What was tried so far: by the id of the fault, the keys of the cases that had their chance. */
export type Tried = ReadonlyMap<string, ReadonlySet<string>>;

// What is not claimed may be noticed or not: several are tried in a round.
const unclaimedAtOnce = 8;

/**
 * The next runs that may bring the silent cases to notice something: for each of their files the fault that most of them claim and
 * have not met yet, or else some of the endpoints that they call. None when nothing is left to try.
 */
export function nextWitnesses(
  silent: readonly string[],
  faults: readonly CataloguedFault[],
  cases: Cases,
  tried: Tried,
): Job[] {
  return [...groupedBy(silent, fileOf).values()].flatMap((keys) => {
    const concerned = (concerns: typeof claims): Job[] =>
      faults
        .map((fault) => ({ fault, keys: keys.filter((key) => mayNotice(key, fault, concerns)) }))
        .filter((option) => option.keys.length > 0)
        .sort((one, other) => other.keys.length - one.keys.length)
        .map((option) => chosen(option.fault, option.keys));
    const [claimed] = concerned(claims);
    return claimed ? [claimed] : concerned(calls).slice(0, unclaimedAtOnce);
  });

  function mayNotice(key: string, fault: CataloguedFault, concerns: typeof claims): boolean {
    const own = cases.get(key);
    return own !== undefined && tried.get(fault.id)?.has(key) !== true && concerns(own, fault);
  }
}

const calls: typeof claims = ({ endpoints }, { endpoint }) => endpoints.includes(endpoint);
