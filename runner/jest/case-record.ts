import type { Exchange, Finding, Wait } from '../../client/exchange';
import type { Claim } from './claims';
import type { Noted } from './late-looks';

/** Thrown to end a case that cannot be run on this tenant; the reason stands in every report. */
export class Skip extends Error {
  override readonly name = 'Skip';
}

/** Thrown to end a case of a run that was stopped, or one whose time is over. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** What makes a case one of a group of rows that were derived from the same data: its parameter, what is wrong with it, and so on. */
export interface Variation {
  readonly group: string;
  readonly traits: readonly string[];
}

type Lists = Pick<CaseRecord, 'exchanges' | 'findings' | 'waits' | 'asserted' | 'grounds' | 'claims'>;

/** What one case does and leaves to be undone. Cases of a file may be under way at once; each has a record of its own. */
export class CaseRecord {
  readonly exchanges: Exchange[];
  readonly findings: Finding[];
  readonly waits: Wait[];
  /** What the case asserts, in the ids of `covers`. */
  readonly asserted: string[];
  /** What it says that it rests on as a whole: of what it asserts, all but what a check of its own has shown. */
  readonly grounds: string[];
  /** What its checks have shown that no single fact of the endpoint files says. */
  readonly claims: Claim[];
  /** Set where a check did not hold and is only inferred. */
  isNoted = false;
  /** Set while what was made is removed. */
  isCleaning = false;
  /** The arrangements of its file that the case used. */
  readonly uses = new Set<string>();
  /** What it has sent and is looked for when the file has ended. */
  readonly noted: Noted[] = [];
  /** Set where the case is a row of a derived group. */
  variation?: Variation;
  readonly #arrangement: string | undefined;
  readonly #cleanUps: { what: string; undo: () => Promise<void> }[] = [];

  /** @param share makes it the part of a case that belongs to an arrangement which the cases of a file share. */
  constructor(share?: { readonly of: CaseRecord; readonly arrangement: string }) {
    const parts: Lists = share?.of ?? {
      exchanges: [],
      findings: [],
      waits: [],
      asserted: [],
      grounds: [],
      claims: [],
    };
    this.exchanges = parts.exchanges;
    this.findings = parts.findings;
    this.waits = parts.waits;
    this.asserted = parts.asserted;
    this.grounds = parts.grounds;
    this.claims = parts.claims;
    this.#arrangement = share?.arrangement;
  }

  /** Takes a call down; one of an arrangement that cases share is marked with its name, and one that cleans up as such. */
  took(exchange: Exchange): void {
    this.exchanges.push({
      ...exchange,
      ...(this.#arrangement === undefined ? {} : { shared: this.#arrangement }),
      ...(this.isCleaning ? { cleaning: true } : {}),
    });
  }

  /** Registers how something that the case is about to make is removed again, whatever happens in between. */
  cleanUpLater(what: string, undo: () => Promise<void>): void {
    this.#cleanUps.push({ what, undo });
  }

  /**
   * Undoes everything, the newest first. Goes on past an error and returns what could not be removed.
   * @param deadline ends each step that has not ended by then; epoch milliseconds.
   */
  async cleanUp(deadline = Infinity): Promise<string[]> {
    const left: string[] = [];
    for (const { what, undo } of this.#cleanUps.reverse()) {
      const late = 'there was no time left to remove it';
      if (Date.now() > deadline) left.push(`${what}: ${late}`);
      else
        await before(deadline, undo(), late).catch((error: unknown) => {
          const { name, message } = error as Error;
          // What is closed to the run made nothing: there is something to look at at most.
          if (name === 'Skip') this.notLookedAt(what, message);
          else left.push(`${what}: ${message}`);
        });
    }
    return left;
  }

  /** Takes down that something could not be looked at, since the tenant does not permit it. */
  notLookedAt(what: string, reason: string): void {
    this.findings.push({
      kind: 'passing trouble',
      endpoint: '',
      message: `${what}: not looked at, for ${reason}`,
    });
  }
}

/** Waits for something until `deadline` (epoch milliseconds) at most. @throws Error with this message when it is not there by then. */
export async function before<Value>(deadline: number, act: Promise<Value>, message: string): Promise<Value> {
  if (deadline === Infinity) return act;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(message));
    }, deadline - Date.now());
  });
  return Promise.race([act, late]).finally(() => {
    clearTimeout(timer);
  });
}
