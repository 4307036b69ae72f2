import type { Endpoint } from '../schemas/endpoint';

/** Whom a run may address: the configured people and department, and nobody else. */
export interface Allowed {
  readonly people: readonly string[];
  readonly deptId?: number;
}

/** A request that would reach people who did not ask for it. It stops the run before anything is sent. */
export class GuardViolation extends Error {
  override readonly name = 'GuardViolation';
}

/** Checks one request; throws GuardViolation where it must not be sent. */
export type Guard = (endpoint: Endpoint, request: object) => void;

/**
 * Keeps a guest's manners, whatever a case asks for: no DING, no second notification, no chat message, no group, no whole company
 * (departments 1 and -1), and no recipient but those who are configured. A malformed request may pass as long as nothing in it,
 * read generously, would reach anybody else.
 */
export function guardFor({ people, deptId }: Allowed): Guard {
  const recipients = new Set(people);
  const isKnown = (userid: unknown): boolean =>
    typeof userid !== 'string' || recipients.has(userid.trim()) || userid.trim() === '';
  const isOurs = (department: unknown): boolean =>
    !/^-?\d+$/.test(String(department)) || Number(department) === deptId;
  const rules: Record<string, (value: unknown) => boolean> = {
    ding: isOff,
    notify: isOff,
    to_chat: isOff,
    to_cids: (value) => listed(value).length === 0,
    deptid_list: (value) => listed(value).every(isOurs),
    userid_list: (value) => listed(value).every(isKnown),
    to_userids: (value) => listed(value).every(isKnown),
  };
  return (endpoint, request) => {
    if (!/^(blackboard|report)\/(create|update|savecontent)$/.test(endpoint.id)) return;
    for (const [name, value] of members(request)) {
      if (rules[name]?.(value) !== false) continue;
      throw new GuardViolation(
        `${endpoint.id} with ${name} = ${JSON.stringify(value)} was not sent: it would reach people who are not part of this run.`,
      );
    }
  };
}

const isOff = (value: unknown): boolean => !['true', '1'].includes(String(value).trim().toLowerCase());

/** A list as a generous service might read it: an array, or texts with commas. */
function listed(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(listed);
  if (typeof value === 'string') return value.split(',').filter((part) => part.trim() !== '');
  return value === null || value === undefined || typeof value === 'object' ? [] : [value];
}

/** Every member at every depth, also inside objects that are written as JSON texts. */
function members(value: unknown): [string, unknown][] {
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) return members(tryJson(value));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    [name, member] as [string, unknown],
    ...members(member),
  ]);
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
