import type { JSX } from 'preact';
import { day } from '../words';
import { useView } from './view';

/** How a night went for a cause or an endpoint. */
export type NightState = 'passed' | 'failed' | 'skipped' | 'notRun' | 'absent';

const pitch = 5;
const height = 16;
const tops: Record<NightState, number> = { failed: 0, skipped: 6, passed: 8, notRun: 14, absent: 14 };

interface StripProps {
  /** The oldest first; the last one is this run. */
  readonly states: readonly NightState[];
}

/** A strip of nights: the higher a bar, the worse it went. */
export function Strip({ states }: StripProps): JSX.Element {
  const { data, say } = useView();
  const days = [...data.nights, data.summary].map(({ startedAt }) => day(startedAt));
  const parts = Object.keys(tops)
    .map((name) => [name as NightState, states.filter((state) => state === name).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${say(`night.${name}`)}`);
  const label = say('nightsOf', { count: states.length, parts: parts.join(', ') });
  return (
    <svg class="strip" role="img" aria-label={label} width={states.length * pitch} height={height}>
      {states.map((state, index) => (
        <rect
          key={index}
          class={state}
          x={index * pitch}
          y={tops[state]}
          width={pitch - 1}
          height={height - tops[state]}
        >
          <title>{`${days[index] ?? ''}: ${say(`night.${state}`)}`}</title>
        </rect>
      ))}
    </svg>
  );
}

interface SparklineProps {
  /** The oldest first; null where there is none. */
  readonly values: readonly (number | null)[];
}

/** A line of values over nights. */
export function Sparkline({ values }: SparklineProps): JSX.Element {
  const { say } = useView();
  const known = values.filter((value) => value !== null);
  const most = Math.max(...known, 1);
  const at = (value: number, index: number): string =>
    `${index * pitch + 2},${(height - 2 - (value / most) * (height - 4)).toFixed(1)}`;
  const points = values.flatMap((value, index) => (value === null ? [] : [at(value, index)]));
  const [x = '', y = ''] = points.at(-1)?.split(',') ?? [];
  return (
    <svg
      class="spark"
      role="img"
      aria-label={say('p95Of', { from: Math.min(...known), to: Math.max(...known) })}
      width={values.length * pitch}
      height={height}
    >
      <polyline points={points.join(' ')} />
      <circle cx={x} cy={y} r="1.8" />
    </svg>
  );
}
