import type { Call, Layer, Reply } from '../../emulator/call';
import { isSuccess, valuesOf, withValues } from '../../emulator/layers';
import { endpoints } from '../../schemas';
import { sourceOf } from '../../schemas/evidence';
import type { Described } from '../../schemas/values';
import { faultsOf, lists, type Fault, type Row } from './fault';
import { memory, replied, type Fields } from './layers';

/** A list that is read page by page with a cursor. */
interface Paged {
  readonly id: string;
  /** More rows than one page has, fewer than the embedded tenant has: lists of so many end there. */
  readonly many: number;
  /** The rule or field that promises the next page. */
  readonly promise: string;
  /** The fact that tells how many rows there are, without the pages; where there is none, only that a cursor counts rows tells it. */
  readonly counts?: string;
}

const pagedLists: readonly Paged[] = [
  { id: 'report/list', many: 25, promise: '#result.has_more', counts: 'report/list/R10' },
  { id: 'report/simplelist', many: 25, promise: '#result.has_more', counts: 'report/simplelist/R5' },
  { id: 'report/comment-list', many: 3, promise: 'R6', counts: 'report/statistics/R3' },
  { id: 'report/receiver-list', many: 25, promise: 'R6', counts: 'report/receiver-list/R3' },
  { id: 'report/statistics-listbytype', many: 2, promise: 'R6', counts: 'report/statistics/R3' },
  {
    id: 'report/template-listbyuserid',
    many: 4,
    promise: '#result.next_cursor',
    counts: 'report/template-listbyuserid/R6',
  },
  { id: 'checkin/record-get', many: 25, promise: 'R11', counts: 'checkin/record-get/R6' },
  { id: 'hrm/queryonjob', many: 25, promise: '#result.next_cursor', counts: 'hrm/queryonjob/R11' },
  { id: 'hrm/querypreentry', many: 25, promise: '#result.next_cursor' },
  { id: 'hrm/dismissions', many: 25, promise: 'R1' },
];

/** Under which names an endpoint pages: what says where a page begins and how long it is, its rows, the next cursor, and the flag for more. */
function namesOf(place: string) {
  const endpoint = endpoints.find(({ id }) => id === place);
  const { result, ...body } = membersOf(endpoint?.response);
  const [taken, shown] = [membersOf(endpoint?.request), result ? membersOf(result) : body];
  return {
    cursor: named(taken, 'cursor', 'offset', 'nextToken'),
    size: named(taken, 'size', 'maxResults'),
    rows: Object.keys(shown).find((name) => shown[name]?.type === 'array') ?? '',
    next: named(shown, 'next_cursor', 'nextToken'),
    more: named(shown, 'has_more', 'hasMore'),
  };
}

const membersOf = ({ properties = {} }: Described = {}): Readonly<Record<string, Described>> => properties;

const named = (members: object, ...names: string[]): string => names.find((name) => name in members) ?? '';

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

const endsBeforeOne =
  (names: Names): Layer =>
  async (_, call, next) => {
    const reply = await next(call);
    const page = pageOf(reply);
    const after = page[names.next];
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
    const [known, values, page] = [rowsBefore(call), valuesOf(call), pageOf(reply)];
    const before = known.get(question(values, beginOf(call, names))) ?? 0;
    const rows = rowsIn(page, names).slice(0, Math.max(0, most - before));
    known.set(question(values, page[names.next]), before + rows.length);
    if (before + rowsIn(page, names).length < most) return reply;
    return ended(reply, { ...page, [names.rows]: rows }, names);
  });
}

/** A list that ends too early: where a single row is left, after the first page, or after so many rows. */
const early = ({ id, many, promise, counts }: Paged): Row[] => [
  lists('ends when one row is left', [promise], { layer: endsBeforeOne(namesOf(id)) }),
  lists('says of the first page that it is the last', [promise], { layer: endsAfterTheFirst(namesOf(id)) }),
  lists(`ends after ${many} rows`, [promise, ...(counts === undefined ? [] : [counts])], {
    source: sourceOf(counts ?? '') ?? 'inferred',
    layer: endsAfter(many, namesOf(id)),
  }),
];

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

/** Lists that end too early, or are empty where the caller does not narrow them. */
export const faults: readonly Fault[] = [
  ...pagedLists.flatMap((list) => faultsOf(list.id, early(list))),
  ...narrowed.flatMap(([id, filters, ...promises]) =>
    faultsOf(id, [lists('is empty where nothing narrows it', promises, { layer: emptyUnless(filters) })]),
  ),
];
