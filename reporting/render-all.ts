import { writeAllure } from './formats/allure';
import { readAllureTotals } from './formats/allure-page';
import type { Case } from './records/cases';
import { readHtmlTotals, writeHtml } from './pages/html';
import { readJunitTotals, writeJunit } from './formats/junit';
import type { Results, Totals } from './records/results';
import type { RunInfo } from './records/run';
import type { Give } from './render';
import type { Agreement } from './summary';

/** What every report shows, and what kept one from being written. */
interface Rendered {
  readonly agree: Agreement;
  readonly problems: readonly string[];
}

const writers = { writeHtml, writeAllure, writeJunit };

/** `renderAll` with a process of Allure that runs already. */
export const renderAllBy =
  (allure: Give): typeof renderAll =>
  (reportsDir, run, results, cases) =>
    renderAll(reportsDir, run, results, cases, {
      ...writers,
      writeAllure: (...[folder, ran, all]) => writeAllure(folder, ran, all, allure),
    });

/**
 * Writes the three reports and reads their totals back; one that cannot be written keeps none of the others from being written.
 * @param write what writes each.
 */
export async function renderAll(
  reportsDir: string,
  run: RunInfo,
  results: Results,
  cases: readonly Case[],
  write: typeof writers = writers,
): Promise<Rendered> {
  const problems: string[] = [];
  const attempt = async (
    file: string,
    report: () => Promise<void>,
    read: (folder: string) => Totals,
  ): Promise<Totals | null> => {
    try {
      await report();
      return read(reportsDir);
    } catch (error) {
      problems.push(
        `${file} could not be written: ${error instanceof Error ? error.message : String(error)}`,
      );
      return null;
    }
  };
  const [html, allure, junit] = await Promise.all([
    attempt('html/index.html', () => write.writeHtml(reportsDir, run, results, cases), readHtmlTotals),
    attempt('allure/index.html', () => write.writeAllure(reportsDir, run, cases), readAllureTotals),
    attempt('junit.xml', () => write.writeJunit(reportsDir, results, cases), readJunitTotals),
  ]);
  return { agree: { jest: results.printed ?? null, html, allure, junit }, problems };
}
