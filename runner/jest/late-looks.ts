import type { CaseRecord } from './case-record';

/** What a case has sent and what must not have come of it. */
export interface Noted {
  /** Stands in whatever comes of it. */
  readonly tag: string;
  /** When it was sent, in epoch milliseconds. */
  readonly since: number;
  /** Whether something may come of it: then it is only removed. */
  readonly allowed: boolean;
  /** Set where it was accepted: something will come of it, perhaps later, and is removed. */
  accepted?: boolean;
}

/**
 * Looks for all that was noted, removes what it finds, and returns for each tag that is to blame what came of it. One look for many, for a
 * list costs as much for many as for one.
 */
export type Look = (noted: readonly Noted[]) => Promise<ReadonlyMap<string, string>>;

/** What is looked for once, after every case of a file has ended, and laid at the door of the case that did it. */
export class LateLooks {
  readonly #looks = new Map<string, { readonly look: Look; readonly noted: Noted[] }>();
  readonly #found = new Map<string, string>();

  /** Notes something for the look of that name. */
  note(record: CaseRecord, name: string, { look, noted }: { look: Look; noted: Noted }): void {
    const known = this.#looks.get(name) ?? { look, noted: [] };
    known.noted.push(noted);
    this.#looks.set(name, known);
    record.uses.add(name);
    record.noted.push(noted);
  }

  /** Looks for all that was noted and not yet looked for; `within` runs each look as part of a case, `unseen` hears of one that the tenant does not permit. */
  async look(
    within: (name: string, body: () => Promise<void>) => Promise<void>,
    unseen: (name: string, reason: string) => void,
  ): Promise<void> {
    for (const [name, { look, noted }] of this.#looks) {
      const some = noted.splice(0);
      const [first] = some;
      if (!first) continue;
      await within(name, async () => {
        for (const [tag, what] of await look(some)) this.#found.set(tag, what);
      }).catch((error: unknown) => {
        const { name: kind, message } = error as Error;
        if (kind === 'Skip') unseen(name, message);
        else this.#found.set(first.tag, `${name} could not be looked at: ${message}`);
      });
    }
  }

  /** What came of what a case has noted. */
  foundOf({ noted }: CaseRecord): string[] {
    const refused = noted.filter(({ accepted }) => accepted !== true);
    return refused.flatMap(({ tag }) => this.#found.get(tag) ?? []);
  }
}
