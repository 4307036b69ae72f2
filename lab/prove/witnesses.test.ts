import { aFault, someClaims } from './testing';
import { nextWitnesses } from './witnesses';

const [one, other, mute] = ['a.spec.ts one', 'a.spec.ts other', 'b.spec.ts mute'];
const cases = new Map([
  [one, someClaims({ asserted: ['report/list/R1', 'report/list/R2'] })],
  [other, someClaims({ asserted: ['report/list/R2'] })],
  [mute, someClaims()],
]);
const faults = [
  aFault({ id: 'first', promises: ['report/list/R1'] }),
  aFault({ id: 'second', promises: ['report/list/R2'] }),
];

describe('witnesses', () => {
  it('are tried on the fault that most of the silent cases of a file claim', () => {
    expect(nextWitnesses([one, other, mute], faults, cases, new Map())).toEqual([
      { fault: 'second', files: ['a.spec.ts'], cases: [one, other] },
    ]);
  });

  it('are not tried twice on the same fault', () => {
    const tried = new Map([['second', new Set([one, other])]]);

    expect(nextWitnesses([one, other], faults, cases, tried)).toEqual([
      { fault: 'first', files: ['a.spec.ts'], cases: [one] },
    ]);
  });
});
