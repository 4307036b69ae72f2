import type { Random } from './ids';

/** A small generator of repeatable chance (mulberry32): the same seed always throws the same numbers. */
export class Dice {
  constructor(private state: number) {}

  /** The next number from 0 (inclusive) to 1 (exclusive). */
  readonly next: Random = () => {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items; throws when there is none. */
  pick<Item>(items: readonly Item[]): Item {
    const [item] = this.some(items, 1);
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  /** So many different items, in random order; all of them when there are fewer. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items];
    const wanted = Math.min(count, left.length);
    return Array.from({ length: wanted }, () => left.splice(this.int(0, left.length - 1), 1)).flat();
  }
}
