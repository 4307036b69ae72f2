import type { Measure } from './coverage';
import type { Kind } from './items';

/**
 * One of the levels of Martin-Lopez, Segura and Ruiz-Cortés, "Test coverage criteria for RESTful web APIs", A-TEST 2019: reached
 * when all its criteria, and those of every level below, are covered to 100 %.
 */
export interface Level {
  readonly level: number;
  readonly criteria: readonly string[];
  readonly called: boolean;
  readonly asserted: boolean;
}

// Each endpoint has a path of its own here, so paths are counted with the operations. The gateway oapi answers every outcome with
// status 200, so `accepted` and `refused` stand for the classes of status codes and the codes of refusals for the status codes.
const criteria: readonly {
  readonly level: number;
  readonly names: readonly string[];
  readonly kinds: readonly Kind[];
}[] = [
  { level: 1, names: ['paths'], kinds: ['operations'] },
  { level: 2, names: ['operations'], kinds: ['operations'] },
  { level: 3, names: ['content types'], kinds: ['request content types', 'response content types'] },
  { level: 4, names: ['parameters', 'status code classes'], kinds: ['parameters', 'outcomes'] },
  { level: 5, names: ['parameter values', 'status codes'], kinds: ['values and limits', 'errors'] },
  { level: 6, names: ['response body properties'], kinds: ['response fields'] },
  { level: 7, names: ['operation flows'], kinds: ['flows'] },
];

/** The levels of a run, and the highest that is reached without a gap below it. */
export function levelsOf(total: readonly Measure[]): {
  levels: Level[];
  tcl: { called: number; asserted: number };
} {
  const levels = criteria.map(({ level, names, kinds }) => {
    const measures = total.filter(({ kind }) => kinds.includes(kind));
    return {
      level,
      criteria: names,
      called: measures.every((each) => each.called === each.total),
      asserted: measures.every((each) => each.asserted === each.total),
    };
  });
  return { levels, tcl: { called: reached(levels, 'called'), asserted: reached(levels, 'asserted') } };
}

function reached(levels: readonly Level[], by: 'called' | 'asserted'): number {
  const gap = levels.findIndex((level) => !level[by]);
  return gap === -1 ? levels.length : gap;
}
