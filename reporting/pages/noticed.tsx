import type { JSX } from 'preact';
import { skipReason } from '../skip-reasons';
import type { Finding } from '../../client/exchange';
import type { OpenFailure } from '../news';
import { day, skipsByReason } from '../words';
import type { ShownCase } from './model';
import { Fold, Linked, Section, Table } from './parts';
import { useView } from './view';

// What a reader can do most about comes first.
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

/** What the run noticed that is no failure. A long list is closed. */
export function Findings(): JSX.Element | null {
  const { data, say } = useView();
  const all = data.summary.findings;
  if (all.length === 0) return null;
  const groups = kinds.map((kind) => [kind, all.filter((each) => each.kind === kind)] as const);
  return (
    <Section id="findings" title={say('findings')} note={all.length}>
      {groups
        .filter(([, some]) => some.length > 0)
        .map(([kind, some]) => (
          <Fold key={kind} title={say(`finding.${kind}`)} note={some.length} open={some.length <= shortList}>
            <Table
              label={say(`finding.${kind}`)}
              head={[say('endpoint'), say('noticed'), `#${say('cases')}`]}
              rows={some.map(({ endpoint, message, cases }) => [endpoint, message, cases])}
            />
          </Fold>
        ))}
    </Section>
  );
}

/** The skipped cases by their reason, the most frequent first. */
export function Skips({ cases }: { cases: readonly ShownCase[] }): JSX.Element | null {
  const { say, language } = useView();
  const skipped = cases.filter(({ state }) => state === 'skipped');
  if (skipped.length === 0) return null;
  const skips = skipped.map(({ reason = '', title }) => ({ reason, title }));
  return (
    <Section id="skipped" title={say('skippedWhy')} note={skipped.length}>
      {skipsByReason({ skips }).map(([reason, titles]) => (
        <div key={reason} class="reason">
          <p>
            <Linked text={skipReason(reason, language)} />
          </p>
          <Fold title={say('caseCount', { count: titles.length })}>
            <ul>
              {titles.map((title, index) => (
                <li key={index}>{title}</li>
              ))}
            </ul>
          </Fold>
        </div>
      ))}
    </Section>
  );
}

/** What the run brings that the one before it did not. */
export function News(): JSX.Element | null {
  const { data, say } = useView();
  const { before, lists, added, still, notRun, fixed } = data.news;
  if (before === undefined || notRun + fixed === 0) return null;
  const note = say('newsCounts', { added, still, notRun, fixed });
  return (
    <Section id="news" title={say('news', { day: day(before) })} note={note}>
      <Failures title={say('notRunAgain')} failures={lists.notRun} count={notRun} />
      <Failures title={say('fixed')} failures={lists.fixed} count={fixed} />
    </Section>
  );
}

interface FailuresProps {
  readonly title: string;
  readonly failures: readonly OpenFailure[];
  readonly count: number;
}

function Failures({ title, failures, count }: FailuresProps): JSX.Element | null {
  const { say } = useView();
  if (count === 0) return null;
  return (
    <Fold title={title} note={count}>
      <ul>
        {failures.map((failure, index) => (
          <li key={index}>
            {failure.title}{' '}
            <span class="quiet">
              {say(`class.${failure.class}`)} · {failure.file} ·{' '}
              {say('sinceDay', { day: day(failure.since) })}
            </span>
          </li>
        ))}
      </ul>
      {count > failures.length && <p class="quiet">{say('andMore', { count: count - failures.length })}</p>}
    </Fold>
  );
}
