import { join } from 'node:path';

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
