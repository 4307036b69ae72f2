import { aFault, aTrial, someClaims } from './testing';
import { claimersLeft, stagesFor } from './stages';

const own = 'specs/blackboard/update.spec.ts';
const flow = 'specs/flows/announcement.spec.ts';
const gateways = 'specs/flows/gateways.spec.ts';

const cases = new Map([
  [`${own} R5: dear`, someClaims({ asserted: ['blackboard/update/R5'], calls: 9 })],
  [`${own} R5: cheap`, someClaims({ asserted: ['blackboard/update/R5'], calls: 2 })],
  [`${own} something else`, someClaims()],
  [`${flow} goes on`, someClaims()],
  [`${gateways} G1`, someClaims({ endpoints: ['token/get'] })],
]);

describe('stages', () => {
  it('asks those that claim a fault, the cheapest first, then the whole spec of the endpoint, then whoever else calls it', () => {
    const stages = stagesFor(aFault(), cases);

    expect(stages[0]?.cases).toEqual([`${own} R5: cheap`, `${own} R5: dear`]);
    expect(stages.map(({ files }) => files)).toEqual([[own], [own], [flow]]);
  });

  it('asks first who has noticed nothing yet', () => {
    const heard = new Set([`${own} R5: cheap`]);
    const fault = aFault({ class: 'validation' });
    const [first] = stagesFor(fault, cases, [], heard);

    expect(first?.cases?.[0]).toBe(`${own} R5: dear`);
  });

  it('asks the cheapest about the shape of an answer, whoever has noticed something', () => {
    const fault = aFault({ class: 'schema' });
    const [first] = stagesFor(fault, cases, [], new Set([`${own} R5: cheap`]));

    expect(first?.cases?.[0]).toBe(`${own} R5: cheap`);
  });

  it('takes the whole spec at once where nobody claims a fault', () => {
    const fault = aFault({ promises: ['blackboard/update/R2'] });

    expect(stagesFor(fault, cases)[0]?.cases).toBeUndefined();
  });

  it('asks the specs of the gateways about a fault of no endpoint', () => {
    expect(stagesFor(aFault({ endpoint: 'gateway' }), cases)[0]?.files).toEqual([gateways]);
  });

  it.each([
    { who: 'somebody else', ended: { [`${flow} goes on`]: 'failed' }, left: 2 },
    { who: 'nobody', ended: { [`${flow} goes on`]: 'passed' }, left: undefined },
    { who: 'one who claims it', ended: { [`${own} R5: dear`]: 'failed' }, left: undefined },
  ] as const)('asks $left of those who claim a fault that $who has noticed', ({ ended, left }) => {
    const fault = aFault();

    expect(claimersLeft(fault, cases, [aTrial(fault.id, ended)])?.cases?.length).toBe(left);
  });

  it('asks the named files only', () => {
    expect(stagesFor(aFault(), cases, ['flows/announcement']).map(({ files }) => files)).toEqual([[flow]]);
  });
});
