import type { VariantRun } from '../results/variants';
import type { Summary } from '../../reporting/summary';
import { skipsByReason } from '../../reporting/words';
import type { Visit } from './visit';

/** What a run on a variant came to: by its own summary, and by what the tenant saw. */
export interface Outcome {
  readonly summary: Summary;
  readonly visit: Visit;
}

/** The same in numbers; clean where no case failed, nothing was left, nobody was disturbed and no API got too much in a second. */
export function inNumbers({ summary, visit }: Outcome): VariantRun {
  const { totals, skips, durationMs, exitStatus } = summary;
  const { calls, highestRate, disturbances } = visit;
  const [leftovers, strangers] = [visit.leftovers.length, visit.strangers.length];
  return {
    cases: totals.total,
    failed: totals.failed,
    skipped: skips.length,
    seconds: Math.round(durationMs / 1000),
    calls,
    highestRate: highestRate.calls,
    leftovers,
    disturbances,
    strangers,
    clean: exitStatus === 0 && leftovers + disturbances + strangers === 0 && highestRate.calls <= 20,
  };
}

/** The same for the terminal. */
export function told(name: string, { summary, visit }: Outcome): string {
  const { verdict, totals, durationMs, failures, skips, problems, findings } = summary;
  const { calls, highestRate, leftovers, disturbances, strangers } = visit;
  return [
    `${name}: ${verdict.toUpperCase()}  ${totals.total} cases, ${totals.failed} failed, ${skips.length} skipped, ${Math.round(durationMs / 1000)} s`,
    ...problems.map((problem) => `  problem: ${problem}`),
    ...failures.map(({ title, message }) => `  FAILED ${title}\n${indented(message)}`),
    ...skipsByReason(summary).map(([reason, titles]) => `  skipped ${titles.length}: ${reason}`),
    `  the tenant saw ${calls} calls, at most ${highestRate.calls} in a second (${highestRate.api})`,
    `  left behind: ${leftovers.length}, disturbances: ${disturbances}, strangers addressed: ${strangers.length}, findings: ${findings.length}`,
    ...leftovers.map((title) => `    ${title}`),
  ].join('\n');
}

const indented = (message: string): string =>
  message
    .split('\n')
    .slice(0, 12)
    .map((line) => `      ${line}`)
    .join('\n');
