import type { Endpoint } from '../../schemas/endpoint';
import type { Described } from '../../schemas/values';
import { isRecord } from '../call';
import { isSuccess, rewritten } from '../layers';
import { changedObjects, isTopapi } from './envelopes';

// What a caller wrote is shown again, and nobody can page without a cursor.
const kept = /^(author|category_?id|cover_?pic_?url|next_?cursor|next_?token|result)$/i;
const otherWords = '请求未能完成';

/** The members of an object. */
export type Members = Record<string, unknown>;

/** Whether a value is a list of nothing. */
export const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
/** An object without some of its members. */
export const without = (members: Members, drops: (name: string, value: unknown) => boolean): Members =>
  Object.fromEntries(Object.entries(members).filter(([name, value]) => !drops(name, value)));

/** Leaves out what an object need not have and is there as a rule neither; cursors, objects and filled lists stay. */
export function pruned(members: Members, { required, usual = [], properties = {} }: Described) {
  const isLast = members.has_more === false || members.hasMore === false;
  const droppable = Object.keys(properties).filter((name) => ![...(required ?? []), ...usual].includes(name));
  return without(members, (name, value) => {
    if (!droppable.includes(name)) return false;
    if (/^next/i.test(name)) return isLast;
    return !kept.test(name) && !isRecord(value) && (!Array.isArray(value) || isEmpty(value));
  });
}

/** Shows the optional texts that have no value as this. */
export function withValueless(value: null | '') {
  return changedObjects((members, { required = [], properties = {} }, { endpoint }) => {
    const absent = Object.entries(properties)
      .filter(([name, { type }]) => type === 'string' && !(name in members) && !required.includes(name))
      .filter(([name]) => !/^(errmsg|request_id)$/.test(name) && !endpoint.id.startsWith('token/'));
    return { ...members, ...Object.fromEntries(absent.map(([name]) => [name, value])) };
  });
}

/** Gives every success of topapi this errmsg, or none. */
export function withErrmsg(word: string | undefined) {
  return rewritten((body, call, reply) => {
    if (!isSuccess(reply) || !isTopapi(call)) return body;
    const { errcode, ...others } = without(body as Members, (name) => name === 'errmsg');
    return { errcode, ...(word !== undefined && { errmsg: word }), ...others };
  });
}

/** Leaves out a result in which nothing is listed. */
export function withoutEmptyResult() {
  return rewritten((body, { endpoint }, reply) => {
    const { result } = body as { result?: unknown };
    if (!isSuccess(reply) || !isRecord(result) || promises(endpoint)) return body;
    return isNothing(result) ? without(body as Members, (name) => name === 'result') : body;
  });
}

// Where members of the result are promised, so is the result.
function promises({ response }: Endpoint): boolean {
  const shape: Described = response;
  return (shape.properties?.result?.required ?? []).length > 0;
}

function isNothing(result: Members): boolean {
  const values = Object.values(result);
  const isPage = values.length === 0 || values.some(isEmpty);
  return isPage && !values.some((value) => Array.isArray(value) && value.length > 0);
}

/** Brings the items of every list in another order each time, but where the caller asked for an order. */
export function shuffled() {
  return changedObjects((members, _, call) =>
    Object.fromEntries(
      Object.entries(members).map(([name, value]) => [
        name,
        Array.isArray(value) && call.query.order === undefined ? inAnyOrder(value) : value,
      ]),
    ),
  );
}

function inAnyOrder(items: readonly unknown[]): unknown[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Words every refusal otherwise. Observed: errmsg of 88 repeats sub_code and sub_msg, in whatever words. */
export function reworded() {
  return rewritten((body, _, reply) => {
    if (isSuccess(reply)) return body;
    const { sub_code: subCode } = body as { sub_code?: unknown };
    const errmsg =
      typeof subCode === 'string' ? `ding talk error[subcode=${subCode},submsg=${otherWords}]` : otherWords;
    const words: Members = reply.status === 200 ? { errmsg, sub_msg: otherWords } : { message: otherWords };
    return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, words[name] ?? value]));
  });
}
