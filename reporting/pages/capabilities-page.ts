// Stryker disable StringLiteral: the words and markup of a page; logic is not left out.
import type { Capabilities, Capability } from '../../config/capabilities';
import { html, link, type Markup } from './markup';
import { moment, plural } from '../words';

/** What a live tenant grants, as a section of the start page: what it refuses with where to apply for it, the rest in a line. */
export function capabilitiesSection(capabilities: Capabilities | undefined): Markup {
  if (!capabilities) return html``;
  const { askedAt, endpoints, problems = [] } = capabilities;
  const of = (status: Capability['status']): Capability[] =>
    endpoints.filter((each) => each.status === status);
  const [granted, refused, unknown] = [of('granted'), of('refused'), of('unknown')];
  const shown = [...refused, ...unknown];
  return html`<section>
    <h2>What the tenant grants <small>${granted.length} of ${endpoints.length}</small></h2>
    ${problems.map(({ text }) => html`<article><p>${text}</p></article>`)}
    ${shown.length === 0 ? html`` : table(shown)}
    <details>
      <summary>Granted <span class="quiet">${plural(granted.length, 'endpoint')}</span></summary>
      <ul>
        ${granted.map(({ endpoint, title }) => html`<li>${endpoint} ${title}</li>`)}
      </ul>
    </details>
    <p class="quiet">Asked at ${moment(askedAt)} by calls that change nothing.</p>
  </section>`;
}

function table(rows: readonly Capability[]): Markup {
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th>Endpoint</th>
          <th>Answer</th>
          <th>What to do</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(row)}
      </tbody>
    </table>
  </div>`;
}

function row(capability: Capability): Markup {
  const { endpoint, title, status, needed, scopes, note, link: apply } = capability;
  const scope = scopes.length > 0 ? html`scope <code>${scopes.join(' or ')}</code>` : html``;
  const todo = apply === undefined ? html`` : html`<br />${link(apply, 'apply for it')}`;
  const codes = [capability.code, capability.subCode].filter(Boolean).join(' / ');
  return html`<tr>
    <td>${title}<br /><code>${endpoint}</code></td>
    <td>${status}${needed ? '' : ' (optional)'}<br /><code>${codes}</code></td>
    <td>${scope}${todo}<br /><span class="quiet">${note ?? ''}</span></td>
  </tr>`;
}
