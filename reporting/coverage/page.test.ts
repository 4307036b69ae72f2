import type { Coverage, Measure } from './coverage';
import { kinds } from './items';
import { coverageSection } from './page';
import { tight } from '../testing/tight';

const aMeasure = (overrides: Partial<Measure> = {}): Measure => ({
  kind: 'operations',
  total: 4,
  called: 3,
  asserted: 2,
  untestable: 1,
  ...overrides,
});
const nothing: Coverage = {
  tcl: { called: 7, asserted: 6 },
  levels: [{ level: 7, criteria: [], called: true, asserted: true }],
  total: [],
  endpoints: [],
  untestable: [],
  unknown: [],
};
const page = (overrides: Partial<Coverage> = {}): string =>
  tight(coverageSection({ ...nothing, ...overrides }).text);
const headOf = (first: string, others: readonly string[]): string =>
  `<thead><tr><th>${first}</th>${others.map((name) => `<th class="number">${name}</th>`).join('')}</tr></thead>`;

describe('The coverage, on the start page', () => {
  it('is the level that was reached, and a table of kinds', () => {
    const text = page({ total: [aMeasure()] });

    expect(text).toContain('<h2>Coverage of the documentation<small>TCL 6</small></h2>');
    expect(text).toContain('what was asserted: 6; by what was merely called: 7. Each figure');
    expect(text).toContain(
      `${headOf('', ['In the docs', 'Called', 'Asserted', 'Not testable'])}<tbody><tr><td>operations</td>${[4, 3, 2, 1].map((figure) => `<td class="number">${figure}</td>`).join('')}</tr></tbody>`,
    );
  });

  it('says what the next level needs', () => {
    const levels = [
      { level: 1, criteria: ['operations'], asserted: true },
      { level: 2, criteria: ['errors', 'rules'], asserted: false },
      { level: 3, criteria: ['flows'], asserted: false },
    ] as unknown as Coverage['levels'];

    expect(page({ levels })).toContain('called: 7. Level 2 needs every one of: errors, rules. Each figure');
  });

  it('shows for each endpoint what is asserted of each kind, and nothing where there is nothing', () => {
    const measures = [aMeasure(), aMeasure({ kind: 'errors', total: 0 })];
    const others = kinds.slice(1).map(() => '<td class="number"></td>');

    expect(page({ endpoints: [{ id: 'report/list', measures, notCalled: [], notAsserted: [] }] })).toContain(
      `${headOf('Endpoint', kinds)}<tbody><tr><td>report/list</td><td class="number">2/4</td>${others.join('')}</tr></tbody>`,
    );
  });

  it('names what is missing, by endpoint', () => {
    const endpoints = [
      { id: 'a', measures: [], notCalled: ['a?x'], notAsserted: ['a?y', 'a?z'] },
      { id: 'b', measures: [], notCalled: [], notAsserted: [] },
      { id: 'c', measures: [], notCalled: ['c?x'], notAsserted: ['c?y'] },
    ];

    expect(page({ endpoints })).toContain(
      [
        '<details><summary>What is missing<span class="quiet">5</span></summary>',
        '<details><summary>a<span class="quiet">3</span></summary>',
        '<p>Not called:</p><ul><li><code>a?x</code></li></ul>',
        '<p>Called, but not asserted:</p><ul><li><code>a?y</code></li><li><code>a?z</code></li></ul></details>',
        '<details><summary>c<span class="quiet">2</span></summary>',
        '<p>Not called:</p><ul><li><code>c?x</code></li></ul>',
        '<p>Called, but not asserted:</p><ul><li><code>c?y</code></li></ul></details></details>',
      ].join(''),
    );
  });

  it('ends with what no case can cover, and what stands in no documentation', () => {
    expect(page({ untestable: [{ id: 'a/R1', reason: 'nobody sees it' }], unknown: ['b?y'] })).toMatch(
      new RegExp(
        [
          '<details><summary>Not testable, with the reason<span class="quiet">1</span></summary>',
          '<ul><li><code>a/R1</code>: nobody sees it</li></ul></details>',
          '<p>Asserted, but in no documentation:</p><ul><li><code>b\\?y</code></li></ul></section>$',
        ].join(''),
      ),
    );
    expect(page()).toMatch(/<ul><\/ul><\/details><\/section>$/);
  });
});
