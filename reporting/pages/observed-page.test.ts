import { startPage } from './start-page';
import { aSummary, anExchange } from '../testing/sample';
import { tight } from '../testing/tight';
import { observedIn, type Observed } from '../observed';
import { observedSection } from './observed-page';

const exchange = anExchange({ durationMs: 1234 });
const page = (target: 'live' | 'emulator'): string =>
  startPage(aSummary({ ...observedIn([exchange]), target }));

const nothing: Observed = {
  latencies: [],
  neverSeen: [],
  contradictions: { total: 0, readable: 0, settled: [] },
  sources: { documented: 0, observed: 0, inferred: 0, assumed: 0, 'tenant-recorded': 0 },
  assertions: { documented: 1, observed: 1, inferred: 1, assumed: 1, 'tenant-recorded': 1 },
};
const partOf = (overrides: Partial<Observed>): string =>
  tight(observedSection({ ...nothing, ...overrides }, 'live').text);
const headOf = (first: string, ...others: readonly string[]): string =>
  `<div class="wide"><table><thead><tr><th>${first}</th>${others.map((name) => `<th class="number">${name}</th>`).join('')}</tr></thead>`;
const numbers = (...figures: readonly (number | string)[]): string =>
  figures.map((figure) => `<td class="number">${figure}</td>`).join('');

describe('What the answers say, on the start page', () => {
  it.each([
    />1234</,
    /<code>request_id<\/code>|<code>errmsg<\/code>/,
    /documented<\/td>/,
    /nobody has recorded/,
  ])('holds %s', (text) => {
    expect(page('live')).toMatch(text);
  });

  it('speaks of the contradictions as of this tenant', () => {
    expect(page('live')).toMatch(/This tenant settles\s+1:/);
  });

  it('takes the embedded tenant for no evidence', () => {
    expect(page('emulator')).toContain('which says nothing of DingTalk');
  });

  it('are the times to answer', () => {
    const latencies = [{ endpoint: 'report/list', answers: 4, medianMs: 10, p95Ms: 20, slowestMs: 30 }];

    expect(partOf({ latencies })).toContain(
      [
        'Time to answer, in milliseconds<span class="quiet">1 endpoints</span></summary>',
        headOf('Endpoint', 'Answers', 'Median', '95th percentile', 'Slowest'),
        `<tbody><tr><td>report/list</td>${numbers(4, 10, 20, 30)}</tr></tbody>`,
      ].join(''),
    );
  });

  it('are the contradictions that are settled, and by which source', () => {
    const about = { endpoint: 'a', field: 'x', places: 3 };
    const settled = [
      { ...about, agrees: ['the page', 'the SDK'], disagrees: ['the example', 'the table'] },
      { ...about, agrees: [], disagrees: ['the page'] },
      { ...about, agrees: ['the page'], disagrees: [] },
    ];

    expect(partOf({ contradictions: { total: 9, readable: 5, settled } })).toContain(
      [
        '<span class="quiet">1 of 5 that an answer can settle, 9 in all</span></summary>',
        '<p class="quiet">This tenant settles 1: its answers agree with one source everywhere and not with another.</p>',
        headOf('Endpoint', 'About', 'Agrees with', 'Speaks against', 'Places'),
        `<tbody><tr><td>a</td><td>x</td><td>the page; the SDK</td><td>the example; the table</td>${numbers(3)}</tr>`,
        `<tr><td>a</td><td>x</td><td>with none throughout</td><td>the page</td>${numbers(3)}</tr>`,
        `<tr><td>a</td><td>x</td><td>the page</td><td></td>${numbers(3)}</tr></tbody>`,
      ].join(''),
    );
  });

  it('are the fields that no answer had', () => {
    const neverSeen = [
      { endpoint: 'a', successes: 2, fields: ['x', 'y'] },
      { endpoint: 'b', successes: 1, fields: ['z'] },
    ];

    expect(partOf({ neverSeen })).toContain(
      [
        'Documented fields that no answer had<span class="quiet">3</span></summary>',
        '<ul><li>a (2 successes):<code>x</code><code>y</code></li>',
        '<li>b (1 successes):<code>z</code></li></ul>',
      ].join(''),
    );
  });
});

describe('The sources of the expectations', () => {
  it('are counted, and none is recorded before somebody has recorded', () => {
    const { documented, observed, inferred, assumed, 'tenant-recorded': recorded } = observedIn([]).sources;

    expect(Math.min(documented, observed, inferred)).toBeGreaterThan(0);
    expect(assumed).toBeGreaterThanOrEqual(0);
    expect(recorded).toBe(0);
  });

  it('are shown against the most frequent, and what is recorded counts no second time', () => {
    const sources = { documented: 8, observed: 4, inferred: 2, assumed: 1, 'tenant-recorded': 3 };
    const row = (source: string, count: number): string =>
      `<tr><td>${source}</td>${numbers(count)}<td><meter min="0" max="8" value="${count}">${count}</meter></td>${numbers(1)}</tr>`;

    expect(partOf({ sources })).toContain(
      [
        'Where the expectations come from<span class="quiet">15</span></summary>',
        '<p class="quiet">Parameters, fields, rules, refusals and permissions. ',
        'Tenant-recorded are those of them that a recording of a real tenant confirms.</p>',
        `<p class="quiet">Asserted is what the cases of this run have shown to hold. On a tenant that is not the suite's own, what is inferred or assumed becomes a finding where it does not hold; everything else fails.</p>`,
        headOf('Source', 'Expectations', '', 'Asserted'),
        `<tbody>${Object.entries(sources)
          .map(([source, count]) => row(source, count))
          .join('')}</tbody>`,
      ].join(''),
    );
  });
});
