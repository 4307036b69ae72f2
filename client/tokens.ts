/** Where a client gets the access token of its app. */
export interface TokenSource {
  /** The token in use; fetched when there is none yet. */
  current(): Promise<string>;
  /** A token in place of one that the service refused; many may ask at once, one is fetched. */
  renew(refused: string): Promise<string>;
}

/** Keeps one token for everybody who asks, and fetches at most one at a time. A failed fetch is not kept. */
export class TokenCache implements TokenSource {
  #held: Promise<string> | undefined;
  readonly #fetch: () => Promise<string>;

  constructor(fetch: () => Promise<string>) {
    this.#fetch = fetch;
  }

  current(): Promise<string> {
    this.#held ??= this.#fetch().catch((error: unknown) => {
      this.#held = undefined;
      throw error;
    });
    return this.#held;
  }

  async renew(refused: string): Promise<string> {
    const held = this.#held;
    if ((await held) === refused && this.#held === held) this.#held = undefined;
    return this.current();
  }
}
