/** Lets calls through at a bounded rate for each API, for as many callers as there are. */
export class Pacer {
  readonly #granted = new Map<string, number[]>();
  readonly #perSecond: number;
  readonly #now: () => number;

  /** @param perSecond calls that each API may get in any one second. */
  constructor(perSecond: number, now: () => number = Date.now) {
    this.#perSecond = perSecond;
    this.#now = now;
  }

  /** Reserves the next slot of an API and returns how many milliseconds the caller has to wait for it. */
  reserve(api: string): number {
    const now = this.#now();
    const earlier = this.#granted.get(api) ?? [];
    const oldest = earlier[earlier.length - this.#perSecond];
    // A little more than a second, since calls do not all take the same time to arrive.
    const at = oldest === undefined ? now : Math.max(now, oldest + 1_050);
    this.#granted.set(api, [...earlier.slice(1 - this.#perSecond || earlier.length), at]);
    return at - now;
  }
}
