import { isFirm } from '../../schemas/evidence';
import { claimOf, type Claim } from '../../runner/jest/claims';
import { note } from '../../runner/jest/settle';

const { run, currentCase } = globalThis.suite;

/** What an expectation rests on: the id of a fact in the words of `covers`, several of them, or a claim that is derived from no single fact. */
export type Ground = string | readonly string[] | Claim;

/** The claim that something holds of an endpoint, as `says` puts it in a sentence; no source shows it. */
export const inferred = (endpoint: string, says: string): Claim => ({ endpoint, says, source: 'inferred' });

/**
 * Checks one or several facts of the endpoint files and counts them as asserted. What its source promises has to hold on every tenant;
 * what is only inferred or assumed has to hold on our own, and elsewhere becomes a finding: the case goes on.
 * @param ground ids of facts that all have firm sources, or all have none: a check that mixes them is refused.
 * @returns nothing; asynchronous where `check` is.
 * @throws what `check` throws, where the source is firm or the tenant our own.
 */
export function fact(ground: Ground, check: () => Promise<void>): Promise<void>;
export function fact(ground: Ground, check: () => void): void;
export function fact(ground: Ground, check: () => void | Promise<void>): void | Promise<void> {
  const claims = claimsOn(ground);
  const passed = (): void => {
    if (typeof ground === 'object' && 'says' in ground) currentCase().claims.push(ground);
    else currentCase().asserted.push(...[ground].flat());
  };
  const failed = (error: unknown): void => {
    note(error, claims, { isLive: run.target === 'live', findings: currentCase().findings });
    currentCase().isNoted = true;
  };
  try {
    const done: unknown = check();
    if (isPromise(done)) return done.then(passed, failed);
    passed();
  } catch (error) {
    failed(error);
  }
}

// Of whichever realm: `instanceof` knows those of one.
const isPromise = (done: unknown): done is Promise<void> =>
  typeof done === 'object' && done !== null && 'then' in done;

function claimsOn(ground: Ground): readonly Claim[] {
  if (typeof ground === 'object' && 'says' in ground) return [ground];
  const claims = (typeof ground === 'string' ? [ground] : ground).map(claimOf);
  const [first] = claims;
  if (!first) throw new Error('A check without a fact has no source.');
  if (claims.some(({ source }) => isFirm(source) !== isFirm(first.source)))
    throw new Error(`A check mixes what is promised with what is inferred: ${ids(claims)}. Divide it.`);
  return claims;
}

const ids = (claims: readonly Claim[]): string =>
  claims.map(({ says, source }) => `${says} (${source})`).join('; ');
