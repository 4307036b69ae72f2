import { tallied } from './variants';
import { headlines, percent, type Results, type Catalogue } from './scoreboard';
import { scoreboardPage } from './scoreboard-page';
import { summed } from './soak';

const fault = {
  id: 'report/list: repeats a page',
  class: 'lists',
  endpoint: 'report/list',
  handWritten: true,
  noticed: true,
  byClaim: true,
};
const catalogue: Catalogue = {
  date: '2026-11-24',
  commit: 'abc1234',
  durationSeconds: 540,
  processes: 2,
  faults: [
    fault,
    {
      ...fault,
      id: 'report/list: shows | ten',
      class: 'schema',
      noticed: false,
      byClaim: false,
    },
  ],
  cases: [
    { file: 'specs/report/list.spec.ts', title: 'R1', faults: 1 },
    { file: 'specs/report/list.spec.ts', title: 'R2', faults: 0 },
  ],
};
const run = { state: 'fresh', workers: 2, seed: 5, cases: 7, skipped: 0, durationMs: 60_000, alarms: [] };
const visit = { cases: 40, failed: 0, skipped: 2, seconds: 9, calls: 300, highestRate: 19 };
const state = { ...visit, leftovers: 0, disturbances: 0, strangers: 0, clean: true };
const total = { score: 91.2, killed: 900, timeout: 12, survived: 80, noCoverage: 8, argued: 30, ignored: 5 };
const results: Results = {
  catalogue,
  live: { ...catalogue, faults: [fault], cases: [] },
  soak: summed([run], '2026-11-24', 'code'),
  variants: { busy: tallied([state, state], '2026-11-24', 'full') },
  choices: {
    ...tallied([state, state], '2026-11-24', 'full'),
    ...{ choices: 3, answers: 7, pairs: 16, rows: 6, findings: 4 },
  },
  trial: {
    date: '2026-11-24',
    how: 'Written from the documentation alone.',
    faults: 3,
    noticedFirst: 2,
    escapes: [{ id: 'token/get: any secret', rule: 'near misses are refused', noticedNow: true }],
  },
  mutation: { emulator: { date: '2026-11-24', commit: 'abc', atLeast: 90, total } },
};

describe('The headlines', () => {
  it('say what was noticed, how often it was a false alarm, and the mutation scores', () => {
    expect(headlines(results)).toEqual([
      '1 of 2 wrong tenants noticed (50.0 %).',
      '1 of 1 that break something documented or observed noticed as on a live tenant (100.0 %).',
      '2 of 3 faults that were written blind noticed at the first try (66.6 %).',
      '0 false alarms in 1 runs on honest tenants.',
      '1 of 1 states of a difficult tenant passed over the network, every time they were tried.',
      '3 open questions answered in every legal way, 16 pairs of answers on 6 tenants: 2 of 2 runs clean, 0 false alarms.',
      'Mutation score of the self-tests, emulator: 91.2 %.',
    ]);
  });

  it('say nothing about what was not measured', () => {
    expect(headlines({})).toEqual([]);
  });
});

describe('The page', () => {
  it.each([
    ['faults by class', '| lists | 1 | 1 (100.0 %) | 1 |'],
    ['what escaped', '- `report/list: shows | ten`'],
    ['the cases that noticed something', '1 of 2 cases noticed at least one fault.'],
    ['the cases that noticed nothing', '- `specs/report/list.spec.ts` R2'],
    [
      'what nobody had prepared for',
      '2 of 3 were noticed at the first try; of the 1 others 1 are noticed now.',
    ],
    ['the rule that an escape led to', '| `token/get: any secret` | near misses are refused |'],
    ['faults on a live tenant', '| lists | 1 | 1 (100.0 %) | 1 |'],
    ['runs by workers', '| 2 | 1 | 1 |'],
    ['runs on a difficult tenant', '| busy | 2 of 2 | 80 (4) | 600 | 19 | 0 | 0 | 0 | 2026-11-24, full |'],
    ['mutation scores', '| emulator | 91.2 % | 90 % | 912 | 88 | 30 | 2026-11-24, abc |'],
  ])('shows %s', (_, line) => {
    expect(scoreboardPage(results)).toContain(line);
  });

  it('leaves out what was not measured', () => {
    expect(scoreboardPage({ catalogue })).not.toMatch(/soak|guest|mutation|nobody had prepared/);
  });
});

describe('percent', () => {
  it.each([
    [999, 1000, '99.9 %'],
    [9999, 10_000, '99.9 %'],
    [3, 3, '100.0 %'],
    [0, 0, '-'],
  ])('writes %i of %i as %s', (part, whole, text) => {
    expect(percent(part, whole)).toBe(text);
  });
});
