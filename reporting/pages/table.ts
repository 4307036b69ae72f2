import { html, type Markup } from './markup';

/** A table that scrolls sideways where it is too wide; numbers stand in every column but the first. */
export function table(head: readonly string[], rows: readonly Markup[]): Markup {
  const cells = head.map((name, index) =>
    index === 0 ? html`<th>${name}</th>` : html`<th class="number">${name}</th>`,
  );
  return tableUnder(
    html`<tr>
      ${cells}
    </tr>`,
    rows,
  );
}

/** The same under a row of one's own. */
export function tableUnder(head: Markup, rows: readonly Markup[]): Markup {
  return html`<div class="wide">
    <table>
      <thead>
        ${head}
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
