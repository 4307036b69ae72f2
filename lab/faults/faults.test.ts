import { endpoints } from '../../schemas';
import { gatewayItems, itemsOf, ruleIds } from '../../reporting/coverage/items';
import { faultClasses } from './fault';
import { faultNamed, faults } from './index';

const promises = new Set([
  ...endpoints.flatMap((endpoint) => itemsOf(endpoint).map(({ id }) => id)),
  ...gatewayItems().map(({ id }) => id),
  ...ruleIds,
]);

describe('the fault catalogue', () => {
  it('has no id twice', () => {
    const ids = faults.map(({ id }) => id);

    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  it('names for every fault a promise that it breaks', () => {
    expect(faults.filter((fault) => fault.promises.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('knows every promise from the documentation', () => {
    const unknown = faults.flatMap((fault) => fault.promises.filter((promise) => !promises.has(promise)));

    expect(unknown).toEqual([]);
  });

  it('begins every id with an endpoint or a gateway', () => {
    const places = [...endpoints.map(({ id }) => id), 'gateway', 'token'];

    expect(faults.filter(({ id }) => !places.some((place) => id.startsWith(`${place}: `)))).toEqual([]);
  });

  it.each(endpoints.map(({ id }) => id))('has five faults of %s or more', (id) => {
    expect(faults.filter(({ endpoint }) => endpoint === id).length).toBeGreaterThanOrEqual(5);
  });

  it.each(faultClasses)('has faults of the class %s, some of them by hand', (wanted) => {
    const found = faults.filter((fault) => fault.handWritten).map((fault) => fault.class);

    expect(found).toContain(wanted);
  });

  it.each([
    { kind: 'auth', least: 100 },
    { kind: 'envelope', least: 120 },
    { kind: 'lists', least: 90 },
    { kind: 'schema', least: 400 },
    { kind: 'state', least: 110 },
    { kind: 'validation', least: 300 },
  ])('has $least faults of the class $kind or more', ({ kind, least }) => {
    expect(faults.filter((fault) => fault.class === kind).length).toBeGreaterThanOrEqual(least);
  });

  it.each(endpoints.map(({ id }) => id))('has faults of %s in every class that is derived', (id) => {
    const found = new Set(faults.filter(({ endpoint }) => endpoint === id).map((fault) => fault.class));

    expect([...found]).toEqual(expect.arrayContaining(['auth', 'envelope', 'schema', 'validation']));
  });

  it('finds a fault by its id', () => {
    expect(faultNamed('blackboard/update: a no-op')).toMatchObject({
      endpoint: 'blackboard/update',
      handWritten: true,
    });
  });

  it('says where the ids are listed when it finds none', () => {
    expect(() => faultNamed('blackboard/update: nothing')).toThrow('npm run prove -- --list');
  });
});
