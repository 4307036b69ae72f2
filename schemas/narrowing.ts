import type { Endpoint } from './endpoint';
import { pagingOf } from './paging';

/** What narrows a list to some of its rows: names of parameters beside names of what a row shows of them. */
export interface Narrowing {
  /** Begin and end of a window, beside begin and end of a row, which may be the same member. */
  readonly window?: { readonly asked: Ends; readonly shown: Ends };
  readonly people?: { readonly asked: string; readonly shown: string };
}

type Ends = readonly [begin: string, end: string];

/** What narrows the list of an endpoint, by the names in its file: `start_time` and `end_time`, `userid` or `userid_list`. */
export function narrowingOf(endpoint: Pick<Endpoint, 'request' | 'response'>): Narrowing {
  const asked = Object.keys((endpoint.request.properties ?? {}) as object);
  const shown = Object.keys(pagingOf(endpoint)?.row.properties ?? {});
  const person = asked.find((name) => /^userid(_list)?$/.test(name));
  const its = shown.find((name) => /^user_?id$/i.test(name));
  return { ...windowOf(asked, shown), ...(person && its && { people: { asked: person, shown: its } }) };
}

function windowOf(asked: readonly string[], shown: readonly string[]): Pick<Narrowing, 'window'> {
  const begin = shown.find((name) => /^(timestamp|\w+_time)$/.test(name));
  if (begin === undefined || !['start_time', 'end_time'].every((name) => asked.includes(name))) return {};
  const end = begin === 'start_time' && shown.includes('end_time') ? 'end_time' : begin;
  return { window: { asked: ['start_time', 'end_time'], shown: [begin, end] } };
}
