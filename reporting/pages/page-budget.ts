const mostBytes = 2_000_000;

/** Keeps the page small: the details of the failed cases come to so many bytes of JSON and no more. */
export class Budget {
  #left: number;

  constructor(bytes = mostBytes) {
    this.#left = bytes;
  }

  /** Gives back what still fits, and undefined in place of what does not. */
  take<Value>(value: Value): Value | undefined {
    const bytes = Buffer.byteLength(JSON.stringify(value));
    if (bytes > this.#left) return undefined;
    this.#left -= bytes;
    return value;
  }
}
