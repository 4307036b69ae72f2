// Stryker disable StringLiteral: the words and markup of a page; logic is not left out.
import type { Finding } from '../../client/exchange';
import { endpoints } from '../../schemas';
import { capabilitiesSection } from './capabilities-page';
import { causesSection } from './causes-page';
import { coverageSection } from '../coverage/page';
import { quotaInWords } from '../quota-report';
import { html, link, Markup } from './markup';
import { tableUnder } from './table';
import { newsSection } from './news-page';
import { observedSection } from './observed-page';
import { style } from './start-page-style';
import type { Summary } from '../summary';
import {
  classesInWords,
  countedInWords,
  duration,
  moment,
  plural,
  skipsByReason,
  tenantWords,
  verdictWords,
} from '../words';

/** `index.html`: one file without scripts, made from the summary alone. What a reader has to act on comes first. */
export function startPage(summary: Summary): string {
  const { verdict, totals } = summary;
  const title = `${verdictWords[verdict]} · DingTalk API suite`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${new Markup(style)}
        </style>
      </head>
      <body>
        <main>
          <header>
            <p class="eyebrow">DingTalk API suite</p>
            <h1 class="${verdict.replace(' ', '-')}">${verdictWords[verdict]}</h1>
            <p class="lead">${lead(summary)}</p>
            <p class="quiet">${facts(summary)}</p>
          </header>
          <dl class="figures">
            ${figure('Passed', totals.passed, '')} ${figure('Failed', totals.failed, classesInWords(summary))}
            ${figure('Skipped', totals.skipped, totals.notSelected > 0 ? `${totals.notSelected} not selected` : '')}
            ${figure('Calls', summary.calls.total, countedInWords(summary))}
            ${figure('Duration', duration(summary.durationMs), '')}
          </dl>
          ${reports(summary)} ${problems(summary)} ${missing(summary)} ${leftBehind(summary)}
          ${causesSection(summary.causes)} ${newsSection(summary.news)} ${skips(summary)}
          ${capabilitiesSection(summary.capabilities)} ${findings(summary)}
          ${summary.verdict === 'not started' ? html`` : html`${observedSection(summary, summary.target)} ${coverageSection(summary.coverage)}`}
          ${calls(summary)}
          <footer class="quiet">${agreement(summary)}</footer>
        </main>
      </body>
    </html> `;
  return page.text;
}

function lead(summary: Summary): string {
  const { total, failed } = summary.totals;
  if (summary.verdict === 'not started') return 'The run could not start, so nothing has been tested.';
  const where = `on ${tenantWords(summary)}`;
  if (summary.verdict === 'interrupted')
    return `The run was stopped ${where} before its end: what it shows is not the whole.`;
  const taken = total - summary.totals.notSelected;
  if (failed > 0) {
    return `${failed} of ${plural(taken, 'case')} failed ${where}, from ${plural(summary.causes.length, 'cause')}.`;
  }
  if (summary.totals.passed === 0) return `No case ran ${where}, so nothing has been tested.`;
  if (summary.verdict === 'partial') {
    return `Nothing failed ${where}, but ${plural(summary.skips.length, 'case')} could not be run.`;
  }
  return `${plural(taken, 'case')} ran ${where}.`;
}

function facts({ startedAt, run, profile, urls, target }: Summary): string {
  const hosts = target === 'live' ? [urls.oapi, urls.api] : [];
  return [moment(startedAt), `run ${run}`, `profile ${profile}`, ...hosts].join(' · ');
}

function figure(name: string, value: number | string, note: string): Markup {
  const small = note === '' ? html`` : html`<small>${note}</small>`;
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}${small}</dd>
  </div>`;
}

function reports({ reports: paths }: Summary): Markup {
  const cards = [
    [paths.html, 'HTML report', 'every case, and each call of the failed ones'],
    [paths.allure, 'Allure report', 'by product and endpoint, with steps and history'],
    [paths.junit, 'junit.xml', 'for the CI'],
    [paths.summary, 'summary.json', 'for programs'],
  ] as const;
  const items = cards.map(
    ([path, name, what]) =>
      html`<li>
        <a href="${path}">${name}<span>${what}</span></a>
      </li>`,
  );
  return html`<ul class="reports">
    ${items}
  </ul>`;
}

