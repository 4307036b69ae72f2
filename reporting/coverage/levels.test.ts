import { kinds, type Kind } from './items';
import { levelsOf } from './levels';

/** The measures of a run that has called all but two kinds of things, and asserted all but a third as well. */
const measures = (notCalled: Kind | undefined, notAsserted: Kind | undefined) =>
  kinds.map((kind) => ({
    kind,
    total: 5,
    called: 5 - Number(kind === notCalled),
    asserted: 5 - Number(kind === notAsserted),
    untestable: 0,
  }));

describe('The level of coverage', () => {
  it.each<{ lacks: Kind | undefined; level: number }>([
    { lacks: 'operations', level: 0 },
    { lacks: 'request content types', level: 2 },
    { lacks: 'response content types', level: 2 },
    { lacks: 'parameters', level: 3 },
    { lacks: 'outcomes', level: 3 },
    { lacks: 'values and limits', level: 4 },
    { lacks: 'errors', level: 4 },
    { lacks: 'response fields', level: 5 },
    { lacks: 'flows', level: 6 },
    { lacks: 'rules', level: 7 },
    { lacks: undefined, level: 7 },
  ])('is $level when all is covered but $lacks', ({ lacks, level }) => {
    expect(levelsOf(measures(lacks, undefined)).tcl).toEqual({ called: level, asserted: 7 });
    expect(levelsOf(measures(undefined, lacks)).tcl).toEqual({ called: 7, asserted: level });
  });

  it('names what each level needs, and whether it is met, also above a gap', () => {
    const { levels } = levelsOf(measures('operations', 'errors'));

    expect(levels.map(({ level, called, asserted }) => [level, called, asserted])).toEqual([
      [1, false, true],
      [2, false, true],
      [3, true, true],
      [4, true, true],
      [5, true, false],
      [6, true, true],
      [7, true, true],
    ]);
    expect(levels[3]?.criteria).toEqual(['parameters', 'status code classes']);
  });
});
