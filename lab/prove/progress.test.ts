import { durationOf, Progress, progressLine } from './progress';

describe('progress', () => {
  it('shows counts and the time that is left', () => {
    expect(progressLine({ done: 1, of: 4, unnoticed: 1, elapsedMs: 30_000 })).toBe(
      '██████·················· 1 of 4, 1 not noticed, 1 min 30 s left',
    );
  });

  it.each([
    { ms: 45_400, text: '45 s' },
    { ms: 200_000, text: '3 min 20 s' },
  ])('writes $ms ms as $text', ({ ms, text }) => {
    expect(durationOf(ms)).toBe(text);
  });

  it('writes a line for every twentieth where there is no terminal', () => {
    const lines: string[] = [];
    const progress = new Progress({ write: (text) => lines.push(text) });
    for (let done = 1; done <= 100; done += 1) progress.show({ done, of: 100, unnoticed: 0 });

    expect(lines).toHaveLength(20);
  });
});
