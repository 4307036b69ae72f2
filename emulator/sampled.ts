import type { Endpoint } from '../schemas/endpoint';
import { narrowingOf, type Narrowing, type People } from '../schemas/narrowing';
import { pagingOf, type Paging } from '../schemas/paging';
import type { Described } from '../schemas/values';
import { day, fromGmt8 } from './clock';
import { listItems } from './mend';
import { pageAt, type Page } from './page';
import { badParameter } from './refusal';
import type { Route } from './route';
import type { Tenant } from './tenant';

type Row = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, unknown>>;

/**
 * The route of an endpoint of which no more is known than what its page prints. It answers with the first example of its file. Of a list in
 * pages everybody has rows like those of the example, one after the other back in time; the people, the window and the page narrow it.
 */
export function sampled(endpoint: Endpoint): Route {
  const paging = pagingOf(endpoint);
  return { endpoint, answer: paging ? pageOf(endpoint, paging) : () => withoutEnvelope(endpoint) };
}

function pageOf(endpoint: Endpoint, paging: Paging): Route['answer'] {
  const narrowing = narrowingOf(endpoint);
  const samples = sampleRows(endpoint, paging);
  return (tenant, given) => {
    const rows = rowsOf(samples, narrowing, tenant, given).filter(isWithin(endpoint, narrowing, given));
    const asked = (name = ''): number | undefined => given[name] as number | undefined;
    return body(paging, pageAt(rows, asked(paging.cursor) ?? 0, asked(paging.size) ?? rows.length + 1));
  };
}

// The gateway adds these.
function withoutEnvelope({ gateway, examples: [example = {}] }: Endpoint): object {
  const added = gateway === 'oapi' ? ['errcode', 'errmsg', 'success', 'request_id'] : [];
  return Object.fromEntries(Object.entries(example).filter(([name]) => !added.includes(name)));
}

function sampleRows({ examples: [example = {}] }: Endpoint, { rows }: Paging): readonly Row[] {
  const found = rows.split('.').reduce<unknown>((above, step) => (above as Row | undefined)?.[step], example);
  return Array.isArray(found) && found.length > 0 ? (found as Row[]) : [{}];
}

// Eight days hold them all.
const apart = day / 5;

// A plain value is a row like an object, and tells its place.
function rowsOf(
  samples: readonly Row[],
  { window, people }: Narrowing,
  tenant: Tenant,
  given: Given,
): unknown[] {
  const [begin = '', end = ''] = window?.shown ?? [];
  const wanted = people ? peopleIn(people, given, tenant) : [tenant.mainAdmin];
  const known = wanted.filter((userid) => tenant.people.has(userid));
  return known.flatMap((userid) =>
    Array.from({ length: tenant.sampled.each }, (_, place) => {
      const row = samples[place % samples.length] ?? {};
      if (typeof row !== 'object') return `${String(row)}${place}`;
      const until = tenant.sampled.before - apart * (place + 0.5);
      const from = until - Math.min(Number(row[end]) - Number(row[begin]) || 0, apart / 2);
      return {
        ...row,
        ...(window && { [end]: until, [begin]: from }),
        ...(people && { [people.shown]: userid }),
      };
    }),
  );
}

function peopleIn({ asked, as }: People, given: Given, tenant: Tenant): readonly string[] {
  return as === 'list' ? (given[asked] as string[]) : listItems(String(given[asked]), tenant);
}

function isWithin({ request }: Endpoint, { window }: Narrowing, given: Given): (row: unknown) => boolean {
  if (!window) return () => true;
  const read = window.inDates ? fromGmt8 : Number;
  const [from, to] = window.asked.map((name) => read(String(given[name]))) as [number, number];
  const { windows = [] } = request as Described;
  if (windows.some(({ maxDays }) => to - from > maxDays * day)) throw badParameter('the window is too long');
  const [begin, end] = window.shown;
  return (row) => Number((row as Row)[end]) >= from && Number((row as Row)[begin]) <= to;
}

/** The page where the answer holds it; what tells whether another follows stands beside the rows. */
function body({ rows: place, next, more }: Paging, { rows, next: following }: Page<unknown>): object {
  const members = Object.entries({
    [place]: rows,
    ...(next !== undefined && following !== undefined && { [next]: following }),
    ...(more !== undefined && { [more]: following !== undefined }),
  });
  const inResult = members.filter(([path]) => path.startsWith('result.'));
  const result = Object.fromEntries(inResult.map(([path, value]) => [path.slice('result.'.length), value]));
  const beside = Object.fromEntries(members.filter(([path]) => !path.startsWith('result.')));
  return inResult.length > 0 ? { ...beside, result } : beside;
}
