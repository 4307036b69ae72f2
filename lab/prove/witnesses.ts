import type { CataloguedFault } from '../faults';
import { claims } from './claims';
import { groupedBy } from '../../reporting/grouped';
import { callsOf, chosen, fileOf, type Cases } from './stages';
import type { Claims, Job } from './trial';

/** What was tried so far: by the id of the fault, the keys of the cases that had their chance. */
export type Tried = ReadonlyMap<string, ReadonlySet<string>>;

// What is not claimed may be noticed or not: several are tried in a round.
const unclaimedAtOnce = 8;

/**
 * The next runs that may bring the silent cases to notice something: for each of their files the fault that most of them claim and
 * have not met yet, or else some of the endpoints that the file calls. None when nothing is left to try.
 */
export function nextWitnesses(
  silent: readonly string[],
  faults: readonly CataloguedFault[],
  cases: Cases,
  tried: Tried,
): Job[] {
  return [...groupedBy(silent, fileOf).values()].flatMap((keys) => {
    // What it looks at, another case of its file may have asked for.
    const called = callsOf(fileOf(keys[0] ?? ''), cases);
    const concerned = (concerns: (key: string, fault: CataloguedFault) => boolean): Job[] =>
      faults
        .map((fault) => ({
          fault,
          keys: keys.filter((key) => tried.get(fault.id)?.has(key) !== true && concerns(key, fault)),
        }))
        .filter((option) => option.keys.length > 0)
        .sort((one, other) => other.keys.length - one.keys.length)
        .map((option) => chosen(option.fault, option.keys));
    const [claimed] = concerned((key, fault) => claims(cases.get(key) ?? nothing, fault));
    return claimed
      ? [claimed]
      : concerned((_, { endpoint }) => called.has(endpoint)).slice(0, unclaimedAtOnce);
  });
}

const nothing: Claims = { asserted: [], seen: [], endpoints: [], calls: 0 };
