/** Says that a call has ended, with or without an answer. */
export type Release = () => void;

interface Api {
  /** Calls under way, by when they began. */
  readonly underway: Set<{ readonly since: number }>;
  /** When the slots of calls that have ended are free again. */
  freeAt: number[];
  readonly waiting: ((release: Release) => void)[];
  timer?: NodeJS.Timeout;
}

// A second, and a little more for clocks that do not tick alike.
const restMs = 1_050;
// A caller that died never says that its call has ended.
const longestCallMs = 60_000;

/**
 * Lets calls through at a bounded rate for each API, for as many callers as there are. A slot is free again a second after its call
 * has ended, so that no second of the tenant's sees more, however unevenly calls travel.
 */
export class Pacer {
  readonly #apis = new Map<string, Api>();
  readonly #perSecond: number;

  /** @param perSecond calls that each API may get in any one second. */
  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Waits for a slot of an API; callers get them in the order in which they asked. */
  take(name: string): Promise<Release> {
    const api = this.#apis.get(name) ?? { underway: new Set(), freeAt: [], waiting: [] };
    this.#apis.set(name, api);
    return new Promise((granted) => {
      api.waiting.push(granted);
      this.#serve(api);
    });
  }

  #serve(api: Api): void {
    clearTimeout(api.timer);
    const now = Date.now();
    api.freeAt = api.freeAt.filter((at) => at > now);
    for (const call of api.underway) if (call.since <= now - longestCallMs) api.underway.delete(call);
    while (api.waiting.length > 0 && api.underway.size + api.freeAt.length < this.#perSecond) {
      api.waiting.shift()?.(this.#grant(api));
    }
    if (api.waiting.length === 0) return;
    const lost = [...api.underway].map(({ since }) => since + longestCallMs);
    const next = Math.min(...api.freeAt, ...lost);
    api.timer = setTimeout(() => {
      this.#serve(api);
    }, next - now);
  }

  #grant(api: Api): Release {
    const call = { since: Date.now() };
    api.underway.add(call);
    return () => {
      if (!api.underway.delete(call)) return;
      api.freeAt.push(Date.now() + restMs);
      this.#serve(api);
    };
  }
}
