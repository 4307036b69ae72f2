import type { Reply } from './client';
import { kindOf, type CodeKind } from './codes';
import type { Exchange } from './exchange';

/** Whether a code says that the tenant lacks the permission or the app behind the API, whatever was asked. */
export function isLacking(code: string): boolean {
  const kind = kindOf(code);
  return kind === 'permission' || kind === 'closed';
}

// That a person lies outside of the app's contact scope may well be what a row about a stranger is refused for.
const reasons: Readonly<Record<Exclude<CodeKind, 'scope'>, string>> = {
  token: 'the token',
  blank: 'the token',
  permission: 'a permission',
  closed: 'a permission',
  address: 'the address of the caller',
  throttled: 'the rate of calls',
  spent: 'the quota of the month',
  busy: 'a failing server',
};

/** What a call was refused for before anybody looked at its parameters; undefined where the refusal may be about them. */
export function refusedFor(code: string): string | undefined {
  const kind = kindOf(code);
  return kind === undefined || kind === 'scope' ? undefined : reasons[kind];
}

// What a service says itself of somebody who may not do a thing, where a gateway that was asked first would name the permission.
const alsoPermission = /^400020$|^noPermission$/;

/** Whether two codes refuse a call for the same thing, whatever it asks for. */
export function saySame(some: string, other: string): boolean {
  const [reason, otherReason] = [some, other].map((code) =>
    alsoPermission.test(code) ? reasons.permission : refusedFor(code),
  );
  return reason !== undefined && reason === otherReason;
}

/** Thrown where a refusal was wanted and another one came, which tells nothing of what was asked. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
  /** Several cases may be blocked alike: the first one is the root. */
  readonly arrangement: string;

  constructor(
    readonly exchange: Exchange,
    code: string,
    reason: string,
  ) {
    const { endpoint, status, responseBody = '', docs } = exchange;
    super(
      [
        `blocked: ${endpoint} refused the call for ${reason} (${code}), which says nothing of what was asked`,
        `  reply: HTTP ${status ?? '-'} ${responseBody}`,
        `  docs:  ${docs}`,
      ].join('\n'),
    );
    this.arrangement = `that ${endpoint} can be asked: ${code}`;
  }
}

/**
 * Lets a case go on that takes a refusal as well as an answer.
 * @throws Blocked where the call was refused before anybody looked at what it asks.
 */
export function mustBeLookedAt(reply: Reply<unknown>): void {
  const reason = reply.refused ? refusedFor(reply.code) : undefined;
  if (reply.refused && reason !== undefined) throw new Blocked(reply.exchange, reply.code, reason);
}

/** The endpoint that the last of these calls found closed to the app, and the code of it; undefined where every one was open. */
export function lastLacking(exchanges: readonly Exchange[]): { endpoint: string; code: string } | undefined {
  return exchanges
    .map(({ endpoint, outcome }) => ({ endpoint, code: outcome.replace(/^refused /, '') }))
    .filter(({ code }) => isLacking(code))
    .at(-1);
}

/** Why a case is skipped that needs an endpoint which is closed to the app. */
export const lackingText = (endpoint: string, code: string): string =>
  `the tenant has not opened ${endpoint} to the app: it answers ${code}`;
