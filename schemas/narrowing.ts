import type { Endpoint } from './endpoint';
import { pagingOf } from './paging';
import type { Described } from './values';

/** What narrows a list to some of its rows: names of parameters beside names of what a row shows of them. */
export interface Narrowing {
  readonly window?: Window;
  readonly people?: People;
}

/** Begin and end of a window, beside begin and end of a row, which may be the same member. */
export interface Window {
  readonly asked: Ends;
  readonly shown: Ends;
  /** Set where it is asked for in dates (`yyyy-MM-dd HH:mm:ss`, GMT+8), and not in epoch milliseconds. */
  readonly inDates: boolean;
}

/** Who is asked for: one person, several with commas between them, or several in a list of JSON. */
export interface People {
  readonly asked: string;
  readonly shown: string;
  readonly as: 'one' | 'commas' | 'list';
}

type Ends = readonly [begin: string, end: string];
type Members = Readonly<Record<string, Described>>;
type Lists = Pick<Endpoint, 'request' | 'response'>;

/**
 * What narrows the list of an endpoint, by the names in its file: those of its `windows`, or such as `start_time` and `end_time`,
 * `workDateFrom` and `workDateTo`; `userid`, `userid_list`, `userIds` and their like.
 */
export function narrowingOf(endpoint: Lists): Narrowing {
  const shown = pagingOf(endpoint)?.row.properties ?? {};
  const [window, people] = [windowOf(endpoint, shown), peopleOf(endpoint, shown)];
  return { ...(window && { window }), ...(people && { people }) };
}

function peopleOf({ request }: Lists, shown: Members): People | undefined {
  const members = (request as Described).properties ?? {};
  const asked = Object.keys(members).find((name) => /^user_?ids?(_?list)?$/i.test(name));
  const its = Object.keys(shown).find((name) => /^user_?id$/i.test(name));
  if (asked === undefined || its === undefined) return undefined;
  const { type, commaSeparated } = members[asked] ?? {};
  return { asked, shown: its, as: type === 'array' ? 'list' : commaSeparated ? 'commas' : 'one' };
}

function windowOf({ request }: Lists, shown: Members): Window | undefined {
  const { properties = {} } = request as Described;
  const asked = endsIn(request);
  const begin = asked && momentOf(asked[0], Object.keys(shown));
  if (asked === undefined || begin === undefined) return undefined;
  const end = begin === 'start_time' && 'end_time' in shown ? 'end_time' : begin;
  return { asked, shown: [begin, end], inDates: properties[asked[0]]?.type === 'string' };
}

function endsIn({ properties = {}, windows: [named] = [] }: Described): Ends | undefined {
  if (named) return [named.start, named.end];
  const names = Object.keys(properties);
  const pairs = names.map((name): Ends => {
    const end = name.replace(/^start(?=_|[A-Z])/, 'end').replace(/(?<=[a-z])From$/, 'To');
    return [name, end.replace(/_from$/, '_to').replace(/^from_/, 'to_')];
  });
  return pairs.find(([begin, end]) => begin !== end && names.includes(end));
}

// `workDateFrom` is of `workDate`; `start_time` of whatever moment a row shows first.
function momentOf(asked: string, shown: readonly string[]): string | undefined {
  const own = asked.replace(/_?from$/i, '');
  return shown.includes(own)
    ? own
    : shown.find((name) => /^timestamp$|(^|_)(time|date)$|[a-z](Time|Date)$/.test(name));
}
