import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../config/root';
import argued from '../results/mutants.json';
import { resultOf, type Argument } from './score';

const source = 'first line\n  if (a < b)   return;\nlast line\n';
const mutant = { mutatorName: 'EqualityOperator', replacement: 'a <= b', location: at(2) };
const argument: Argument = {
  file: 'a.ts',
  line: 'if (a < b) return;',
  mutator: 'EqualityOperator',
  becomes: 'a <= b',
  because: 'a never equals b',
};

describe('The score of mutants', () => {
  it('is the share of those noticed among those that could be, rounded down', () => {
    const { total } = resultOf(report('Killed', 'Timeout', 'Survived', 'Ignored'), []);

    expect(total).toMatchObject({ score: 66.6, killed: 1, timeout: 1, survived: 1, ignored: 1 });
  });

  it('counts a mutant that no test passes as not noticed', () => {
    expect(resultOf(report('Killed', 'NoCoverage'), []).total).toMatchObject({ score: 50, noCoverage: 1 });
  });

  it('is full for a file without mutants', () => {
    expect(resultOf(report(), []).files['a.ts']).toMatchObject({ score: 100, killed: 0 });
  });

  it('sums up files', () => {
    const { files } = report('Killed');
    const both = { files: { ...files, 'b.ts': report('Survived').files['a.ts'] } };

    expect(resultOf(both, []).total).toMatchObject({ score: 50, killed: 1, survived: 1 });
  });
});

describe('A survivor', () => {
  it('stays open with its place until it is argued', () => {
    expect(resultOf(report('Survived'), []).open).toEqual([
      { file: 'a.ts', at: 2, line: argument.line, mutator: 'EqualityOperator', becomes: 'a <= b' },
    ]);
  });

  it('is argued by its line and what stands there instead, and still lowers the score', () => {
    const { open, stale, total } = resultOf(report('Survived', 'Killed'), [argument]);

    expect({ open, stale }).toEqual({ open: [], stale: [] });
    expect(total).toMatchObject({ score: 50, survived: 1, argued: 1 });
  });

  it('is argued as often as the argument says', () => {
    const mutants = report('Survived', 'NoCoverage');

    expect(resultOf(mutants, [argument]).open).toHaveLength(1);
    expect(resultOf(mutants, [{ ...argument, times: 2 }]).open).toEqual([]);
  });
});

describe('An argument', () => {
  it('is about a line that is there', () => {
    const lost = argued.filter(
      ({ file, line }) =>
        !readFileSync(join(root, file), 'utf8')
          .replaceAll(/\s+/g, ' ')
          .includes(line.replaceAll(/\s+/g, ' ')),
    );

    expect(lost).toEqual([]);
  });

  it('is stale when its mutant is noticed', () => {
    expect(resultOf(report('Killed'), [argument]).stale).toEqual([argument]);
  });

  it('for a file that was not mutated is left alone', () => {
    expect(resultOf(report('Killed'), [{ ...argument, file: 'c.ts' }]).stale).toEqual([]);
  });
});

function at(line: number) {
  return { start: { line, column: 3 } };
}

function report(...statuses: string[]) {
  return { files: { 'a.ts': { source, mutants: statuses.map((status) => ({ ...mutant, status })) } } };
}
