/**
 * `npm run coverage`: says what the last run of the whole suite (`npm test`) left uncovered of the documentation, and what is wrong
 * with its cases; ends with 1 when there is anything. An endpoint's id or its beginning, as in `report/list`, chooses.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import type { Results } from '../../reporting/records/results';
import type { Summary } from '../../reporting/summary';

const folder = readReportsDir(environment());

function read(name: string): unknown {
  const file = join(folder, name);
  if (!existsSync(file)) throw new Error(`There is no ${file}: run \`npm test\` first.`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** What the last run shows to be missing or wrong, a line each; `chosen` begins the ids that are asked for. */
function findings(chosen: string): string[] {
  const { coverage, totals } = read('summary.json') as Summary;
  const open = coverage.endpoints
    .filter(({ id }) => id.startsWith(chosen))
    .flatMap(({ notCalled, notAsserted }) => [
      ...notCalled.map((id) => `not called    ${id}`),
      ...notAsserted.map((id) => `not asserted  ${id}`),
    ]);
  return [
    ...(totals.notSelected > 0 ? ['the last run was not of the whole suite'] : []),
    ...open,
    ...coverage.unknown.filter((id) => id.startsWith(chosen)).map((id) => `unknown       ${id}`),
    ...sameTitles(read('raw/results.json') as Results).map((title) => `title twice   ${title}`),
  ];
}

// Records are joined to results by their titles, so two cases of one name would share one record.
function sameTitles({ files }: Results): string[] {
  return files.flatMap(({ file, cases }) => {
    const titles = cases.map(({ title }) => title);
    return titles
      .filter((title, index) => titles.indexOf(title) !== index)
      .map((title) => `${file}: ${title}`);
  });
}

function main([chosen = '']: readonly string[]): void {
  try {
    const { coverage } = read('summary.json') as Summary;
    const found = findings(chosen);
    const lines = [
      ...found,
      `TCL ${coverage.tcl.asserted} asserted, ${coverage.tcl.called} called; ${found.length} open.`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    process.exitCode = found.length > 0 ? 1 : 0;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 2;
  }
}

main(process.argv.slice(2));
