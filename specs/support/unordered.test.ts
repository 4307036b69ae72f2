import { unordered } from './unordered';

describe('unordered', () => {
  it.each([
    {
      what: 'lists in another order',
      one: { a: [1, 2, { b: [3, 4] }] },
      other: { a: [{ b: [4, 3] }, 2, 1] },
    },
    { what: 'keys in another order', one: { a: 1, b: [] }, other: { b: [], a: 1 } },
    {
      what: 'cursors beyond 2^53',
      one: { next: 1234567890123000011n },
      other: { next: 1234567890123000011n },
    },
  ])('takes $what for the same', ({ one, other }) => {
    expect(unordered(one)).toEqual(unordered(other));
  });

  it.each([
    { what: 'a member twice', one: [1, 1, 2], other: [1, 2, 2] },
    { what: 'a member less', one: [1, 2], other: [1] },
    { what: 'another value inside', one: [{ a: 1 }], other: [{ a: 2 }] },
  ])('tells $what apart', ({ one, other }) => {
    expect(unordered(one)).not.toEqual(unordered(other));
  });
});
