import type { JudgedCall } from './judge-call';

// A file may hold calls in the order of their answers: so many are held back, and no more.
const mostCalls = 3_000;
const mostCharacters = 3_000_000;

/** Puts calls in the order in which they were made, however many there are: only the latest ones are held. */
export class InOrder {
  readonly #give: (call: JudgedCall) => void;
  #held: JudgedCall[] = [];
  #characters = 0;
  #given = -Infinity;
  #late = 0;

  /** @param give gets one call after the other, none that began before the one that it got last. */
  constructor(give: (call: JudgedCall) => void) {
    this.#give = give;
  }

  /** Calls that were not given to anybody, since they stand too far from where their time puts them. */
  get late(): number {
    return this.#late;
  }

  take(call: JudgedCall): void {
    this.#held.push(call);
    this.#characters += charactersOf(call);
    if (this.#held.length > mostCalls || this.#characters > mostCharacters)
      this.#release(Math.ceil(this.#held.length / 2));
  }

  /** Gives those that are still held. */
  end(): void {
    this.#release(this.#held.length);
  }

  #release(count: number): void {
    const sorted = this.#held.sort((a, b) => a.exchange.startedAt - b.exchange.startedAt);
    this.#held = sorted.slice(count);
    for (const call of sorted.slice(0, count)) {
      this.#characters -= charactersOf(call);
      if (call.exchange.startedAt < this.#given) this.#late += 1;
      else this.#give(call);
      this.#given = Math.max(this.#given, call.exchange.startedAt);
    }
  }
}

const charactersOf = ({ exchange: { requestBody = '', responseBody = '' } }: JudgedCall): number =>
  requestBody.length + responseBody.length;
