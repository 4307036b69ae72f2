/** The most calls that began within one second, and where the first of them stands. */
export interface Rate {
  readonly calls: number;
  readonly place: string;
}

/** Counts calls that begin within one second of each other. They come in the order in which they were made. */
export class Rates {
  // One for each millisecond of the last second.
  readonly #second: { readonly at: number; readonly place: string; count: number }[] = [];
  #calls = 0;
  #fastest: Rate = { calls: 0, place: '' };

  get fastest(): Rate {
    return this.#fastest;
  }

  /** @param at epoch milliseconds. */
  add(at: number, place: string): void {
    const last = this.#second.at(-1);
    if (last?.at === at) last.count += 1;
    else this.#second.push({ at, place, count: 1 });
    this.#calls += 1;
    for (let [first] = this.#second; first && at - first.at >= 1000; [first] = this.#second) {
      this.#calls -= first.count;
      this.#second.shift();
    }
    if (this.#calls > this.#fastest.calls)
      this.#fastest = { calls: this.#calls, place: this.#second[0]?.place ?? place };
  }
}
