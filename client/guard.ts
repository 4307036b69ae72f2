import type { Endpoint } from '../schemas/endpoint';
import { isRead } from './retry-policy';

/** What a run may do: whom it may address, and what it may change. */
export interface Allowed {
  readonly people: readonly string[];
  readonly deptId?: number | undefined;
  /** Whether an announcement may be changed or deleted: it is ours, or nobody's. */
  readonly mayChange: (id: string) => boolean;
  /** Nothing is written at all. */
  readonly readOnly?: boolean;
}

/** A request that would reach people who did not ask for it, or touch what is not ours. It stops the run before anything is sent. */
export class GuardViolation extends Error {
  override readonly name = 'GuardViolation';
}

/** Checks one request; throws GuardViolation where it must not be sent. */
export type Guard = (endpoint: Endpoint, request: object) => void;

type Rule = (value: unknown) => boolean;

/**
 * Keeps a guest's manners, whatever a case asks for: no DING, no second notification, no chat message, no group, no whole company
 * (departments 1 and -1), no recipient but those who are configured, and no change to what is not ours. A malformed request may pass
 * as long as nothing in it, read generously, would reach anybody else: names count in any case and spelling, and in the brackets of a
 * form; values count inside texts, lists, objects and texts that hold JSON.
 */
export function guardFor(allowed: Allowed): Guard {
  const rules = rulesFor(allowed);
  return (endpoint, request) => {
    if (isRead(endpoint)) return;
    if (allowed.readOnly === true) throw violation(endpoint, 'this run only reads');
    for (const [name, value] of members(request)) {
      if (rules[plainName(name)]?.(value) !== false) continue;
      throw violation(
        endpoint,
        `${name} = ${JSON.stringify(value)} would reach people, or touch what does not belong to this run`,
      );
    }
  };
}

const violation = ({ id }: Endpoint, why: string): GuardViolation =>
  new GuardViolation(`${id} was not sent: ${why}.`);

function rulesFor({ people, deptId, mayChange }: Allowed): Readonly<Record<string, Rule>> {
  const recipients = new Set(people);
  const areKnown: Rule = (value) => parts(value).every((part) => recipients.has(part));
  return {
    ding: isOff,
    notify: isOff,
    tochat: isOff,
    toalluser: isOff,
    tocids: (value) => parts(value).length === 0,
    deptidlist: (value) => parts(value).every((part) => isNoDepartment(part) || Number(part) === deptId),
    useridlist: areKnown,
    touserids: areKnown,
    blackboardid: (value) => parts(value).every(mayChange),
  };
}

// What is neither yes nor no might be taken for a yes.
const isOff: Rule = (value) => parts(value).every((part) => /^(false|0|no|off)$/i.test(part));

// A service may read more than we would write: 1.0, 0x1, 1e0 and +1 are numbers, too.
const isNoDepartment = (part: string): boolean => Number.isNaN(Number(part));

/** What a generous service might find in a value: every scalar in it, as a plain text, split at commas. */
function parts(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'object') return Object.values(value).flatMap(parts);
  const text = (value as string | number | boolean | bigint).toString().normalize('NFKC');
  const held = heldIn(text);
  if (held !== undefined) return parts(held);
  return text
    .split(/[,;|\s]/)
    .map((part) => part.replace(/^["']|["']$/g, ''))
    .filter((part) => part !== '');
}

/** The last part of a name in brackets or dots, without case and underscores: `create_request[ding]` is `ding`. */
function plainName(name: string): string {
  const last = name
    .normalize('NFKC')
    .split(/[[\].]/)
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .at(-1);
  return (last ?? '').toLowerCase().replace(/[_\-\s]/g, '');
}

/** Every member at every depth, also inside objects that are written as JSON texts. */
function members(value: unknown): [string, unknown][] {
  if (typeof value === 'string') return members(heldIn(value));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    [name, member] as [string, unknown],
    ...members(member),
  ]);
}

/** What a text holds that is written in JSON, also when it was written twice or for a URL; undefined for any other. */
function heldIn(text: string): unknown {
  try {
    const read = /^\s*(%5B|%7B|%22)/i.test(text) ? decodeURIComponent(text) : text;
    return /[[{"]/.test(read) ? JSON.parse(read) : undefined;
  } catch {
    return undefined;
  }
}
