import { createHash } from 'node:crypto';
import type { Profile } from '../config/config';
import { keyOf, type PlannedCase } from './costs';
import { storiesFile } from './story-cost';

/** What a run is going to do: its cases, and in how many nights every case has its turn. */
export interface Choice {
  readonly cases: readonly PlannedCase[];
  /** Nights until every case has run at this budget; 1 where the run takes them all. */
  readonly nights: number;
}

const smokeFile = 'specs/flows/smoke.spec.ts';
// Stories are among the cases only where they are asked for.
const isAlways = ({ file }: PlannedCase): boolean => file === smokeFile || file === storiesFile;
const day = 86_400_000;

/**
 * Chooses the cases of a run. `smoke` takes the lean chains, `nightly` these and the next slice of all others that fits the budget,
 * `full` everything. Stories are taken wherever there are any, for then somebody asked for them.
 * @param budget counted calls that a night may make.
 * @param night a date such as `2026-11-22`; the same date gives the same slice.
 */
export function choose(all: readonly PlannedCase[], profile: Profile, budget: number, night: string): Choice {
  if (profile === 'full') return { cases: all, nights: 1 };
  const smoke = all.filter(isAlways);
  if (profile === 'smoke') return { cases: smoke, nights: 1 };
  const rest = budget - smoke.reduce((sum, { counted }) => sum + counted, 0);
  const slices = slicesOf(
    all.filter((each) => !isAlways(each)),
    rest,
  );
  const tonight = Math.floor(Date.parse(`${night}T00:00:00Z`) / day) % slices.length;
  return { cases: [...smoke, ...(slices[tonight] ?? [])], nights: slices.length };
}

// In an order that mixes the endpoints and stays the same from night to night. A case that alone is over budget has a night of its own.
function slicesOf(cases: readonly PlannedCase[], budget: number): PlannedCase[][] {
  const slices: PlannedCase[][] = [[]];
  let spent = 0;
  for (const each of [...cases].sort((a, b) => (shuffled(a) < shuffled(b) ? -1 : 1))) {
    if (spent > 0 && spent + each.counted > budget) {
      slices.push([]);
      spent = 0;
    }
    slices.at(-1)?.push(each);
    spent += each.counted;
  }
  return slices;
}

const shuffled = (each: PlannedCase): string => createHash('sha256').update(keyOf(each)).digest('hex');
