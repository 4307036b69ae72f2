import type { PlannedCase } from './costs';
import { inParts, ownCost, roundsOf, roundsOfAll, turnsForAll } from './derived';

const aRow = (...traits: string[]): PlannedCase => ({
  file: 'specs/report/list.spec.ts',
  title: traits.join(' '),
  cost: { counted: {}, free: {} },
  shared: {},
  traits,
});
const product = (parameters: string, wrongs: string): PlannedCase[] =>
  Array.from(parameters).flatMap((parameter) => Array.from(wrongs).map((wrong) => aRow(parameter, wrong)));
const traitsOf = (rows: readonly PlannedCase[]) => [...new Set(rows.flatMap(({ traits }) => traits))].sort();
const titles = (turns: readonly (readonly PlannedCase[])[]) =>
  turns.map((rows) => rows.map(({ title }) => title));

describe('The rounds of a derived group', () => {
  it.each([
    { what: 'a square', rows: product('abc', '123'), most: 4 },
    { what: 'a wide table', rows: product('ab', '1234'), most: 2 },
    { what: 'a high table', rows: product('abcd', '12'), most: 2 },
    { what: 'rows of which one has it all', rows: [aRow('a'), aRow('b'), aRow('a', 'b')], most: 3 },
    { what: 'no rows', rows: [], most: 0 },
  ])('of $what are $most at most, each with everything that the group varies', ({ rows, most }) => {
    const rounds = roundsOf(rows);

    expect(rounds.length).toBeLessThanOrEqual(most);
    expect(rounds.map(traitsOf)).toEqual(rounds.map(() => traitsOf(rows)));
    expect(new Set(rounds.flat())).toEqual(new Set(rows));
  });

  it('are one row each where every row varies the same', () => {
    const rows = ['a', 'b', 'c'].map((title) => ({ ...aRow('language'), title }));

    expect(titles(roundsOf(rows))).toEqual([['a'], ['b'], ['c']]);
  });

  it('are one row each where nothing varies', () => {
    const rows = ['a', 'b', 'c'].map((title) => ({ ...aRow(), title }));

    expect(titles(roundsOf(rows))).toEqual([['a'], ['b'], ['c']]);
  });

  it('are the same in whatever order the rows stand', () => {
    const rows = product('abc', '123');

    expect(roundsOf([...rows].reverse())).toEqual(roundsOf(rows));
  });

  it('have rows of an earlier round only where none is left that has a trait', () => {
    const rounds = titles(roundsOf([aRow('a', '1'), aRow('a', '2'), aRow('b', '2')]));

    expect(rounds.map((names) => names.sort())).toEqual([
      ['a 1', 'b 2'],
      ['a 1', 'a 2', 'b 2'],
    ]);
  });
});

describe('The rounds of several groups', () => {
  const of = (group: string, names: string): PlannedCase[] =>
    Array.from(names).map((title) => ({ ...aRow('language'), title, group }));

  it('are taken side by side, and a group that has fewer begins again', () => {
    expect(titles(roundsOfAll([...of('refused', 'abc'), ...of('ways', 'xy')]))).toEqual([
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'x'],
    ]);
  });

  it('vary their traits each for itself', () => {
    const turns = [of('refused', 'a'), of('ways', 'x'), of('ways', 'y')];

    expect(turnsForAll(turns)).toBe(3);
  });

  it('are none where there are no rows', () => {
    expect(roundsOfAll([])).toEqual([]);
  });
});

describe('Rounds in parts', () => {
  const round = [aRow('a'), aRow('b'), aRow('c'), aRow('d'), aRow('e')];

  it.each([
    { parts: 1, turns: ['abcde', 'a'] },
    { parts: 2, turns: ['abc', 'de', 'a'] },
    { parts: 3, turns: ['ab', 'cd', 'e', 'a'] },
    { parts: 4, turns: ['ab', 'cd', 'e', 'a'] },
    { parts: 8, turns: ['a', 'b', 'c', 'd', 'e', 'a'] },
  ])('are $turns for $parts', ({ parts, turns }) => {
    const given = inParts([round, round.slice(0, 1)], parts);

    expect(titles(given).map((names) => names.join(''))).toEqual(turns);
  });

  it('have no part that is dearer than it has to be', () => {
    const costing = (title: string, calls: number): PlannedCase => ({
      ...aRow(title),
      cost: { counted: { 'report/list': calls }, free: {} },
    });
    const given = inParts([[costing('a', 0), costing('b', 2), costing('c', 1), costing('d', 3)]], 2);

    expect(titles(given).map((names) => names.join(''))).toEqual(['da', 'bc']);
    expect(given.map(ownCost)).toEqual([3, 3]);
  });
});

describe('The turns until every trait has occurred, wherever one begins to look,', () => {
  it.each([
    { what: 'none', turns: [], count: 1 },
    { what: 'what every turn has', turns: ['a', 'a', 'a'], count: 1 },
    { what: 'what takes turns', turns: ['a', 'b', 'c'], count: 3 },
    { what: 'what one turn has', turns: ['ab', 'a', 'a', 'a'], count: 4 },
    { what: 'the longest gap', turns: ['a', 'a', 'a', 'ab', 'ab'], count: 4 },
    { what: 'a gap over the end', turns: ['a', 'ab', 'ab', 'a'], count: 3 },
  ])('are $count for $turns: $what', ({ turns, count }) => {
    expect(turnsForAll(turns.map((names) => Array.from(names).map((name) => aRow(name))))).toBe(count);
  });
});
