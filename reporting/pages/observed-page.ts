import { html, type Markup } from './markup';
import { table } from './table';
import type { Latency } from '../latencies';
import type { NeverSeen } from '../never-seen';
import type { Observed } from '../observed';
import type { Contradictions } from '../settled';
import type { Source } from '../../schemas/endpoint';
import type { Sources } from '../sources';

type Target = 'emulator' | 'live';

/** The part of the start page that says what the run has learned of the tenant, and where the expectations come from. */
export function observedSection(
  { latencies, neverSeen, contradictions, sources, assertions }: Observed,
  target: Target,
): Markup {
  return html`<section>
    <h2>What the answers say</h2>
    ${latencyTable(latencies)} ${settled(contradictions, target)} ${missing(neverSeen)}
    ${histogram(sources, assertions)}
  </section>`;
}

function latencyTable(latencies: readonly Latency[]): Markup {
  const rows = latencies.map(
    ({ endpoint, answers, medianMs, p95Ms, slowestMs }) =>
      html`<tr>
        <td>${endpoint}</td>
        ${[answers, medianMs, p95Ms, slowestMs].map((figure) => html`<td class="number">${figure}</td>`)}
      </tr>`,
  );
  const head = ['Endpoint', 'Answers', 'Median', '95th percentile', 'Slowest'];
  return html`<details>
    <summary>
      Time to answer, in milliseconds <span class="quiet">${latencies.length} endpoints</span>
    </summary>
    ${table(head, rows)}
  </details>`;
}

function settled({ total, readable, settled: all }: Contradictions, target: Target): Markup {
  const clear = all.filter(({ agrees, disagrees }) => agrees.length > 0 && disagrees.length > 0);
  const rows = all.map(
    ({ endpoint, field, places, agrees, disagrees }) =>
      html`<tr>
        <td>${endpoint}</td>
        <td>${field}</td>
        <td>${agrees.length === 0 ? 'with none throughout' : agrees.join('; ')}</td>
        <td>${disagrees.join('; ')}</td>
        <td class="number">${places}</td>
      </tr>`,
  );
  const whose =
    target === 'live'
      ? 'This tenant settles'
      : 'The embedded tenant, which says nothing of DingTalk, would settle';
  return html`<details>
    <summary>
      Contradictions between the sources
      <span class="quiet">${clear.length} of ${readable} that an answer can settle, ${total} in all</span>
    </summary>
    <p class="quiet">
      ${whose} ${clear.length}: its answers agree with one source everywhere and not with another.
    </p>
    ${table(['Endpoint', 'About', 'Agrees with', 'Speaks against', 'Places'], rows)}
  </details>`;
}

function missing(all: readonly NeverSeen[]): Markup {
  const count = all.reduce((sum, { fields }) => sum + fields.length, 0);
  const items = all.map(
    ({ endpoint, successes, fields }) =>
      html`<li>
        ${endpoint} (${successes} successes): ${fields.map((field) => html`<code>${field}</code> `)}
      </li>`,
  );
  return html`<details>
    <summary>Documented fields that no answer had <span class="quiet">${count}</span></summary>
    <ul>
      ${items}
    </ul>
  </details>`;
}

function histogram(sources: Sources, assertions: Observed['assertions']): Markup {
  const all = Object.entries(sources);
  const most = Math.max(...all.map(([, count]) => count), 1);
  const rows = all.map(
    ([source, count]) =>
      html`<tr>
        <td>${source}</td>
        <td class="number">${count}</td>
        <td><meter min="0" max="${most}" value="${count}">${count}</meter></td>
        <td class="number">${assertions[source as Source]}</td>
      </tr>`,
  );
  const total = all.reduce((sum, [source, count]) => sum + (source === 'tenant-recorded' ? 0 : count), 0);
  return html`<details open>
    <summary>Where the expectations come from <span class="quiet">${total}</span></summary>
    <p class="quiet">
      Parameters, fields, rules, refusals and permissions. Tenant-recorded are those of them that a recording
      of a real tenant
      confirms${sources['tenant-recorded'] === 0 ? ': none yet, for nobody has recorded' : ''}.
    </p>
    <p class="quiet">
      Asserted is what the cases of this run have shown to hold. On a tenant that is not the suite's own, what
      is inferred or assumed becomes a finding where it does not hold; everything else fails.
    </p>
    ${table(['Source', 'Expectations', '', 'Asserted'], rows)}
  </details>`;
}
