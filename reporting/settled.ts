import type { Exchange } from '../client/exchange';
import type { Contradiction, Endpoint, Shows } from '../schemas/endpoint';
import { successesOf, valuesAt } from './records/answered';
import { typeOf } from './records/recording';

/** A contradiction between the sources that the answers of a run could speak on. */
interface Settled {
  readonly endpoint: string;
  readonly field: string;
  /** How many places were looked at. */
  readonly places: number;
  /** The sources that every place agrees with; none when the tenant does now this, now that. */
  readonly agrees: readonly string[];
  /** The sources that at least one place speaks against. */
  readonly disagrees: readonly string[];
}

/** What a run says of the contradictions that can be read off an answer. */
export interface Contradictions {
  readonly total: number;
  /** Those that name what an answer would show. */
  readonly readable: number;
  readonly settled: readonly Settled[];
}

/** Asks the answers of a run which of two sources they agree with, where the endpoint files say how it would show. */
export function contradictionsSettled(
  endpoints: readonly Endpoint[],
  exchanges: readonly Exchange[],
): Contradictions {
  const all = endpoints.flatMap(({ id, contradictions }) => contradictions.map((each) => ({ id, each })));
  return {
    total: all.length,
    readable: all.filter(({ each }) => each.reads !== undefined).length,
    settled: all.flatMap(({ id, each }) => settledBy(id, each, successesOf(id, exchanges))),
  };
}

function settledBy(endpoint: string, { field, reads, says }: Contradiction, bodies: unknown[]): Settled[] {
  if (reads === undefined) return [];
  const places = bodies.flatMap((body) => valuesAt(body, reads));
  // An absent field says nothing of its type.
  const onType = says.every(({ shows }) => shows !== 'absent' && shows !== 'present');
  const telling = onType ? places.filter((value) => value !== undefined) : places;
  if (telling.length === 0) return [];
  const asked = says.flatMap(({ who, shows }) => (shows === undefined ? [] : [{ who, shows }]));
  const agrees = asked.filter(({ shows }) => telling.every((value) => isShown(shows, value)));
  const disagrees = asked.filter((each) => !agrees.includes(each));
  const names = (some: typeof asked): string[] => some.map(({ who }) => who);
  return [{ endpoint, field, places: telling.length, agrees: names(agrees), disagrees: names(disagrees) }];
}

function isShown(shows: Shows, value: unknown): boolean {
  if (typeof shows === 'object') return shows.value === value;
  if (shows === 'absent') return value === undefined;
  if (shows === 'present') return value !== undefined;
  return typeOf(value) === shows;
}
