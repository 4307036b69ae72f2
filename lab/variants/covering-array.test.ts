import { choices, type Choice } from '../../emulator/choices';
import { coveringArray } from './covering-array';

const choice = (id: string, ...answers: [string, string, ...string[]]): Choice => {
  const [first, second, ...others] = answers.map((answer) => ({ id: answer, what: answer }));
  if (!first || !second) throw new Error('A choice has two answers.');
  return { id, question: '?', open: 'here', answers: [first, second, ...others] };
};

describe('A covering array', () => {
  it('meets every pair of answers, in fewer tenants than there are combinations', () => {
    const { rows, pairs } = coveringArray(
      [choice('a', '1', '2'), choice('b', '1', '2', '3'), choice('c', '1', '2'), choice('d', '1', '2')],
      '1',
    );

    expect(pairs).toBe(30);
    expect(rows.length).toBeLessThan(12);
    expect(rows).toContainEqual(expect.objectContaining({ b: '3', d: '2' }));
  });

  it('is the answers themselves where there is one choice', () => {
    expect(coveringArray([choice('a', '1', '2')], '1')).toEqual({ rows: [{ a: '1' }, { a: '2' }], pairs: 0 });
  });

  it('is the same for the same seed, over the choices of the tenant as well', () => {
    const some = choices.slice(0, 20);

    expect(coveringArray(some, '7')).toEqual(coveringArray(some, '7'));
    expect(coveringArray(some, '7').rows).not.toEqual(coveringArray(some, '8').rows);
  });
});
