import type { Endpoint } from '../../schemas/endpoint';
import { narrowingOf, type Narrowing, type People, type Window } from '../../schemas/narrowing';
import { pagingOf, type Paging } from '../../schemas/paging';
import type { Described } from '../../schemas/values';
import { valueAt } from '../../fixtures/generated-places';
import { askedPeople, askedWindow } from '../../fixtures/generated-windows';
import { fromBeijingTime } from '../../fixtures/time';
import { covers } from './coverage';
import { fact, inferred } from './evidence';
import { againstKnown, eventually } from './eventually';
import { mustBeLookedAt } from '../../client/lacking';
import { named } from './contract-cases';
import { widestRequest } from './generated';
import { edgeSizes, expectSameMembers, fewPages, rowsIn, walk } from './paging';
import { mustIfPermitted, sendIfPermitted } from './permitted';
import { shared } from './shared';
import { operator, skip, user } from './tenant';
import { unordered } from './unordered';

type Row = Readonly<Record<string, unknown>>;

/** A list in pages, and what its file says of it. */
interface Listed extends Narrowing {
  readonly endpoint: Endpoint;
  readonly paging: Paging;
  /** What asks for the longest list. */
  readonly request: Row;
  /** All of it, as it was read by the first case that asked. */
  readonly known: () => Promise<readonly Row[]>;
}

/**
 * The cases that follow from how the file of an endpoint says that its list is read: page by page, and narrowed by a window and by people.
 * @param rule the one that promises the pages, where the file has such a rule.
 * @throws an Error where the file tells of no pages that follow one another.
 */
export function listCases(endpoint: Endpoint, rule?: string): void {
  const paging = pagingOf(endpoint);
  if (paging?.cursor === undefined) throw new Error(`${endpoint.id} lists nothing page by page.`);
  const asked = { endpoint, paging, request: widestRequest(endpoint) };
  const known = shared(`the whole list of ${endpoint.id}`, () => rowsOf(asked, asked.request));
  const list = { ...asked, known, ...narrowingOf(endpoint) };
  it(`${named(rule)}shows the same rows in pages of any size, up to the last one`, () => expectPages(list));
  const { window, people } = list;
  if (window) it('shows what lies in its window, and nothing else', () => expectWindow(list, window));
  if (people) it('shows only the people who were asked for', () => expectPeople(list, people));
}

async function expectPages(list: Listed): Promise<void> {
  const { endpoint, paging, request } = list;
  const { cursor = '', size, next, more, rows } = paging;
  const shown = [rows, next, more].filter((place) => place !== undefined);
  covers(...[size, cursor].map((name) => `${endpoint.id}?${name}`));
  covers(...shown.map((place) => `${endpoint.id}#${place}`));
  const what = `the pages of ${endpoint.id} to hold the same rows`;
  const length = await againstKnown(what, await whole(list), async (all) => {
    if (paging.key !== null) expectSameMembers('the whole list', texts(all), texts(all));
    for (const few of sizesFor(all.length, largest(list)))
      expectSameRows(`pages of ${few}`, await rowsOf(list, request, few), all);
    covers(...membersIn(list, all));
    return all.length;
  });
  // That these count rows is inferred; what is called a cursor may be anything.
  const { type } = valueAt(endpoint.request, ['properties', cursor]) as Described;
  if (cursor === 'cursor' || type !== 'integer') return;
  await fact(inferred(endpoint.id, 'there is nothing behind the last page'), async () => {
    const reply = await sendIfPermitted(endpoint, { ...request, [cursor]: length + 1, [size]: 1 });
    const behind = reply.refused ? [] : rowsIn(reply.body, paging);
    expect({ 'behind the last page': behind }).toEqual({ 'behind the last page': [] });
  });
}

function sizesFor(length: number, most: number): number[] {
  const edges = edgeSizes(length, most).map(({ size }) => size);
  return (edges.length === 2 ? edges : [...new Set([...fewPages(length, most), ...edges])]).filter(
    (size) => size !== most,
  );
}

