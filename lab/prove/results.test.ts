import { merged, type Proved } from './results';

const about = { commit: 'abc', durationSeconds: 60, processes: 2, catalogue: 3 };
const fault = {
  class: 'state',
  endpoint: 'report/list',
  handWritten: true,
  cases: 1,
  files: ['a.spec.ts'],
  byClaim: true,
};
const [first, second, gone] = ['first', 'second', 'gone'].map((id) => ({ ...fault, id, noticed: true }));
const count = (title: string, faults: number) => ({ file: 'a.spec.ts', title, faults });

const earlier = {
  ...about,
  date: '2026-11-24',
  faults: [first, gone],
  cases: [count('old', 2), count('taken out', 4)],
} as Proved;
const now = {
  ...about,
  date: '2026-11-30',
  faults: [second],
  cases: [count('new', 1), count('old', 0)],
} as Proved;

describe('A run of a part of the catalogue', () => {
  it('keeps the earlier results of what it has not tried, and drops what is gone', () => {
    const { faults, date } = merged(earlier, now, ['second', 'first'], () => false);

    expect(faults.map(({ id }) => id)).toEqual(['second', 'first']);
    expect(date).toBe('2026-11-30');
  });

  it('tries an old result again in place of it', () => {
    const missed = { ...now, faults: [{ ...fault, id: 'first', noticed: false }] };

    expect(merged(earlier, missed, ['first'], () => false).faults).toMatchObject([{ noticed: false }]);
  });

  it.each([
    { what: 'stays', isChanged: false, faults: 2 },
    { what: 'is forgotten where its file has changed', isChanged: true, faults: 0 },
  ])('what a case noticed earlier $what', ({ isChanged, faults }) => {
    expect(merged(earlier, now, [], () => isChanged).cases).toEqual([count('new', 1), count('old', faults)]);
  });

  it('is all that is known where it is the first', () => {
    expect(merged(undefined, now, ['first', 'second'], () => true).faults).toEqual([second]);
  });
});
