import type { Call, Layer, Reply } from '../../emulator/call';
import { day, fromGmt8, toGmt8 } from '../../emulator/clock';
import { isSuccess, valuesOf, withValues } from '../../emulator/layers';
import { endpoints } from '../../schemas';
import { sourceOf } from '../../schemas/evidence';
import type { Endpoint } from '../../schemas/endpoint';
import { narrowingOf, type People, type Window } from '../../schemas/narrowing';
import { pagingOf, type Paging } from '../../schemas/paging';
import { windowsOf } from '../../fixtures/generated-windows';
import { faultsOf, lists, type Fault, type Row } from './fault';
import { asked, field, memory, parameter, replied, whereValid, type Change, type Fields } from './layers';

/** What the facts say of a list beside how it pages. */
interface Known {
  /** More rows than one page has, fewer than the embedded tenant has: lists of so many end there. */
  readonly many?: number;
  /** The fact that tells how many rows there are, without the pages; where there is none, only that a cursor counts rows tells it. */
  readonly counts?: string;
}

const known: Readonly<Record<string, Known>> = {
  'report/list': { counts: 'report/list/R10' },
  'report/simplelist': { counts: 'report/simplelist/R5' },
  'report/comment-list': { many: 3, counts: 'report/statistics/R3' },
  'report/receiver-list': { counts: 'report/receiver-list/R3' },
  'report/statistics-listbytype': { many: 2, counts: 'report/statistics/R3' },
  'report/template-listbyuserid': { many: 4, counts: 'report/template-listbyuserid/R6' },
  'checkin/record-get': { counts: 'checkin/record-get?start_time' },
  'hrm/queryonjob': { counts: 'hrm/queryonjob/R11' },
};

/** The names under which an answer holds its page; empty for what it does not tell. */
function namesOf({ cursor = '', size, rows, next, more }: Paging) {
  const [held, following, flag] = [rows, next, more].map((path = '') => path.split('.').at(-1) ?? '');
  return { cursor, size, rows: held ?? '', next: following ?? '', more: flag ?? '' };
}

type Names = ReturnType<typeof namesOf>;

/** The page that a success holds; empty for a refusal. */
function pageOf(reply: Reply): Fields {
  if (!isSuccess(reply)) return {};
  const body = reply.body as Fields;
  return { ...((body.result ?? body) as Fields) };
}

/** The reply with a page in it that says that none follows. */
function ended(reply: Reply, { ...page }: Fields, { next, more }: Names): Reply {
  const body = reply.body as Fields;
  Reflect.deleteProperty(page, next);
  if (more !== '') page[more] = false;
  return { ...reply, body: 'result' in body ? { ...body, result: page } : page };
}

const rowsIn = (page: Fields, { rows }: Names): unknown[] => (page[rows] as unknown[] | undefined) ?? [];

/** Whether a page says that none follows. Observed: a last page may name a next cursor all the same, so the flag decides where there is one. */
const isTheLast = (page: Fields, { next, more }: Names): boolean =>
  more === '' ? page[next] == null : page[more] === false;

/** Where a call begins to read, as a text; the first page may be asked for in several ways. */
function beginOf(call: Call, { cursor }: Names): string {
  const given = valuesOf(call)[cursor];
  const isGiven = typeof given === 'number' || (typeof given === 'string' && given !== '');
  return isGiven ? String(given) : '0';
}

// Where an answer does not name it, the next page begins behind its rows.
const afterOf = (page: Fields, call: Call, names: Names): unknown =>
  names.next === '' ? Number(beginOf(call, names)) + rowsIn(page, names).length : page[names.next];

const endsBeforeOne =
  (names: Names): Layer =>
  async (_, call, next) => {
    const reply = await next(call);
    const page = pageOf(reply);
    const after = afterOf(page, call, names);
    if (typeof after !== 'number' || isTheLast(page, names)) return reply;
    const asked = { ...valuesOf(call), [names.cursor]: after, [names.size]: 1 };
    const rest = pageOf(await next(withValues(call, asked)));
    const isLastOne = rowsIn(rest, names).length === 1 && isTheLast(rest, names);
    return isLastOne ? ended(reply, page, names) : reply;
  };

const endsAfterTheFirst = (names: Names): Layer =>
  replied((reply, _, call) =>
    isSuccess(reply) && beginOf(call, names) === '0' ? ended(reply, pageOf(reply), names) : reply,
  );

// How many rows stood before a cursor, for each question apart.
const rowsBefore = memory(() => new Map<string, number>());

function endsAfter(most: number, names: Names): Layer {
  const question = (values: Fields, begin: unknown): string =>
    JSON.stringify([{ ...values, [names.cursor]: null, [names.size]: null }, String(begin)]);
  return replied((reply, _, call) => {
    if (!isSuccess(reply)) return reply;
    const [seen, values, page] = [rowsBefore(call), valuesOf(call), pageOf(reply)];
    const before = seen.get(question(values, beginOf(call, names))) ?? 0;
    const rows = rowsIn(page, names).slice(0, Math.max(0, most - before));
    seen.set(question(values, afterOf(page, call, names)), before + rows.length);
    if (before + rowsIn(page, names).length < most) return reply;
    return ended(reply, { ...page, [names.rows]: rows }, names);
  });
}

const changing = <Value>(name: string, change: Change<Value>): Layer => whereValid(parameter(name, change));

// Where an answer tells whether another page follows.
const tellsOf = ({ next = '', more = next }: Paging): string => more;

const endless = (paging: Paging): Layer =>
  field(tellsOf(paging), (told: unknown = 10_000) => (paging.more === undefined ? told : true));