function section(heading: string, count: number, body: Markup): Markup {
  return count === 0
    ? html``
    : html`<section>
        <h2>${heading} <small>${count}</small></h2>
        ${body}
      </section>`;
}

function problems({ problems: all }: Summary): Markup {
  const items = all.map((text) => html`<article><p>${text}</p></article>`);
  return section('Something is wrong with the run itself', all.length, html`${items}`);
}

function missing({ missing: all }: Summary): Markup {
  const items = all.map((text) => html`<article><p>${text}</p></article>`);
  return section('Parts of the run that are not there', all.length, html`${items}`);
}

function leftBehind({ leftBehind: all }: Summary): Markup {
  const items = all.map((text) => html`<article><p>${text}</p></article>`);
  return section('Left behind on the tenant', all.length, html`${items}`);
}

function skips(summary: Summary): Markup {
  const groups = skipsByReason(summary).map(
    ([reason, titles]) =>
      html`<details>
        <summary>${reason} <span class="quiet">${plural(titles.length, 'case')}</span></summary>
        <ul>
          ${titles.map((title) => html`<li>${title}</li>`)}
        </ul>
      </details>`,
  );
  return section('Skipped', summary.skips.length, html`${groups}`);
}

// By kind, what a reader can do most about first; a long list is closed.
const kinds: readonly Finding['kind'][] = [
  'inferred',
  'contradiction settled',
  'passing trouble',
  'above the limit',
  'undocumented request',
  'refusal',
  'archived endpoint',
  'waited',
  'undocumented field',
];
const shortList = 12;

function findings({ findings: all }: Summary): Markup {
  const head = html`<tr>
    <th>Endpoint</th>
    <th>What was noticed</th>
    <th class="number">Cases</th>
  </tr>`;
  const groups = kinds.flatMap((kind) => {
    const some = all.filter((finding) => finding.kind === kind);
    const name = html`<summary>${kind} <span class="quiet">${some.length}</span></summary>`;
    const rows = tableUnder(head, some.map(findingRow));
    if (some.length === 0) return [];
    return [
      some.length > shortList
        ? html`<details>${name} ${rows}</details>`
        : html`<details open>${name} ${rows}</details>`,
    ];
  });
  return section('Findings', all.length, html`${groups}`);
}

const findingRow = ({ endpoint, message, cases }: Summary['findings'][number]): Markup =>
  html`<tr>
    <td>${endpoint}</td>
    <td>${message}</td>
    <td class="number">${cases}</td>
  </tr>`;

function calls({ calls: { perEndpoint }, quota, reports: paths }: Summary): Markup {
  const rows = Object.entries(perEndpoint)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([id, { calls: sent, counted }]) => {
      const known = endpoints.find((endpoint) => endpoint.id === id);
      const name = known ? link(known.docs.url, known.title.zh) : html`${id}`;
      const path = known ? html`<br /><code>${known.method} ${known.path}</code>` : html``;
      return html`<tr>
        <td>${name}${path}</td>
        <td class="number">${sent}</td>
        <td class="number">${counted}</td>
      </tr>`;
    });
  const head = html`<tr>
    <th>Endpoint</th>
    <th class="number">Calls</th>
    <th class="number">Counted</th>
  </tr>`;
  const body = html`<p>${sentence(quotaInWords(quota))} <a href="${paths.quota}">By endpoint</a></p>
    ${tableUnder(head, rows)}`;
  return section('Calls per endpoint', rows.length, body);
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function agreement({ agree }: Summary): string {
  const shown = Object.values(agree).filter((totals) => totals !== null).length;
  const jest = agree.jest === null ? ' Jest itself did not get to its last line.' : '';
  return `Totals read back from ${shown} of 4 sources: Jest, HTML, Allure and JUnit.${jest}`;
}
