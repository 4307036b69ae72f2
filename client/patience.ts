import type { Endpoint } from '../schemas/endpoint';
import type { Exchange } from './exchange';

/** Passing trouble that is waited out: what it was, and for how long. */
export interface Trouble {
  readonly what: string;
  readonly waitMs: number;
  /** The token has to be renewed before the call is repeated. */
  readonly renew?: true;
}

/** How an attempt ended: the exchange, and the code of a refusal. */
export interface Attempt {
  readonly exchange: Exchange;
  readonly code?: string;
}

const refusedTokens = new Set(['88/40014', '40014', 'InvalidAuthentication']);
const throttled = /^(88\/)?(90002|90005|90006|90018)$|^Forbidden\.AccessDenied\.Qp[sm]Limit/;
// The v1.0 page of get_blackboard documents both with HTTP 500; -1 is the catalogue's 系统繁忙.
const busy = /^(-1|serviceBusy|internalError)$/;

const isRead = ({ id }: Endpoint): boolean => !/\/(create|update|delete|savecontent)$/.test(id);

/**
 * Says whether an attempt failed over something that passes, and is safe to repeat. Throttling is refused before anything happens, so
 * any call is repeated (documented: it ends a second later); a busy service (documented: at most three tries) and a broken connection
 * only for reads, since a write may have happened.
 * @param attempt 1 for the first try.
 * @param options `ownToken` when the caller did not choose the token, `patient` when a lost answer may be asked for again.
 */
export function troubleOf(
  endpoint: Endpoint,
  attempt: number,
  { exchange, code }: Attempt,
  { ownToken, patient }: { ownToken: boolean; patient: boolean },
): Trouble | undefined {
  if (code !== undefined) return afterRefusal(code, attempt, ownToken, isRead(endpoint));
  return patient && isRead(endpoint) && isLost(exchange) ? again(exchange.outcome, attempt) : undefined;
}

function afterRefusal(code: string, attempt: number, ownToken: boolean, read: boolean): Trouble | undefined {
  if (refusedTokens.has(code)) return ownToken ? renewed(code, attempt) : undefined;
  if (throttled.test(code)) return slower(code, attempt);
  return read && busy.test(code) ? again(`busy: ${code}`, attempt) : undefined;
}

// More than once, for one that dies early may die again while the call waits for its turn.
const renewed = (code: string, attempt: number): Trouble | undefined =>
  attempt <= 3 ? { what: `${code} for the run's own token`, waitMs: 0, renew: true } : undefined;

const slower = (code: string, attempt: number): Trouble | undefined =>
  attempt <= 4 ? { what: `throttled: ${code}`, waitMs: 1_100 * 2 ** (attempt - 1) } : undefined;

const again = (what: string, attempt: number): Trouble | undefined =>
  attempt < 3 ? { what, waitMs: 500 * attempt } : undefined;

const isLost = ({ status, outcome }: Exchange): boolean =>
  outcome.startsWith('no answer') || (status ?? 0) >= 500;
