import type { Endpoint } from '../schemas/endpoint';
import type { Exchange } from './exchange';
import { isThrottled } from './quota';

/** Passing trouble: what it was, and what is done before the call is repeated. */
export interface Trouble {
  readonly what: string;
  readonly waitMs: number;
  /** The token has to be renewed first. */
  readonly renew?: true;
  /** A write whose answer was lost: it has to be looked whether it happened, and only `mayRepeat` lets it be sent again. */
  readonly look?: { readonly mayRepeat: boolean };
}

/** How an attempt ended: the exchange, and the code of a refusal. */
export interface Attempt {
  readonly exchange: Exchange;
  readonly code?: string;
}

/** `ownToken` when the caller did not choose the token, `patient` when a lost answer may be asked for again. */
export interface PatienceSettings {
  readonly ownToken: boolean;
  readonly patient: boolean;
}

type Kind = 'token' | 'throttled' | 'busy' | 'lost' | 'unsure';

// How often each kind of trouble is borne with. Documented: a busy service is asked three times at most.
const bounds: Readonly<Record<Kind, number>> = { token: 3, throttled: 4, busy: 2, lost: 2, unsure: 2 };
const overall = 9;

const refusedTokens = new Set(['88/40014', '40014', 'InvalidAuthentication']);
// The v1.0 page of get_blackboard documents both with HTTP 500; -1 is the catalogue's 系统繁忙.
const busy = /^(-1|serviceBusy|internalError)$/;

/** Whether a call only reads, so that repeating it changes nothing. */
export const isRead = ({ id, path }: Pick<Endpoint, 'id' | 'path'>): boolean =>
  !/\/(create|update|delete|savecontent)$/.test(id) && !/\/(create|update|delete|savecontent)$/.test(path);

/**
 * Says of each attempt of one call whether it failed over something that passes. Throttling is refused before anything happens, so any
 * call is repeated (documented: it ends a second later). Over a busy service or a lost answer only reads are repeated; a write may have
 * happened, so that has to be looked at first. Every kind of trouble has a bound of its own, for they may come together, and so have all.
 */
export class Patience {
  readonly #endpoint: Endpoint;
  readonly #settings: PatienceSettings;
  readonly #met = new Map<Kind, number>();

  constructor(endpoint: Endpoint, settings: PatienceSettings) {
    this.#endpoint = endpoint;
    this.#settings = settings;
  }

  /** The trouble of an attempt; undefined where it went well, failed for good, or patience has run out. */
  after({ exchange, code }: Attempt): Trouble | undefined {
    const kind = this.#kindOf(exchange, code);
    if (kind === undefined) return undefined;
    const times = (this.#met.get(kind) ?? 0) + 1;
    this.#met.set(kind, times);
    const all = [...this.#met.values()].reduce((sum, some) => sum + some, 0);
    if (times > bounds[kind] || all > overall) return undefined;
    return troubles[kind](code ?? exchange.outcome, times);
  }

  #kindOf(exchange: Exchange, code: string | undefined): Kind | undefined {
    const { ownToken, patient } = this.#settings;
    if (code === undefined) return patient && isLost(exchange) ? this.#ifRead('lost') : undefined;
    if (refusedTokens.has(code)) return ownToken ? 'token' : undefined;
    if (isThrottled(code)) return 'throttled';
    return busy.test(code) ? this.#ifRead('busy') : undefined;
  }

  #ifRead(kind: Kind): Kind | undefined {
    if (isRead(this.#endpoint)) return kind;
    return this.#settings.patient ? 'unsure' : undefined;
  }
}

const troubles: Readonly<Record<Kind, (what: string, times: number) => Trouble>> = {
  // More than once, for one that dies early may die again while the call waits for its turn.
  token: (code) => ({ what: `${code} for the run's own token`, waitMs: 0, renew: true }),
  throttled: (code, times) => ({ what: `throttled: ${code}`, waitMs: 1_100 * 2 ** (times - 1) }),
  busy: (code, times) => ({ what: `busy: ${code}`, waitMs: 500 * times }),
  lost: (outcome, times) => ({ what: outcome, waitMs: 500 * times }),
  unsure: (what, times) => ({ what: `lost a write: ${what}`, waitMs: 0, look: { mayRepeat: times < 2 } }),
};

const isLost = ({ status, outcome }: Exchange): boolean =>
  outcome.startsWith('no answer') || (status ?? 0) >= 500;
