import type { Call, Reply } from '../../emulator/call';
import type { Tenant } from '../../emulator/tenant';
import type { Source } from '../../schemas/endpoint';
import { answeredIn, around, asked, isSuccess, valuesOf, withValues, type Fault } from './fault';

export type Fields = Record<string, unknown>;

/** What an answer holds of the object that was asked for, and what of it may come from another one. */
export interface Figures {
  readonly id: string;
  /** The members that are taken from the other object; everything where none is named. */
  readonly members?: readonly string[];
  /** The same question about another object; undefined where there is none. */
  readonly about: (values: Fields, tenant: Tenant) => Fields | undefined;
  readonly what: string;
  readonly promises: readonly string[];
  readonly source?: Source;
}

/** The same question about another person. */
export const persons = (name: string) => (values: Fields, tenant: Tenant) =>
  another(
    [...tenant.people.keys()],
    (id) => id === values[name],
    (id) => ({ ...values, [name]: id }),
  );

/** The question about another one, which `ask` makes. Only for what is known: a question about nothing is answered as ever. */
export function another<One>(all: readonly One[], isAsked: (one: One) => boolean, ask: (one: One) => Fields) {
  const other = all.find((one) => !isAsked(one));
  return all.some(isAsked) && other !== undefined ? ask(other) : undefined;
}

/** What `npm run coverage` calls members of a result. */
export const result = (id: string, ...members: string[]): string[] =>
  members.map((member) => `${id}#result.${member}`);

/** The fault in which an answer is about another object, wholly or in some members. */
export function mixedUp({ id, members, about, what, promises, source }: Figures): Fault {
  const other = (call: Call): Fields | undefined => about(valuesOf(call), call.tenant);
  return {
    id: `${id}: ${what} of another`,
    class: 'state',
    breaks: 'an answer is about what was asked for',
    promises,
    ...(source && { source }),
    layer:
      members === undefined ? asked(id, (values, call) => other(call) ?? values) : partly(id, members, other),
  };
}

function partly(
  id: string,
  members: readonly string[],
  other: (call: Call) => Fields | undefined,
): Fault['layer'] {
  return around(id, async (_, call, next): Promise<Reply> => {
    const reply = await next(call);
    const values = other(call);
    if (!isSuccess(reply) || values === undefined) return reply;
    const taken = await next(withValues(call, values));
    if (!isSuccess(taken)) return reply;
    const [own, its] = [reply.body as Fields, taken.body as Fields];
    const body =
      'result' in own
        ? { ...own, result: mixed(own.result as Fields, its.result as Fields, members) }
        : mixed(own, its, members);
    return { ...reply, body };
  });
}

function mixed(own: Fields, its: Fields, members: readonly string[]): Fields {
  const kept = Object.entries(own).filter(([name]) => !members.includes(name));
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(Object.entries(its).filter(([name]) => members.includes(name))),
  };
}

/** Gives each row of a page some members of the next one. */
export function eachWithTheNext(id: string, rows: string, members: readonly string[]): Fault['layer'] {
  return answeredIn<Fields>(id, 'result', (page) => {
    const all = page[rows] as Fields[];
    return { ...page, [rows]: all.map((row, place) => mixed(row, all[place + 1] ?? row, members)) };
  });
}