async function expectWindow(list: Listed, window: Window): Promise<void> {
  const { endpoint, request } = list;
  const { asked, shown } = window;
  const [[start, end], [begins, ends]] = [asked, shown];
  covers(...asked.map((name) => `${endpoint.id}?${name}`), ...placesOf(list, shown));
  const times = (await list.known()).map((row) => moment(row[begins])).sort((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)] ?? skip(`the list of ${endpoint.id} is too short`);
  const within = async (from: number, to: number): Promise<Row[]> => {
    const narrowed = askedWindow(window, from, to);
    const rows = await rowsOf(list, { ...request, ...narrowed });
    const outside = rows.filter(
      (row) => moment(row[ends]) < moment(narrowed[start]) || moment(row[begins]) > to,
    );
    expect({ ...narrowed, outside }).toEqual({ ...narrowed, outside: [] });
    return rows;
  };
  const once = (rows: readonly Row[]): string[] => [...new Set(texts(rows))];
  await againstKnown(`both halves of the window of ${endpoint.id}`, await whole(list), async (all) => {
    const before = await within(moment(request[start]), middle - 1);
    // Whether a window holds its ends, nobody says.
    const after = await within(middle - (window.inDates ? 1000 : 1), moment(request[end]));
    expectSameMembers('both halves of the window', once([...before, ...after]), once(all));
  });
}

async function expectPeople(list: Listed, people: People): Promise<void> {
  const { endpoint, paging } = list;
  const { asked, shown, as } = people;
  covers(`${endpoint.id}?${asked}`, ...placesOf(list, [shown]));
  const request = widestRequest(endpoint, askedPeople(people, [user, operator]));
  const of = async (...userids: string[]): Promise<Row[]> =>
    rowsOf(list, { ...request, ...askedPeople(people, userids) });
  const strangers = (rows: readonly Row[], userid: string): Row[] =>
    rows.filter((row) => row[shown] !== userid);
  await eventually(`the people of ${endpoint.id} to be told apart`, async () => {
    const [users, operators] = [await of(user), await of(operator)];
    expect([...strangers(users, user), ...strangers(operators, operator)]).toEqual([]);
    if (as !== 'one') expect(texts(await of(user, operator))).toEqual(texts([...users, ...operators]));
  });
  const nobody = await sendIfPermitted(endpoint, {
    ...request,
    ...askedPeople(people, ['api-suite-nobody']),
  });
  mustBeLookedAt(nobody);
  expect({ 'of nobody': nobody.refused ? [] : rowsIn(nobody.body, paging) }).toEqual({ 'of nobody': [] });
}

// A date is in GMT+8.
const moment = (shown: unknown): number =>
  typeof shown === 'string' && shown.includes('-') ? fromBeijingTime(shown) : Number(shown);

const placesOf = ({ endpoint, paging }: Listed, shown: readonly string[]): string[] =>
  [...new Set(shown)].map((name) => `${endpoint.id}#${paging.rows}[].${name}`);

const largest = ({ paging: { most } }: Pick<Listed, 'paging'>): number => Math.min(most, 100);

// Whole rows were compared, so every member that one has.
function membersIn(list: Listed, rows: readonly Row[]): string[] {
  const objects = rows.filter((row) => typeof row === 'object');
  return placesOf(list, objects.flatMap(Object.keys));
}

// Others may have written since it was read first.
const whole = async (list: Listed) => ({
  known: await list.known(),
  read: () => rowsOf(list, list.request),
});

/** All rows of a list, page by page. */
async function rowsOf(
  list: Pick<Listed, 'endpoint' | 'paging'>,
  request: object,
  size = largest(list),
): Promise<Row[]> {
  const { endpoint, paging } = list;
  return walk(
    async (cursor) => {
      const page = { [paging.cursor ?? '']: cursor, [paging.size]: size };
      const body = await mustIfPermitted(endpoint, { ...request, ...page });
      return { items: rowsIn(body, paging), next: nextOf(body, paging, { cursor, size }) };
    },
    { size },
  );
}

// Where an answer names no next page, it begins behind this one.
function nextOf(
  body: unknown,
  { next, more }: Paging,
  { cursor, size }: { cursor: number; size: number },
): number | undefined {
  // One that is named may be no number to count with.
  const following =
    next === undefined ? cursor + size : (valueAt(body, next.split('.')) as number | undefined);
  if (more === undefined) return following;
  const goesOn = valueAt(body, more.split('.')) === true;
  expect({ goesOn, 'names no next page': goesOn && following === undefined }).toEqual({
    goesOn,
    'names no next page': false,
  });
  return goesOn ? following : undefined;
}

const texts = (rows: readonly Row[]): string[] => rows.map((row) => JSON.stringify(unordered(row))).sort();

// Two rows may be the same in all that is shown of them.
function expectSameRows(what: string, found: readonly Row[], wanted: readonly Row[]): void {
  const [here, there] = [found, wanted].map((rows) =>
    texts(rows).map((text, place, all) => `${text} ${place - all.indexOf(text)}`),
  );
  expectSameMembers(what, here ?? [], there ?? []);
}
