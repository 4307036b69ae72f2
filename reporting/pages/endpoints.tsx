import type { ComponentChildren, JSX } from 'preact';
import type { TopicNight } from '../nights';
import type { PageData } from './page-data';
import { Outside, Section, Table } from './parts';
import { Sparkline, Strip, type NightState } from './strips';
import { useView } from './view';

/** The endpoints and flows of the run: how their cases ended, over the last nights too, what they were called, and how long they took. */
export function Endpoints(): JSX.Element | null {
  const { data, say } = useView();
  const { topics, calls } = data.summary;
  const all = [...new Set([...Object.keys(topics), ...Object.keys(calls.perEndpoint)])].sort();
  const [endpoints, others] = [true, false].map((wanted) =>
    all.filter((each) => each in data.endpoints === wanted),
  );
  const names = [...(endpoints ?? []), ...(others ?? [])];
  if (names.length === 0) return null;
  const head = [
    ...[say('endpoint'), `#${say('passed')}`, `#${say('failed')}`, `#${say('skipped')}`, say('lastNights')],
    ...[`#${say('calls')}`, `#${say('counted')}`, `#${say('median')}`, '#p95', `#${say('slowest')}`],
    say('p95Nights'),
  ];
  return (
    <Section id="endpoints" title={say('endpoints')} note={names.length}>
      <p class="quiet">
        <Quota /> {say('milliseconds')}
      </p>
      <Table label={say('endpoints')} head={head} rows={names.map((topic) => cellsOf(topic, data.summary))} />
    </Section>
  );
}

function cellsOf(topic: string, { topics, calls, latencies }: PageData['summary']): ComponentChildren[] {
  const [passed, failed, skipped] = topics[topic] ?? [0, 0, 0];
  const called = calls.perEndpoint[topic];
  const latency = latencies.find(({ endpoint }) => endpoint === topic);
  return [
    <Name key={topic} topic={topic} />,
    ...[passed, failed > 0 ? <b class="bad">{failed}</b> : failed, skipped],
    <TopicStrip key={topic} topic={topic} />,
    ...[called?.calls, called?.counted, latency?.medianMs, latency?.p95Ms, latency?.slowestMs],
    <TopicSpark key={topic} topic={topic} />,
  ];
}

function Name({ topic }: { topic: string }): JSX.Element {
  const { data, language } = useView();
  const known = data.endpoints[topic];
  if (known === undefined) return <span class="endpoint">{topic}</span>;
  return (
    <span class="endpoint">
      <Outside url={known.docs}>{known[language]}</Outside> <code>{known.call}</code>
    </span>
  );
}

function Quota(): ComponentChildren {
  const { data, say } = useView();
  const { quota, reports, verdict } = data.summary;
  if (verdict === 'not started') return null;
  const { planned, made, differencePercent: percent, stories } = quota;
  const difference = percent === undefined ? '' : ` (${percent < 0 ? '' : '+'}${percent} %)`;
  return (
    <>
      {say('quota', { planned: planned.counted, made: made.counted, difference })}{' '}
      {stories && say('quotaStories', { made: stories.made, most: stories.atMost })}{' '}
      <a href={reports.quota}>{say('byEndpoint')}</a>
    </>
  );
}

function stateOf(night: TopicNight | undefined): NightState {
  const [passed, failed, skipped] = night ?? [0, 0, 0];
  if (failed > 0) return 'failed';
  if (passed > 0) return 'passed';
  return skipped > 0 ? 'skipped' : 'notRun';
}

function useNights(topic: string): readonly (TopicNight | undefined)[] {
  const { data } = useView();
  return [...data.nights, data.summary].map(({ topics }) => topics[topic]);
}

const TopicStrip = ({ topic }: { topic: string }): JSX.Element => (
  <Strip states={useNights(topic).map(stateOf)} />
);

function TopicSpark({ topic }: { topic: string }): JSX.Element | null {
  const values = useNights(topic).map((night) => night?.[3] ?? null);
  return values.every((value) => value === null) ? null : <Sparkline values={values} />;
}
