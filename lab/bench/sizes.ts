import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Summary } from '../../reporting/summary';
import { librariesAlone } from './libraries-alone';
import { costOf, type Measured } from './measure';

const files = 10;

/** A run of so many cases, with every report. */
export interface Size extends Measured {
  readonly cases: number;
  /** Megabytes of each report. */
  readonly pages: Readonly<Record<string, number>>;
  /** What the libraries alone take for as many; see `librariesAlone`. */
  readonly alone: Measured;
}

/**
 * Runs so many cases of one call each, in ten spec files that are put into `project`, and measures the run.
 * @param reportsDir is made, and so is `alone`, for the libraries alone.
 * @throws an Error when the run does not pass, or has another number of cases.
 */
export async function measureSize(
  project: string,
  { reportsDir, alone }: { readonly reportsDir: string; readonly alone: string },
  cases: number,
): Promise<Size> {
  const folder = join(project, 'specs', 'bench');
  mkdirSync(folder, { recursive: true });
  for (let file = 0; file < files; file += 1)
    writeFileSync(join(folder, `rows-${file}.spec.ts`), specOf(cases / files));
  // Nobody else is on the embedded tenant.
  const env = { REPORTS_DIR: reportsDir, SUITE_MAX_RATE: '100000' };
  const measured = await costOf({ line: 'npm test -- specs/bench', cwd: project, env });
  const { totals } = JSON.parse(readFileSync(join(reportsDir, 'summary.json'), 'utf8')) as Summary;
  if (totals.passed !== cases) throw new Error(`${totals.passed} of ${cases} cases passed`);
  const pages = ['index.html', 'html/index.html', 'allure/index.html'].map((page) => [
    page,
    statSync(join(reportsDir, page)).size / 1e6,
  ]);
  const least = await costOf(librariesAlone(alone, { files, cases, calls: cases }, true));
  return { cases, ...measured, pages: Object.fromEntries(pages) as Size['pages'], alone: least };
}

const specOf = (rows: number): string => `import { listCategories } from '../../schemas';
import { covers } from '../support/coverage';
import { api, operator } from '../support/tenant';

describe('blackboard/category-list', () => {
  it.each(Array.from({ length: ${rows} }, (_, row) => row))('answers, row %d', async () => {
    covers('blackboard/category-list#result[].id');

    const { result } = await api.must(listCategories, { operation_userid: operator });

    expect(result.length).toBeGreaterThan(0);
  });
});
`;
