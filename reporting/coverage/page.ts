// Stryker disable StringLiteral: the words and markup of a page; logic is not left out.
import type { Coverage, EndpointCoverage, Measure } from './coverage';
import { kinds } from './items';
import { html, type Markup } from '../pages/markup';
import { table } from '../pages/table';

/** The part of the start page that says how much of the documentation was covered, and names what is missing. */
export function coverageSection(coverage: Coverage): Markup {
  const { tcl, endpoints } = coverage;
  return html`<section>
    <h2>Coverage of the documentation <small>TCL ${tcl.asserted}</small></h2>
    <p class="quiet">
      Test coverage level (0 to 7, Martin-Lopez et al., A-TEST 2019) by what was asserted: ${tcl.asserted}; by
      what was merely called: ${tcl.called}. ${nextLevel(coverage)} Each figure is asserted / total; what no
      case can cover is not in the total.
    </p>
    ${totals(coverage)}
    <details>
      <summary>By endpoint</summary>
      ${byEndpoint(endpoints)}
    </details>
    <details>
      <summary>What is missing <span class="quiet">${countOf(coverage)}</span></summary>
      ${endpoints.map(missing)}
    </details>
    ${notTestable(coverage)} ${unknown(coverage)}
  </section>`;
}

function nextLevel({ levels }: Coverage): string {
  const gap = levels.find(({ asserted }) => !asserted);
  return gap ? `Level ${gap.level} needs every one of: ${gap.criteria.join(', ')}.` : '';
}

const countOf = ({ endpoints }: Coverage): number =>
  endpoints.reduce((sum, { notCalled, notAsserted }) => sum + notCalled.length + notAsserted.length, 0);

function totals({ total }: Coverage): Markup {
  const rows = total.map(
    ({ kind, total: all, called, asserted, untestable }) =>
      html`<tr>
        <td>${kind}</td>
        <td class="number">${all}</td>
        <td class="number">${called}</td>
        <td class="number">${asserted}</td>
        <td class="number">${untestable}</td>
      </tr>`,
  );
  return table(['', 'In the docs', 'Called', 'Asserted', 'Not testable'], rows);
}

function byEndpoint(endpoints: readonly EndpointCoverage[]): Markup {
  const rows = endpoints.map(
    ({ id, measures }) =>
      html`<tr>
        <td>${id}</td>
        ${kinds.map((kind) => html`<td class="number">${figure(measures.find((each) => each.kind === kind))}</td>`)}
      </tr>`,
  );
  return table(['Endpoint', ...kinds], rows);
}

const figure = (measure: Measure | undefined): string =>
  measure === undefined || measure.total === 0 ? '' : `${measure.asserted}/${measure.total}`;

function missing({ id, notCalled, notAsserted }: EndpointCoverage): Markup {
  if (notCalled.length + notAsserted.length === 0) return html``;
  return html`<details>
    <summary>${id} <span class="quiet">${notCalled.length + notAsserted.length}</span></summary>
    ${named('Not called', notCalled)} ${named('Called, but not asserted', notAsserted)}
  </details>`;
}

function named(what: string, ids: readonly string[]): Markup {
  if (ids.length === 0) return html``;
  return html`<p>${what}:</p>
    <ul>
      ${ids.map((id) => html`<li><code>${id}</code></li>`)}
    </ul>`;
}

function notTestable({ untestable }: Coverage): Markup {
  return html`<details>
    <summary>Not testable, with the reason <span class="quiet">${untestable.length}</span></summary>
    <ul>
      ${untestable.map(({ id, reason }) => html`<li><code>${id}</code>: ${reason}</li>`)}
    </ul>
  </details>`;
}

function unknown({ unknown: ids }: Coverage): Markup {
  return named('Asserted, but in no documentation', ids);
}
