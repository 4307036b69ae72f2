import type { JSX } from 'preact';
import { Fold, Section, Table } from './parts';
import { sourceNames } from './model';
import { useView } from './view';

/** Where the expectations come from, and what the answers say of what the documentation leaves open. */
export function Learned(): JSX.Element | null {
  const { data, say } = useView();
  const { sources, assertions, verdict } = data.summary;
  if (verdict === 'not started') return null;
  const total = sourceNames.reduce((sum, name) => sum + assertions[name], 0);
  const most = Math.max(...Object.values(sources), 1);
  return (
    <Section id="sources" title={say('assertedBySource')} note={total} closed>
      <Table
        label={say('assertedBySource')}
        head={[say('filter.source'), `#${say('expectations')}`, '', `#${say('asserted')}`]}
        rows={sourceNames.map((name) => [
          say(`source.${name}`),
          sources[name],
          <svg key={name} class="share" aria-hidden="true" width="100" height="8">
            <rect width={(sources[name] / most) * 100} height="8" />
          </svg>,
          assertions[name],
        ])}
      />
      <p class="quiet">
        {say('sourcesNote')} {sources['tenant-recorded'] === 0 && say('noRecording')}
      </p>
      <p class="quiet">{say('assertedNote')}</p>
      <Contradictions />
      <NeverSeen />
    </Section>
  );
}

function Contradictions(): JSX.Element {
  const { data, say } = useView();
  const { contradictions, target } = data.summary;
  const { total, readable, settled } = contradictions;
  const clear = settled.filter(({ agrees, disagrees }) => agrees.length > 0 && disagrees.length > 0).length;
  return (
    <Fold title={say('contradictions')} note={say('contradictionCount', { clear, readable, total })}>
      <p class="quiet">{say(`settled.${target}`, { count: clear })}</p>
      <Table
        label={say('contradictions')}
        head={[say('endpoint'), say('about'), say('agreesWith'), say('speaksAgainst'), `#${say('places')}`]}
        rows={settled.map(({ endpoint, field, places, agrees, disagrees }) => [
          endpoint,
          field,
          agrees.length === 0 ? say('withNone') : agrees.join('; '),
          disagrees.join('; '),
          places,
        ])}
      />
    </Fold>
  );
}

function NeverSeen(): JSX.Element {
  const { data, say } = useView();
  const all = data.summary.neverSeen;
  return (
    <Fold title={say('neverSeen')} note={all.reduce((sum, { fields }) => sum + fields.length, 0)}>
      <ul>
        {all.map(({ endpoint, successes, fields }) => (
          <li key={endpoint}>
            {endpoint} <span class="quiet">{say('successes', { count: successes })}</span>{' '}
            <code>{fields.join(', ')}</code>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
