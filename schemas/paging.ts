import type { Endpoint } from './endpoint';
import type { Described } from './values';

/** How an endpoint shows a list in pages. Places are paths in the request (`query_request.page_size`) and in the answer (`result.data_list`). */
export interface Paging {
  readonly size: string;
  /** The largest page that the docs name; Infinity where they name none. */
  readonly most: number;
  /** The smallest; undefined where they name none. */
  readonly least?: number | undefined;
  readonly rows: string;
  readonly row: Described;
  /** What tells rows apart: absent where a row is a text, null where nothing does. */
  readonly key?: string | null;
  /** Where a page begins, where an answer tells whether another follows. */
  readonly cursor?: string;
  /** Where an answer names the beginning of the next page. */
  readonly next?: string;
  /** The flag that says that there are more. */
  readonly more?: string;
}

const membersOf = ({ properties = {} }: Described): Readonly<Record<string, Described>> => properties;

/** What the size of a page is called. */
export const sizeNames = ['size', 'page_size', 'pageSize', 'limit', 'maxResults'] as const;

/** What names the beginning of the next page; the last page has none. */
export const nextNames = ['next_cursor', 'nextCursor', 'nextToken'] as const;

const named = (members: object, ...names: string[]): string | undefined =>
  names.find((name) => name in members);

/** How an endpoint pages, by the names in its file: they are DingTalk's own, the same in every product. Undefined for what asks for no size. */
export function pagingOf({ request, response }: Pick<Endpoint, 'request' | 'response'>): Paging | undefined {
  const [above, taken] = parametersIn(request);
  const size = named(taken, ...sizeNames);
  const [place, row] = listIn(response);
  if (size === undefined || row === undefined) return undefined;
  const { maximum = Infinity, minimum } = taken[size] ?? {};
  const paging = {
    ...{ size: above + size, most: maximum, least: minimum, rows: place, row },
    ...(row.properties && { key: keyOf(row.properties) }),
  };
  return { ...paging, ...followingIn(response, named(taken, 'cursor', 'offset', 'nextToken')) };
}

// Some requests are wrapped in a single object.
function parametersIn(request: Described): [above: string, Readonly<Record<string, Described>>] {
  const [[name, wrapped] = ['', {}], ...others] = Object.entries(membersOf(request));
  return wrapped.properties && others.length === 0
    ? [`${name}.`, wrapped.properties]
    : ['', membersOf(request)];
}

function listIn(response: Described): [place: string, row: Described | undefined] {
  const { result, ...body } = membersOf(response);
  if (result?.items) return ['result', result.items];
  const shown = membersOf(result ?? { properties: body });
  const rows = Object.keys(shown).find((name) => shown[name]?.items) ?? '';
  return [result ? `result.${rows}` : rows, shown[rows]?.items];
}

const keyOf = (members: Readonly<Record<string, Described>>): string | null =>
  Object.keys(members).find((name) => /(^|_)(id|code)$/.test(name) && !members[name]?.personal) ?? null;

function followingIn(response: Described, cursor?: string): Pick<Paging, 'cursor' | 'next' | 'more'> {
  const { result } = membersOf(response);
  const shown = membersOf(result?.properties ? result : response);
  const placed = (name?: string): string | undefined =>
    name && (result?.properties ? `result.${name}` : name);
  const next = placed(named(shown, ...nextNames));
  const more = placed(named(shown, 'has_more', 'hasMore'));
  if (cursor === undefined || (next === undefined && more === undefined)) return {};
  return { cursor, ...(next !== undefined && { next }), ...(more !== undefined && { more }) };
}
