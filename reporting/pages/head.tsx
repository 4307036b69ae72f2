import type { JSX } from 'preact';
import { hostOf, isOnThisMachine } from '../../config/host';
import { recorded } from '../../config/capabilities';
import { duration, moment, unfinishedInWords } from '../words';
import { lead } from './lead';
import type { PageData } from './page-data';
import type { Say } from './page-words';
import { Linked } from './parts';
import { Strip, type NightState } from './strips';
import { useView } from './view';

/** The top of the page: what the run came to, in words and figures. */
export function Head({ children }: { children?: JSX.Element }): JSX.Element {
  const { data, say } = useView();
  const { summary } = data;
  return (
    <header>
      <div class="bar">
        <span class="eyebrow">{say('suite')}</span>
        {children}
      </div>
      <h1 class={summary.verdict.replace(' ', '-')}>{say(`verdict.${summary.verdict}`)}</h1>
      <p class="lead">{lead(data, say)}</p>
      <p class="quiet">{facts(summary, say).join(' · ')}</p>
      {summary.verdict !== 'not started' && <Figures />}
      <ul class="reports">
        <li>
          <a href={summary.reports.html}>{say('html')}</a>
        </li>
        <li>
          <a href={summary.reports.allure}>{say('allure')}</a>
        </li>
        <li>
          <a href={summary.reports.junit}>junit.xml</a>
        </li>
        <li>
          <a href={summary.reports.summary}>summary.json</a>
        </li>
      </ul>
    </header>
  );
}

function facts({ startedAt, run, profile, urls, target }: PageData['summary'], say: Say): string[] {
  const isLive = target === 'live';
  // One host may serve both gateways.
  const hosts = [urls.oapi, urls.api].map(hostOf);
  return [
    isLive
      ? say(isOnThisMachine(urls.oapi) ? 'onThisMachine' : 'live', { host: [...new Set(hosts)].join(', ') })
      : say('embedded'),
    moment(startedAt),
    say('run', { id: run }),
    say('profile', { name: profile }),
  ];
}

const verdictStates: Readonly<Record<string, NightState>> = {
  passed: 'passed',
  partial: 'skipped',
  failed: 'failed',
  'not started': 'notRun',
  interrupted: 'notRun',
};

function Figures(): JSX.Element {
  const { data, say } = useView();
  const { totals, calls, durationMs, target, verdict } = data.summary;
  const { passed, failed, skipped, blocked, notSelected } = totals;
  const known = data.causes.flatMap((cause) => (cause.knownIssue ? cause.cases : [])).length;
  const notes = [
    ...(blocked > 0 ? [say('blocked', { count: blocked })] : []),
    ...(known > 0 ? [say('known', { count: known })] : []),
  ];
  const runs = [...data.nights.map((night) => night.verdict), verdict];
  return (
    <dl class="figures">
      <Figure name={say('passed')} value={passed} />
      <Figure name={say('failed')} value={failed} note={notes.join(', ')} />
      <Figure
        name={say('skipped')}
        value={skipped - notSelected}
        note={notSelected > 0 ? say('notSelected', { count: notSelected }) : ''}
      />
      <Figure
        name={say('calls')}
        value={calls.total}
        note={say(`counted.${target}`, { count: calls.counted })}
      />
      <Figure name={say('duration')} value={duration(durationMs)} />
      {data.nights.length > 0 && (
        <div>
          <dt>{say('lastRuns')}</dt>
          <dd>
            <Strip states={runs.map((each) => verdictStates[each] ?? 'notRun')} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Figure({ name, value, note }: { name: string; value: number | string; note?: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value} {note && <small>{note}</small>}
      </dd>
    </div>
  );
}

/** What is wrong with the run as a whole, and what it left behind. */
export function Troubles(): JSX.Element {
  const { data, say, language } = useView();
  const { problems, missing, capabilities, leftBehind, unfinished, lostMessage } = data.summary;
  const lists = [
    ['problems', problems],
    ['missing', missing],
    ['toFix', (capabilities?.problems ?? []).map(({ text, textZh }) => recorded(text, textZh, language))],
    ['leftBehind', leftBehind],
    ['unfinished', unfinished.map(unfinishedInWords)],
    ['lostMessage', lostMessage === undefined ? [] : [lostMessage]],
  ] as const;
  return (
    <>
      {lists
        .filter(([, texts]) => texts.length > 0)
        .map(([name, texts]) => (
          <section key={name} class="trouble">
            <h2>
              {say(name)} <small>{texts.length}</small>
            </h2>
            <ul>
              {texts.map((text) => (
                <li key={text}>
                  <Linked text={text} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}
