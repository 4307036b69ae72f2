import type { Endpoint } from '../schemas/endpoint';
import type { Exchange } from './exchange';
import { causeOf } from './trouble';

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

/** `ownToken` when the caller did not choose the token, `retries` when a lost answer may be asked for again. */
export interface RetrySettings {
  readonly ownToken: boolean;
  readonly retries: boolean;
}

type Kind = 'token' | 'throttled' | 'busy' | 'lost' | 'unsure';

// How often each kind of trouble is borne with. Documented of -1: it is tried again three times at most.
const bounds: Readonly<Record<Kind, number>> = { token: 3, throttled: 4, busy: 3, lost: 2, unsure: 3 };
const overall = 9;

/** Whether a call only reads, so that repeating it changes nothing. */
export const isRead = ({ id, path }: Pick<Endpoint, 'id' | 'path'>): boolean =>
  !/\/(create|update|delete|savecontent)$/.test(id) && !/\/(create|update|delete|savecontent)$/.test(path);

/**
 * Says of each attempt of one call whether it failed over something that passes. Throttling is refused before anything happens, so any
 * call is repeated (documented: it ends a second later). Over a busy service or a lost answer only reads are repeated; a write may have
 * happened, so that has to be looked at first. Every kind of trouble has a bound of its own, for they may come together, and so have all.
 */
export class RetryPolicy {
  readonly #endpoint: Endpoint;
  readonly #settings: RetrySettings;
  readonly #met = new Map<Kind, number>();

  constructor(endpoint: Endpoint, settings: RetrySettings) {
    this.#endpoint = endpoint;
    this.#settings = settings;
  }

  /** The trouble of an attempt; undefined where it went well, failed for good, or was repeated as often as it may be. */
  after({ exchange, code }: Attempt): Trouble | undefined {
    const kind = this.#kindOf(exchange);
    if (kind === undefined) return undefined;
    const times = (this.#met.get(kind) ?? 0) + 1;
    this.#met.set(kind, times);
    const all = [...this.#met.values()].reduce((sum, some) => sum + some, 0);
    if (times > bounds[kind] || all > overall) return undefined;
    return troubles[kind](code ?? exchange.outcome, times);
  }

  #kindOf(exchange: Exchange): Kind | undefined {
    const { ownToken, retries } = this.#settings;
    const cause = causeOf(exchange);
    if (cause === 'token') return ownToken ? 'token' : undefined;
    if (cause === 'throttled') return 'throttled';
    if (cause === 'busy') return this.#ifRead('busy');
    return cause === 'lost' && retries ? this.#ifRead('lost') : undefined;
  }

  #ifRead(kind: Kind): Kind | undefined {
    if (isRead(this.#endpoint)) return kind;
    return this.#settings.retries ? 'unsure' : undefined;
  }
}

const troubles: Readonly<Record<Kind, (what: string, times: number) => Trouble>> = {
  // More than once, for one that dies early may die again while the call waits for its turn.
  token: (code) => ({ what: `${code} for the run's own token`, waitMs: 0, renew: true }),
  throttled: (code, times) => ({ what: `throttled: ${code}`, waitMs: 1_100 * 2 ** (times - 1) }),
  busy: (code, times) => ({ what: `busy: ${code}`, waitMs: 500 * 2 ** (times - 1) }),
  lost: (outcome, times) => ({ what: outcome, waitMs: 500 * times }),
  // Looking comes first each time, so that it is sent again only where nothing of it is there.
  unsure: (what, times) => ({
    what: `lost a write: ${what}`,
    waitMs: 500 * times,
    look: { mayRepeat: times < 3 },
  }),
};
