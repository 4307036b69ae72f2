import { aFault, aTrial, someClaims } from './testing';
import { listsOf, matrixOf } from './matrix';
import { pageOf } from './page';
import { resultsOf, resultsText, type Proved } from './results';

const [claimer, stranger, silent] = ['a.spec.ts R5: it', 'a.spec.ts other', 'a.spec.ts silent'];
const cases = new Map([
  [claimer, someClaims({ asserted: ['blackboard/update/R5'] })],
  [stranger, someClaims()],
  [silent, someClaims()],
]);
const faults = ['noticed', 'by a stranger', 'missed'].map((id) => aFault({ id }));
const trials = [
  aTrial('noticed', { [stranger]: 'failed', [claimer]: 'failed', [silent]: 'passed' }),
  aTrial('by a stranger', { [stranger]: 'failed', [claimer]: 'skipped' }),
  aTrial('missed', { [claimer]: 'passed' }),
  aTrial('missed', { [stranger]: 'passed' }),
];
const matrix = matrixOf(faults, cases, trials);

describe('matrix', () => {
  it('names who noticed a fault, those that claim it first', () => {
    expect(matrix.rows[0]).toMatchObject({
      id: 'noticed',
      noticedBy: [
        { case: claimer, claimed: true },
        { case: stranger, claimed: false },
      ],
      claimedBy: [claimer],
      tried: 3,
    });
  });

  it('counts the cases of all trials of a fault, without those that were skipped', () => {
    expect(matrix.rows.map(({ tried }) => tried)).toEqual([3, 1, 2]);
  });

  it('leaves out what was not tried', () => {
    expect(matrixOf([aFault({ id: 'new' })], cases, trials).rows).toEqual([]);
  });

  it('lists what is to be mended', () => {
    const { unnoticed, unclaimed, silent: nothing } = listsOf(matrix);
    const ids = [unnoticed, unclaimed].map((rows) => rows.map(({ id }) => id));

    expect([...ids, nothing]).toEqual([['missed'], ['by a stranger'], [silent]]);
  });

  it('is written as a page', () => {
    expect(pageOf(matrix, 61_000)).toMatch(/3 faults, 3 cases, 61\.0 s[^]*\| state \| 3 \| 2 \| 3 \| 2 \|/);
  });

  it('is written for the repository, a line for each fault and case', () => {
    const about = { date: '2026-11-24', commit: 'abc', durationSeconds: 60, processes: 2, catalogue: 5 };
    const text = resultsText(resultsOf(matrix, about, new Map([['by a stranger', 'k3']])));

    expect((JSON.parse(text) as Proved).faults[1]).toEqual({
      id: 'by a stranger',
      class: 'state',
      endpoint: 'blackboard/update',
      handWritten: true,
      noticed: true,
      cases: 1,
      files: ['a.spec.ts'],
      byClaim: false,
      basis: 'k3',
    });
    expect(text).toContain('\n    {"file":"a.spec.ts","title":"silent","faults":0}\n');
  });
});
