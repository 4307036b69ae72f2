import type { JSX } from 'preact';
import type { EndpointCoverage, Measure } from '../coverage/coverage';
import { Fold, Section, Table } from './parts';
import { useView } from './view';

/** How much of the documentation was covered, and what is missing by name. */
export function Covered(): JSX.Element | null {
  const { data, say } = useView();
  if (data.summary.verdict === 'not started') return null;
  const { tcl, levels, endpoints, untestable, unknown } = data.summary.coverage;
  const gap = levels.find(({ asserted }) => !asserted);
  // The words of the paper.
  const criteria = gap?.criteria.join(', ') ?? '';
  const missing = endpoints.reduce((sum, one) => sum + one.notCalled.length + one.notAsserted.length, 0);
  return (
    <Section id="coverage" title={say('coverage')} note={`${tcl.asserted} / 7`} closed>
      <p class="quiet">
        {say('tcl', tcl)} {gap && say('nextLevel', { level: gap.level, criteria })}
      </p>
      <Totals />
      <Fold title={say('byEndpoint')}>
        <ByEndpoint endpoints={endpoints} />
      </Fold>
      <Fold title={say('uncovered')} note={missing}>
        {endpoints.map((one) => (
          <Missing key={one.id} one={one} />
        ))}
      </Fold>
      <Fold title={say('untestableWhy')} note={untestable.length}>
        <ul>
          {untestable.map(({ id, reason }) => (
            <li key={id}>
              <code>{id}</code> {reason}
            </li>
          ))}
        </ul>
      </Fold>
      <Named title={say('unknownIds')} ids={unknown} />
    </Section>
  );
}

function Totals(): JSX.Element {
  const { data, say } = useView();
  const figures = ['inDocs', 'called', 'asserted', 'untestable'] as const;
  return (
    <Table
      label={say('coverage')}
      head={[say('what'), ...figures.map((word) => `#${say(word)}`)]}
      rows={data.summary.coverage.total.map((each) => [
        say(`kind.${each.kind}`),
        ...[each.total, each.called, each.asserted, each.untestable],
      ])}
    />
  );
}

function ByEndpoint({ endpoints }: { endpoints: readonly EndpointCoverage[] }): JSX.Element {
  const { data, say } = useView();
  const kinds = data.summary.coverage.total.map(({ kind }) => kind);
  return (
    <Table
      label={say('byEndpoint')}
      head={[say('endpoint'), ...kinds.map((kind) => `#${say(`kind.${kind}`)}`)]}
      rows={endpoints.map(({ id, measures }) => [
        id,
        ...kinds.map((kind) => figure(measures.find((each) => each.kind === kind))),
      ])}
    />
  );
}

const figure = (measure: Measure | undefined): string =>
  measure === undefined || measure.total === 0 ? '' : `${measure.asserted}/${measure.total}`;

function Missing({ one: { id, notCalled, notAsserted } }: { one: EndpointCoverage }): JSX.Element | null {
  const { say } = useView();
  const count = notCalled.length + notAsserted.length;
  if (count === 0) return null;
  return (
    <Fold title={id} note={count}>
      <Named title={say('notCalled')} ids={notCalled} />
      <Named title={say('notAsserted')} ids={notAsserted} />
    </Fold>
  );
}

function Named({ title, ids }: { title: string; ids: readonly string[] }): JSX.Element | null {
  if (ids.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <code>{id}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
