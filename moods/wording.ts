import type { Call, Reply } from '../emulator/call';
import { isRecord } from '../emulator/call';
import { isSuccess } from '../faults/fault';
import { rewritten, type Mood } from './mood';

interface Shape {
  readonly required?: readonly string[];
  readonly usual?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

/** The same answers, written in other ways. */
export const wordingMoods: readonly Mood[] = [
  {
    id: 'talkative',
    what: 'Answers hold fields that no page documents, at every level.',
    layer: () => rewritten((body) => withMore(body) as object),
  },
  {
    id: 'terse',
    what: 'Whatever an answer may leave out is left out, errmsg first, and texts are worded otherwise.',
    layer: () =>
      rewritten((body, call, reply) => (isSuccess(reply) ? pruned(body, call) : reworded(body, reply))),
  },
  {
    id: 'shuffled',
    what: 'Lists come in another order each time where no page promises one, and keys in reverse.',
    layer: () => rewritten((body, call) => shuffled(body, promisedOrder(call)) as object),
  },
];

const more = { extInfo: 'more', ext_flags: [{ id: 1, on: true }], ext_owner: null };

function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore);
  if (!isRecord(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withMore(member)]);
  return { ...(Object.fromEntries(members) as object), ...more };
}

// What a caller wrote is shown again, and nobody can page without a cursor.
const kept = /^(author|category_?id|cover_?pic_?url|next_?cursor|next_?token|result)$/i;

function pruned(body: object, { endpoint }: Call): object {
  const shape: object = endpoint.response;
  return prune(shape, body) as object;
}

function prune(shape: Shape, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => prune(shape.items ?? {}, item));
  if (!isRecord(value)) return value;
  const { usual = [] } = shape;
  const members = Object.entries(value).filter(
    ([name, member]) =>
      shape.required?.includes(name) !== false || usual.includes(name) || isNeeded(name, member, value),
  );
  return Object.fromEntries(
    members.map(([name, member]) => [name, prune(shape.properties?.[name] ?? {}, member)]),
  );
}

function isNeeded(
  name: string,
  member: unknown,
  { has_more: more, hasMore }: Record<string, unknown>,
): boolean {
  if (/^next/i.test(name) && (more === false || hasMore === false)) return false;
  return kept.test(name) || (Array.isArray(member) && member.length > 0) || isRecord(member);
}

const otherWords = '请求未能完成';

// Observed: errmsg of 88 repeats sub_code and sub_msg, in whatever words.
function reworded(body: object, { status }: Reply): object {
  const { sub_code: subCode } = body as { sub_code?: unknown };
  const errmsg =
    typeof subCode === 'string' ? `ding talk error[subcode=${subCode},submsg=${otherWords}]` : otherWords;
  const words = status === 200 ? { errmsg, sub_msg: otherWords } : { message: otherWords };
  const members = Object.entries(body).map(([name, member]: [string, unknown]) => [
    name,
    words[name as keyof typeof words] ?? member,
  ]);
  return Object.fromEntries(members) as object;
}

// Documented: templates come in the order of their creation.
function promisedOrder({ endpoint: { id } }: Call): ReadonlySet<string> {
  return new Set(id === 'report/template-listbyuserid' ? ['template_list'] : []);
}

function shuffled(value: unknown, promised: ReadonlySet<string>, name = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffled(item, promised));
    return promised.has(name) ? items : inAnyOrder(items);
  }
  if (!isRecord(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, shuffled(member, promised, key)]);
  return Object.fromEntries(members.reverse());
}

function inAnyOrder<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
