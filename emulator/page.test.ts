import { pageAt } from './page';

describe('A page of a list', () => {
  const all = ['a', 'b', 'c', 'd'];

  it.each([
    { offset: 0, size: 3, want: { rows: ['a', 'b', 'c'], next: 3 } },
    { offset: 1, size: 2, want: { rows: ['b', 'c'], next: 3 } },
    { offset: 2, size: 2, want: { rows: ['c', 'd'] } },
    { offset: 3, size: 2, want: { rows: ['d'] } },
    { offset: 4, size: 2, want: { rows: [] } },
    { offset: 9, size: 2, want: { rows: [] } },
  ])('of $size from $offset is $want', ({ offset, size, want }) => {
    expect(pageAt(all, offset, size)).toEqual(want);
  });

  it.each([
    { offset: -1, size: 1 },
    { offset: 0, size: 0 },
  ])('of $size from $offset is refused', ({ offset, size }) => {
    expect(() => pageAt(all, offset, size)).toThrow('offset or size');
  });
});
