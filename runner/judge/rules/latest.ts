/** The latest values by their keys: the oldest one makes room for a new one, lest a long recording fills the memory. */
export class Latest<Value> extends Map<unknown, Value> {
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override set(key: unknown, value: Value): this {
    this.delete(key);
    super.set(key, value);
    const [oldest] = this.keys();
    if (this.size > this.#most) this.delete(oldest);
    return this;
  }
}
