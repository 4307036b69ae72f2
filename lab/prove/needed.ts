import type { CataloguedFault } from '../faults';
import { refusalCodes } from '../../schemas/gateways';
import type { Row } from './matrix';
import type { Proved } from './results';
import { ownFiles } from './stages';

/** What is known of who notices a fault. */
interface Known {
  /** Parts of the names of the spec files that were run; all were where there are none. */
  readonly paths: readonly string[];
  /** Every spec file. */
  readonly files: readonly string[];
  /** The last run of the whole catalogue. */
  readonly results: Pick<Proved, 'faults'> | undefined;
}

/**
 * The spec files that it takes to notice a fault, where none of them was run: those that noticed it in the last run, or that of its
 * endpoint where it has not been tried yet. None where one of them was run.
 */
export function neededFor(fault: CataloguedFault, { paths, files, results }: Known): readonly string[] {
  if (paths.length === 0) return [];
  const { files: proved = [] } = results?.faults.find(({ id }) => id === fault.id) ?? {};
  const needed = proved.length > 0 ? proved : ownFiles(fault, files);
  const asked = askedAbout(fault, paths);
  return needed.some((file) => asked.some((path) => file.includes(path))) ? [] : needed;
}

const ofTokens = Object.values(refusalCodes).flatMap(({ noToken, badToken, noPermission }) =>
  [noToken, badToken, noPermission].map((code) => `!${code}`),
);

/**
 * The spec files that are asked about a fault where some are named. How a token is refused only those of tokens show.
 * @param paths parts of the names of spec files; all are asked where there are none.
 */
export function askedAbout(
  { promises }: Pick<CataloguedFault, 'promises'>,
  paths: readonly string[],
): string[] {
  const isOfTokens = promises.some((promise) => ofTokens.some((code) => promise.endsWith(code)));
  return [...paths, ...(paths.length > 0 && isOfTokens ? ['specs/token/'] : [])];
}

/** The row with the spec files that it takes, where nobody could notice it in those that were run. */
export function withNeeded(row: Row, needs: readonly string[]): Row {
  return row.noticedBy.length > 0 || needs.length === 0 ? row : { ...row, needs };
}
