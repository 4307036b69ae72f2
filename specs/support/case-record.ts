import type { Exchange, Finding, Wait } from '../../client/exchange';

/** Thrown to end a case that cannot be run on this tenant; the reason stands in every report. */
export class Skip extends Error {
  override readonly name = 'Skip';
}

/** What one case does and leaves to be undone. Cases of a file may be under way at once; each has a record of its own. */
export class CaseRecord {
  readonly exchanges: Exchange[] = [];
  readonly findings: Finding[] = [];
  readonly waits: Wait[] = [];
  /** What the case asserts, in the ids of `covers`. */
  readonly asserted: string[] = [];
  readonly #cleanUps: { what: string; undo: () => Promise<void> }[] = [];

  /** Registers how something that the case is about to make is removed again, whatever happens in between. */
  cleanUpLater(what: string, undo: () => Promise<void>): void {
    this.#cleanUps.push({ what, undo });
  }

  /** Undoes everything, the newest first. Goes on past an error and returns what could not be removed. */
  async cleanUp(): Promise<string[]> {
    const left: string[] = [];
    for (const { what, undo } of this.#cleanUps.reverse()) {
      await undo().catch((error: unknown) => left.push(`${what}: ${(error as Error).message}`));
    }
    return left;
  }
}
