import { endpoints } from '../../schemas';
import { costOf, costOfCalls, endpointsOf, plannedCases, type PlannedCase } from './costs';
import { storiesFile, storyCost } from './story-cost';

const file = 'specs/report/list.spec.ts';
const listing = { counted: { 'report/list': 2 }, free: {} };

describe('plannedCases', () => {
  it('gives a case of which nothing is told no calls, nothing shared and no group', () => {
    expect(plannedCases({ [file]: { cases: { lists: {} } } }, 0)).toStrictEqual([
      { file, title: 'lists', cost: { counted: {}, free: {} }, shared: {}, traits: [] },
    ]);
  });

  it('gives a case all that was measured of it', () => {
    const lists = { counted: { 'report/list': 2 }, uses: ['window'], group: 'refused', traits: ['null'] };
    const shared = { window: { free: { 'token/get': 1 } }, template: {} };

    expect(plannedCases({ [file]: { shared, cases: { lists } } }, 0)).toStrictEqual([
      {
        file,
        title: 'lists',
        cost: listing,
        shared: { window: { counted: {}, free: { 'token/get': 1 } } },
        group: 'refused',
        traits: ['null'],
      },
    ]);
  });

  it('leaves out what shares something that is absent', () => {
    const cases = { lists: { uses: ['window'] }, reads: { uses: ['template'] }, counts: {} };
    const costs = { [file]: { shared: { window: {}, template: {} }, cases } };

    expect(plannedCases(costs, 0, ['window']).map(({ title }) => title)).toEqual(['reads', 'counts']);
    expect(plannedCases(costs, 0)).toHaveLength(3);
  });

  it('multiplies the cost of stories only', () => {
    const [lists, plays] = plannedCases(
      { [file]: { cases: { lists: listing } }, [storiesFile]: { cases: { plays: { counted: storyCost } } } },
      3,
    );

    expect(lists?.cost).toEqual(listing);
    expect(plays?.cost.counted).toMatchObject({ 'blackboard/create': 3 * storyCost['blackboard/create'] });
  });
});

describe('What cases cost', () => {
  it('has once for each file what they share', () => {
    const one: PlannedCase = { file, title: 'a', cost: listing, shared: { window: listing }, traits: [] };
    const other = { ...one, file: 'specs/report/create.spec.ts' };

    expect(costOf([one, { ...one, title: 'b' }, other]).counted).toEqual({ 'report/list': 10 });
  });

  it('stands in the order of the endpoints', () => {
    const ids = endpoints.map(({ id }) => id);
    const calls = [...ids].reverse().map((endpoint) => ({ endpoint, counted: true }));

    expect(Object.keys(costOfCalls(calls).counted)).toEqual(ids);
  });

  it('names each endpoint once, counted or not', () => {
    expect(
      endpointsOf({ counted: { 'report/list': 1 }, free: { 'report/list': 2, 'token/get': 1 } }),
    ).toEqual(['report/list', 'token/get']);
  });
});
