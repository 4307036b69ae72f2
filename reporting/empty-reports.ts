import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { produced } from './leaks';
import { noteUnfinished } from './unfinished';

/**
 * Removes what an earlier run left in `reportsDir`, which would be read as the next one's; the history of runs stays, and that it did not come to
 * its end is noted there.
 */
export function emptyReports(reportsDir: string): void {
  noteUnfinished(reportsDir);
  removeReports(reportsDir);
}

/** Removes what an earlier run left in `reportsDir`, but for the history of runs. */
export function removeReports(reportsDir: string): void {
  for (const name of produced) {
    if (name !== 'history') rmSync(join(reportsDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
}
