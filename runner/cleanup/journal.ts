import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Exchange } from '../../client/exchange';
import type { Run } from '../../config/run';
import { tagsIn } from '../../fixtures/tag';
import { createAnnouncement, deleteAnnouncement } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';

/** One line of the journal of a live run: who runs, and what becomes of each announcement. Tags name them until their ids are known. */
export type JournalEntry =
  | { readonly run: string; readonly pid: number; readonly host: string; readonly at: number }
  | { readonly sent: string; readonly at: number }
  | { readonly refused: string }
  | { readonly made: string; readonly tag: string }
  | { readonly gone: string };

/** Where the journals of live runs are kept, beside the history of the reports. */
export const journalFolder = (reportsDir: string): string => join(reportsDir, 'history', 'runs');

/** The journal of a run. */
export const journalFile = (reportsDir: string, run: string): string =>
  join(journalFolder(reportsDir), `${run}.ndjson`);

/**
 * Writes down what a run makes on somebody's tenant before it is made, so that whoever comes after a killed run knows what to look for.
 * On a tenant of our own nothing is written.
 */
export class Journal {
  readonly #file: string | undefined;

  constructor({ target, reportsDir, id }: Run) {
    this.#file = target === 'live' ? journalFile(reportsDir, id) : undefined;
    if (this.#file !== undefined) mkdirSync(dirname(this.#file), { recursive: true });
  }

  /** A request that is about to be sent. */
  sending({ id }: Endpoint, request: object): void {
    if (id !== createAnnouncement.id) return;
    for (const tag of tagsIn(JSON.stringify(request))) this.#write({ sent: tag, at: Date.now() });
  }

  /** A call that has ended. */
  ended({ endpoint, outcome, requestBody = '' }: Exchange): void {
    const text = plain(requestBody);
    if (endpoint === createAnnouncement.id && isFinal(outcome))
      for (const tag of tagsIn(text)) this.#write({ refused: tag });
    if (endpoint === deleteAnnouncement.id && outcome === 'ok')
      for (const gone of idsIn(text)) this.#write({ gone });
  }

  /** An announcement of the run that was read for the first time. */
  found(id: string, text: string): void {
    for (const tag of tagsIn(text).slice(0, 1)) this.#write({ made: id, tag });
  }

  #write(entry: JournalEntry): void {
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }
}

// A busy service may have done what it was asked for.
const isFinal = (outcome: string): boolean => outcome.startsWith('refused ') && outcome !== 'refused -1';

const plain = (body: string): string =>
  body.startsWith('{') ? body : decodeURIComponent(body.replaceAll('+', ' '));

const idsIn = (text: string): string[] => text.match(/\b[0-9a-f]{32}\b/g) ?? [];
