import type { Chosen } from '../../emulator/choices';

/** What came of the cases on one tenant: their titles. */
export interface RowResult {
  readonly chosen: Chosen;
  readonly failed: readonly string[];
  /** Cases that say nothing about this tenant, because they were skipped or it was not begun. */
  readonly silent: readonly string[];
}

/** A case that failed on some tenants, and which answers may be why. */
export interface Suspicion {
  readonly title: string;
  readonly failures: number;
  /** Answers, as `choice=answer`, of every tenant on which it failed and of none on which it passed. */
  readonly suspects: readonly string[];
}

/** For every case that failed somewhere, the answers that all those tenants have in common and that no other has; most failures first. */
export function suspicions(rows: readonly RowResult[]): Suspicion[] {
  const titles = [...new Set(rows.flatMap(({ failed }) => failed))];
  return titles
    .map((title) => {
      const failing = rows.filter(({ failed }) => failed.includes(title));
      const passing = rows.filter(({ failed, silent }) => !failed.includes(title) && !silent.includes(title));
      const innocent = new Set(passing.flatMap(answersIn));
      const [first, ...others] = failing.map(answersIn);
      const common = (first ?? []).filter((answer) => others.every((answers) => answers.includes(answer)));
      const suspects = common.filter((answer) => !innocent.has(answer));
      return { title, failures: failing.length, suspects };
    })
    .sort((a, b) => b.failures - a.failures);
}

const answersIn = ({ chosen }: RowResult): string[] =>
  Object.entries(chosen).map(([id, answer]) => `${id}=${answer}`);