const two = (size: unknown): unknown => (Number(size) === 1 ? 2 : size);

/** A list whose pages are not cut as asked, begin where another begins, end too early (a row, a page, so many rows) or never. */
function ofPages({ id }: Endpoint, paging: Paging): Row[] {
  const { many = 25, counts } = known[id] ?? {};
  const { cursor = '', size, most, least } = paging;
  const [names, promise] = [namesOf(paging), `#${tellsOf(paging)}`];
  return [
    lists(`ignores ${cursor}`, [`?${cursor}`], { layer: changing(cursor, () => 0) }),
    lists(`ignores ${size}`, [`?${size}`], { layer: changing(size, () => Math.min(most, 100)) }),
    ...(least === 1
      ? [lists(`shows two rows where ${size} is 1`, [`?${size}`], { layer: changing(size, two) })]
      : []),
    lists('ends when one row is left', [promise], { layer: endsBeforeOne(names) }),
    lists('says of the first page that it is the last', [promise], { layer: endsAfterTheFirst(names) }),
    lists('never ends', [promise], { layer: endless(paging) }),
    lists(`ends after ${many} rows`, [promise, ...(counts === undefined ? [] : [counts])], {
      source: sourceOf(counts ?? '') ?? 'inferred',
      layer: endsAfter(many, names),
    }),
  ];
}

function ofWindow(endpoint: Endpoint, { asked: [start, end], inDates }: Window): Row[] {
  const read = (sent: unknown): number => Number(inDates ? fromGmt8(String(sent)) : sent);
  const written = (moment: number): unknown => (inDates ? toGmt8(moment) : moment);
  const wider = (change: (from: number, to: number, longest: number) => Record<string, number>): Layer =>
    whereValid(
      asked((values) => {
        const longest = Math.min(...windowsOf(endpoint, values).map(({ maxDays }) => maxDays), 30) * day;
        const changed = change(read(values[start]), read(values[end]), longest);
        const moments = Object.entries(changed).map(([name, moment]) => [name, written(moment)]);
        return { ...values, ...(Object.fromEntries(moments) as Fields) };
      }),
    );
  return [
    lists(`ignores ${start}`, [`?${start}`], {
      layer: wider((from, to, longest) => ({ [start]: Math.min(from, to - longest) })),
    }),
    lists(`ignores ${end}`, [`?${end}`], {
      layer: wider((from, to, longest) => ({
        [end]: Math.max(to, Math.min(Date.now(), from + longest)),
      })),
    }),
  ];
}

function ofPeople({ rows }: Paging, { asked: name, shown, as }: People): Row[] {
  const isList = as === 'list';
  const another: Change<unknown> = (userids, _, { tenant }) => {
    const isKnown = [userids].flat().every((userid) => tenant.people.has(String(userid)));
    return isKnown ? (isList ? [tenant.mainAdmin] : tenant.mainAdmin) : userids;
  };
  const first = lists(`looks at the first of several in ${name}`, [`?${name}`], {
    layer: changing(name, (userids) =>
      isList ? [userids].flat().slice(0, 1) : String(userids).split(',')[0],
    ),
  });
  return [
    lists(`shows somebody else than ${name} says`, [`?${name}`, `#${rows}[].${shown}`], {
      layer: changing(name, another),
    }),
    ...(as === 'one' ? [] : [first]),
  ];
}

const reportTimes = ['modified_start_time', 'modified_end_time'];

/** Lists that may be narrowed: by what, and where it stands what is promised where they are not. */
const narrowed: readonly (readonly [id: string, filters: string[], ...promises: string[]])[] = [
  ['report/list', ['template_name', 'userid', ...reportTimes], 'R3'],
  ['report/simplelist', ['template_name', 'userid'], 'R3'],
  ['report/template-listbyuserid', ['userid'], 'R6'],
  ['blackboard/listids', ['start_time', 'end_time', 'category_id'], 'R4'],
  ['report/comment-list', ['offset', 'size'], 'R4', 'R5'],
  ['report/receiver-list', ['offset', 'size'], 'R4', 'R5'],
  ['report/statistics-listbytype', ['offset', 'size'], 'R4', 'R5'],
  ['hrm/dismissions', ['nextToken', 'maxResults'], 'R6', 'R7'],
];

const emptyUnless = (filters: readonly string[]): Layer =>
  replied((reply, body, call) => {
    const { query_request: query, ...values } = valuesOf(call);
    const given = { ...values, ...(query as Fields | undefined) };
    const isNarrowed = filters.some((name) => given[name] !== undefined);
    return isNarrowed || !isSuccess(reply) ? reply : { ...reply, body: emptied(body) as object };
  });

/** The same body with empty lists, and with nothing after them. */
function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name]) => name !== 'next_cursor' && name !== 'nextToken');
  return Object.fromEntries(
    members.map(([name, member]) => [name, /^has_?more$/i.test(name) ? false : emptied(member)]),
  );
}

/** Lists that are not read or narrowed as their files say, or are empty where the caller does not narrow them. */
export const faults: readonly Fault[] = [
  ...endpoints.flatMap((endpoint) => {
    const paging = pagingOf(endpoint);
    if (paging?.cursor === undefined) return [];
    const { window, people } = narrowingOf(endpoint);
    return faultsOf(endpoint.id, [
      ...ofPages(endpoint, paging),
      ...(window ? ofWindow(endpoint, window) : []),
      ...(people ? ofPeople(paging, people) : []),
    ]);
  }),
  ...narrowed.flatMap(([id, filters, ...promises]) =>
    faultsOf(id, [lists('is empty where nothing narrows it', promises, { layer: emptyUnless(filters) })]),
  ),
];
