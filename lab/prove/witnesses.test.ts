import { aFault, someClaims } from './testing';
import { nextWitnesses } from './witnesses';

const [one, other, mute] = ['a.spec.ts one', 'a.spec.ts other', 'b.spec.ts mute'];
const cases = new Map([
  [one, someClaims({ asserted: ['report/list/R1', 'report/list/R2'] })],
  [other, someClaims({ asserted: ['report/list/R2'] })],
  [mute, someClaims({ endpoints: [] })],
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

  it('that claim nothing are tried on several faults of what they call, as long as there are some', () => {
    const called = Array.from({ length: 9 }, (_, place) => aFault({ id: String(place), endpoint: 'ai/asr' }));
    const those = new Map([[mute, someClaims({ endpoints: ['ai/asr'] })]]);
    const met = new Map(called.slice(1).map(({ id }) => [id, new Set([mute])] as const));

    expect(nextWitnesses([mute], called, those, new Map())).toHaveLength(8);
    expect(nextWitnesses([mute], called, those, met).map(({ fault }) => fault)).toEqual(['0']);
  });

  it('are not tried twice on the same fault', () => {
    const tried = new Map([['second', new Set([one, other])]]);

    expect(nextWitnesses([one, other], faults, cases, tried)).toEqual([
      { fault: 'first', files: ['a.spec.ts'], cases: [one] },
    ]);
  });
});
