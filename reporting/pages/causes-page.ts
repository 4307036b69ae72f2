// Stryker disable StringLiteral: the words and markup of a page; logic is not left out.
import type { KnownCause } from '../history';
import { causeHeadline, causeInWords, plural } from '../words';
import { html, link, type Markup } from './markup';

/** The causes of the failures of a run as sections of the start page: what is new comes first. Each has an anchor, `#cause-<id>`. */
export function causesSection(causes: readonly KnownCause[]): Markup {
  const sections = [
    ['New tonight', causes.filter(({ isNew }) => isNew)],
    ['Still failing', causes.filter(({ isNew }) => !isNew)],
  ] as const;
  return html`${sections.map(([heading, some]) =>
    some.length === 0
      ? html``
      : html`<section>
          <h2>${heading} <small>${plural(some.length, 'cause')}, ${plural(casesOf(some), 'case')}</small></h2>
          ${some.map(cause)}
        </section>`,
  )}`;
}

const casesOf = (causes: readonly KnownCause[]): number =>
  causes.reduce((sum, { cases }) => sum + cases.length, 0);

function cause(one: KnownCause): Markup {
  const { id, class: failureClass, docs, cases } = one;
  const more = docs === undefined ? html`` : html` · ${link(docs, 'documentation')}`;
  return html`<article id="cause-${id}">
    <h3><span class="class">${failureClass}</span>${causeHeadline(one)}</h3>
    <p class="quiet">${causeInWords(one)} · <a href="#cause-${id}">cause ${id}</a>${more}</p>
    ${difference(one)}
    <details>
      <summary>${plural(cases.length, 'case')}</summary>
      <ul>
        ${cases.map(({ title, file }) => html`<li>${title} <span class="quiet">${file}</span></li>`)}
      </ul>
    </details>
    ${chain(one)}
  </article>`;
}

function difference({ expected, got }: KnownCause): Markup {
  const lines = [
    ...(expected === undefined ? [] : [html`<span class="expected">- expected ${expected}</span>`]),
    ...(got === undefined ? [] : [html`<span class="got">+ got ${got}</span>`]),
  ];
  return lines.length === 0 ? html`` : html`<pre>${lines}</pre>`;
}

function chain({ chain: { calls, script } }: KnownCause): Markup {
  if (calls.length === 0) return html``;
  const rows = calls.map(
    ({ method, path, status, outcome, durationMs, requestId, guilty }) =>
      html`<li class="${guilty ? 'guilty' : ''}">
        <code>${method} ${path}</code> ${status ?? 'no answer'} ${outcome}
        <span class="quiet"
          >${durationMs} ms${requestId === undefined ? '' : ` · request id ${requestId}`}</span
        >
      </li>`,
  );
  return html`<details>
    <summary>Calls of the first, and how to repeat them</summary>
    <ol>
      ${rows}
    </ol>
    <pre>${script}</pre>
  </details>`;
}
