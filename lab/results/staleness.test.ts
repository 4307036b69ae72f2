import type { Catalogue, Results } from './scoreboard';
import { staleness, type Today } from './staleness';

const names = ['hrm/a', 'hrm/b', 'hrm/c', 'hrm/d', 'hrm/e', 'hrm/f', 'gateway'];
const today: Today = {
  faults: names.map((name) => ({ id: `${name}: lies: always`, firm: name !== 'hrm/b' })),
  cases: [...names, 'flows/smoke'].map((name) => ({
    file: `specs/${name}.spec.ts`,
    title: 'R1: it answers',
  })),
};

/** Results of everything but what is of these endpoints. */
function provedWithout(...missing: readonly string[]): Catalogue {
  const isKnown = (text: string): boolean => !missing.some((name) => text.includes(name));
  return {
    ...{ date: '2026-11-24', commit: 'abc', durationSeconds: 1, processes: 1 },
    faults: today.faults
      .filter(({ id }) => isKnown(id))
      .map(({ id }) => ({
        id,
        class: 'state',
        endpoint: '',
        handWritten: true,
        noticed: true,
        byClaim: true,
      })),
    cases: today.cases.filter(({ file }) => isKnown(file)).map((each) => ({ ...each, faults: 1 })),
  };
}

const whole = provedWithout();

describe('Results', () => {
  it('are fresh where every fault and every case has one', () => {
    expect(staleness({ catalogue: whole, live: whole }, today)).toEqual({ lines: [], commands: [] });
  });

  it.each<{ what: string; results: Results; commands: readonly string[] }>([
    {
      what: 'two new endpoints',
      results: { catalogue: provedWithout('hrm/a', 'hrm/b'), live: provedWithout('hrm/a', 'hrm/b') },
      commands: [
        'npm run prove -- --resume --only hrm/a --only hrm/b',
        'npm run prove -- --live --resume --only hrm/a',
      ],
    },
    {
      what: 'a fault of the gateways on live tenants',
      results: { catalogue: whole, live: provedWithout('gateway') },
      commands: ['npm run prove -- --live --resume --only gateway'],
    },
    {
      what: 'many endpoints',
      results: { catalogue: provedWithout('hrm/'), live: whole },
      commands: ['npm run prove -- --resume'],
    },
    {
      what: 'a flow, which is about no endpoint alone',
      results: { catalogue: provedWithout('hrm/a', 'flows/'), live: whole },
      commands: ['npm run prove -- --resume'],
    },
    {
      what: 'what was never tried as on a live tenant',
      results: { catalogue: whole },
      commands: [],
    },
    { what: 'everything', results: {}, commands: ['npm run prove'] },
  ])('lack $what: the command tries just that', ({ results, commands }) => {
    expect(staleness(results, today).commands).toEqual(commands);
  });

  it('say what is missing and what is gone, a line each', () => {
    const { faults, cases } = today;
    const isOther = (text: string): boolean => !text.includes('hrm/c');
    const later: Today = {
      faults: [{ id: 'hrm/d: is new', firm: true }, ...faults.filter(({ id }) => isOther(id))],
      cases: [{ file: 'specs/hrm/d.spec.ts', title: 'is new' }, ...cases],
    };

    const { lines, commands } = staleness({ catalogue: whole, live: whole }, later);

    expect(lines).toEqual([
      'a fault that has not been tried: hrm/d: is new',
      'a fault that is gone: hrm/c: lies: always',
      'a fault that has not been tried as on a live tenant: hrm/d: is new',
      'a case that has not been tried: specs/hrm/d.spec.ts is new',
    ]);
    expect(commands).toEqual(['npm run prove -- --resume', 'npm run prove -- --live --resume --only hrm/d']);
  });
});
