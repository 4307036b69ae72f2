import { claims, claimsIn } from './claims';
import { aFault, someClaims } from './testing';

const line = { kind: 'case', file: 'a.spec.ts', title: 'it', exchanges: [], findings: [] } as const;

describe('claims', () => {
  it('are what a case covers, with the parameters whose values it covers', () => {
    const read = claimsIn([{ ...line, asserted: ['report/list?size=max'] }]);

    expect(read['a.spec.ts it']?.asserted).toEqual(['report/list?size=max', 'report/list?size']);
  });

  it('are left out where a case was skipped', () => {
    expect(claimsIn([{ ...line, skipped: 'no permission' }])).toEqual({});
  });

  it.each([
    { when: 'the rule is asserted', given: { asserted: ['blackboard/update/R5'] }, want: true },
    { when: 'nothing is asserted', given: {}, want: false },
  ])('a fault of meaning: $want when $when', ({ given, want }) => {
    expect(claims(someClaims(given), aFault())).toBe(want);
  });

  it.each([
    { kind: 'schema', want: true },
    { kind: 'state', want: false },
  ] as const)('whoever got a field claims its shape ($kind: $want)', ({ kind, want }) => {
    const fault = aFault({ class: kind, promises: ['report/list#result'] });

    expect(claims(someClaims({ seen: ['report/list#result'] }), fault)).toBe(want);
  });
});
