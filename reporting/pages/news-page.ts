import { html, type Markup } from './markup';
import type { News, OpenFailure } from '../news';
import { day, newsInWords } from '../words';

/** What the run brings that the one before did not, as a section of the start page; nothing where there is nothing to tell. */
export function newsSection(news: News): Markup {
  const groups = [
    ['Failed when they last ran, not run this time', news.notRun, since],
    ['Fixed', news.fixed, since],
  ] as const;
  const shown = groups.filter(([, failures]) => failures.length > 0);
  if (news.before === undefined || shown.length === 0) return html``;
  return html`<section>
    <h2>Since the run of ${day(news.before)} <small>${newsInWords(news)}</small></h2>
    ${shown.map(([name, failures, note]) => group(name, failures, note))}
  </section>`;
}

const since = (failure: OpenFailure): string => ` · since ${day(failure.since)}`;

function group(
  name: string,
  failures: readonly OpenFailure[],
  note: (failure: OpenFailure) => string,
): Markup {
  return html`<h3>${name}</h3>
    <ul>
      ${failures.map(
        (failure) =>
          html`<li>
            ${failure.title} <span class="quiet">${failure.class} · ${failure.file}${note(failure)}</span>
          </li>`,
      )}
    </ul>`;
}
