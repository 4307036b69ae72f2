import type { CataloguedFault } from '../faults';
import type { CaseOutcome, Claims, Trial } from './trial';

/** A fault of `blackboard/update` that breaks R5, unless given otherwise. */
export function aFault(given: Partial<CataloguedFault> = {}): CataloguedFault {
  return {
    id: 'blackboard/update: a no-op',
    class: 'state',
    promises: ['blackboard/update/R5'],
    endpoint: 'blackboard/update',
    handWritten: true,
    firm: true,
    file: 'lab/faults/blackboard.ts',
    layer: (_, call, next) => next(call),
    ...given,
  };
}

/** What a case claims: nothing, unless given. */
export function someClaims(given: Partial<Claims> = {}): Claims {
  return { asserted: [], seen: [], endpoints: ['blackboard/update'], calls: 1, ...given };
}

/** A trial of a fault in which these cases ended so; keys are files and titles. */
export function aTrial(fault: string, ended: Readonly<Record<string, CaseOutcome['status']>>): Trial {
  const outcomes = Object.entries(ended).map(([key, status]) => {
    const space = key.indexOf(' ');
    const message = status === 'failed' ? { message: 'expected something else' } : {};
    return { file: key.slice(0, space), title: key.slice(space + 1), status, ...message };
  });
  return { job: { fault, files: ['specs/blackboard/update.spec.ts'] }, outcomes, durationMs: 5 };
}
