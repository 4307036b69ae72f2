/** A call that asks whether it may be made. */
export interface Asking {
  /** Whether the tenant's monthly quota counts it. */
  readonly counted?: boolean;
  /** Whether it removes what was made: a few calls are kept back for those. */
  readonly cleaning?: boolean;
}

/** The part of a budget that is kept back for cleaning up: a twenty-fifth, ten calls at most. */
export const reserveOf = (budget: number): number => Math.min(10, Math.ceil(budget / 25));

/** Counts the counted calls of a run, for as many callers as there are, and lets no more through than its budget. */
export class Meter {
  readonly #budget: number;
  #used: number;

  /** @param used counted calls that were made before the first that asks. */
  constructor(budget: number = Number.MAX_SAFE_INTEGER, used = 0) {
    this.#budget = budget;
    this.#used = used;
  }

  /** Takes a call of the budget; returns why there is none left, or nothing. */
  take({ counted = false, cleaning = false }: Asking): string | undefined {
    if (!counted) return undefined;
    const kept = cleaning ? 0 : reserveOf(this.#budget);
    if (this.#used + kept >= this.#budget)
      return `quota: the budget of ${this.#budget} counted calls is used up`;
    this.#used += 1;
    return undefined;
  }
}
