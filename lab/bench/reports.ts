import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Redactor } from '../../client/redaction/redact';
import { finish } from '../../reporting/finish';
import { writeAllure } from '../../reporting/formats/allure';
import { writeJunit } from '../../reporting/formats/junit';
import { combine } from '../../reporting/merge';
import { writeHtml } from '../../reporting/pages/html';
import { renderAll } from '../../reporting/render-all';
import type { Timed } from './layers';

/**
 * What the end of a run takes: its reports in `reportsDir` are written again in `folder`, one after the other, whereas a run writes them at once.
 * @returns milliseconds of wall time, Allure's own process included.
 */
export async function measureReports(reportsDir: string, folder: string): Promise<Timed[]> {
  const copy = join(folder, 'run');
  cpSync(reportsDir, copy, { recursive: true });
  const taken: Timed[] = [];
  let turn = Promise.resolve();
  const timed =
    <Given extends unknown[]>(what: string, write: (...given: Given) => Promise<void>) =>
    (...given: Given): Promise<void> =>
      (turn = turn.then(async () => {
        const startedAt = performance.now();
        await write(...given);
        taken.push([what, performance.now() - startedAt]);
      }));
  const writers = {
    writeHtml: timed('HTML report', writeHtml),
    writeAllure: timed('Allure report', writeAllure),
    writeJunit: timed('JUnit', writeJunit),
  };
  const input = { reportsDir: folder, ...combine([copy], folder), secrets: new Redactor() };
  const startedAt = performance.now();
  await finish(input, (dir, run, results, cases) => renderAll(dir, run, results, cases, writers));
  const rest = performance.now() - startedAt - taken.reduce((sum, [, some]) => sum + some, 0);
  return [...taken, ['start page, coverage, summary, search for secrets', rest]];
}
