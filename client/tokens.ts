import type { Endpoint } from '../schemas/endpoint';

/** The two gateways; each has a generation of tokens of its own: gettoken's for oapi, the one of v1.0 for api. */
export type Gateway = Endpoint['gateway'];

/** What a worker asks the broker of its run for. */
export interface TokenRequest {
  readonly gateway: Gateway;
  readonly refused?: string | undefined;
}

/** Where a client gets the access tokens of its app. */
export interface TokenSource {
  /** The token in use at a gateway; fetched when there is none yet. */
  current(gateway: Gateway): Promise<string>;
  /** A token in place of one that a gateway refused; many may ask at once, one is fetched. */
  renew(gateway: Gateway, refused: string): Promise<string>;
}

/** Gets a token for a gateway, in place of a refused one where one is named. */
type Fetch = (gateway: Gateway, refused?: string) => Promise<string>;

interface Held {
  readonly asked: Promise<string>;
  /** Known once it has come. */
  token?: string;
}

/**
 * Keeps one token for each gateway for everybody who asks, and fetches at most one at a time for each. Where both gateways are seen to have the
 * same token it is one: who refuses it refuses it for both. A failed fetch is not kept.
 */
export class TokenCache implements TokenSource {
  readonly #held = new Map<Gateway, Held>();
  readonly #fetch: Fetch;

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  current(gateway: Gateway): Promise<string> {
    return this.#held.get(gateway)?.asked ?? this.#ask(gateway);
  }

  async renew(gateway: Gateway, refused: string): Promise<string> {
    const held = this.#held.get(gateway);
    const isRefused = held === undefined || (await held.asked) === refused;
    // Meanwhile another call may have asked for the new one.
    if (!isRefused || this.#held.get(gateway) !== held) return this.current(gateway);
    for (const [other, { token }] of this.#held) if (token === refused) this.#held.delete(other);
    return this.#ask(gateway, refused);
  }

  #ask(gateway: Gateway, refused?: string): Promise<string> {
    const held: Held = { asked: this.#fetch(gateway, refused) };
    this.#held.set(gateway, held);
    held.asked.then(
      (token) => {
        held.token = token;
      },
      () => {
        if (this.#held.get(gateway) === held) this.#held.delete(gateway);
      },
    );
    return held.asked;
  }
}
