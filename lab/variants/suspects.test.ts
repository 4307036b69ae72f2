import { suspicions } from './suspects';

const row = (a: string, b: string, failed: string[] = [], silent: string[] = []) => ({
  chosen: { a, b },
  failed,
  silent,
});

describe('Who is suspected of a failure', () => {
  it('is an answer of every tenant on which the case failed and of none on which it passed', () => {
    const rows = [row('1', '1', ['x']), row('1', '2', ['x']), row('2', '1'), row('2', '2')];

    expect(suspicions(rows)).toEqual([{ title: 'x', failures: 2, suspects: ['a=1'] }]);
  });

  it('is nobody where the same answer also passed', () => {
    expect(suspicions([row('1', '1', ['x']), row('1', '2'), row('2', '1')])).toEqual([
      { title: 'x', failures: 1, suspects: [] },
    ]);
  });

  it('does not count a tenant on which the case was skipped', () => {
    const rows = [row('1', '1', ['x']), row('1', '2', [], ['x']), row('2', '1')];

    expect(suspicions(rows)).toEqual([{ title: 'x', failures: 1, suspects: ['a=1'] }]);
  });
});
