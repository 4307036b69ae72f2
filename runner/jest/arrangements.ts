import type { CaseRecord } from './case-record';

/** Runs something so that its calls belong to a record. */
type Within = <Value>(record: CaseRecord, body: () => Promise<Value>) => Promise<Value>;

interface Arrangement {
  /** The part of the case that made it. */
  readonly part: CaseRecord;
  readonly value: Promise<unknown>;
}

/** What the cases of one spec file share: each arrangement is made once, by the first case that asks, and removed after the last. */
export class Arrangements {
  readonly #within: Within;
  readonly #made = new Map<string, Arrangement>();
  readonly #cleanUps: { name: string; undo: (deadline: number) => Promise<string[]> }[] = [];

  constructor(within: Within) {
    this.#within = within;
  }

  /**
   * The arrangement of that name, for the case that asks. One that could not be made is not kept: the next case tries again.
   * @param open begins the part of the asking case that belongs to the arrangement.
   */
  async get<Value>(
    asking: CaseRecord,
    name: string,
    make: () => Promise<Value>,
    open: () => CaseRecord,
  ): Promise<Value> {
    const arrangement = this.#made.get(name) ?? this.#make(name, make, open());
    this.#made.set(name, arrangement);
    try {
      return (await arrangement.value) as Value;
    } catch (error) {
      if (this.#made.get(name) === arrangement) this.#made.delete(name);
      throw retold(error, name);
    } finally {
      for (const used of [name, ...arrangement.part.uses]) asking.uses.add(used);
    }
  }

  /** Forgets the arrangement of that name, which is still removed in the end. */
  forget(name: string): void {
    this.#made.delete(name);
  }

  #make(name: string, make: () => Promise<unknown>, part: CaseRecord): Arrangement {
    this.#cleanUps.push({ name, undo: (deadline) => part.cleanUp(deadline) });
    return { part, value: this.#within(part, make) };
  }

  /**
   * Removes whatever was arranged, the newest first, as part of a case; returns what could not be removed.
   * @param deadline epoch milliseconds, as for the clean-up of a case.
   */
  async cleanUp(open: (name: string) => CaseRecord, deadline: number): Promise<string[]> {
    const left: string[] = [];
    for (const { name, undo } of this.#cleanUps.splice(0).reverse())
      left.push(...(await this.#within(open(name), () => undo(deadline))));
    return left;
  }
}

// Each case gets an error of its own, for what a case adds to it belongs to that case. It tells which arrangement failed: the innermost.
function retold(error: unknown, arrangement: string): unknown {
  if (typeof error !== 'object' || error === null) return error;
  const { message, stack } = error as Error;
  const again = Object.assign(
    Object.create(Object.getPrototypeOf(error) as object) as Error,
    { arrangement },
    error,
  );
  again.message = message;
  if (stack !== undefined) again.stack = stack;
  return again;
}
