import type { PageData } from './page-data';
import type { Say, Word } from './page-words';

/** The sentence under the verdict. */
export function lead({ summary, causes, moreCauses }: PageData, say: Say): string {
  const { total, failed, skipped, notSelected } = summary.totals;
  return say(wordFor(summary), {
    failed,
    of: total - notSelected,
    causes: causes.length + moreCauses,
    added: causes.filter(({ isNew }) => isNew).length,
    skipped: skipped - notSelected,
  });
}

function wordFor({ verdict, totals }: PageData['summary']): Word {
  if (verdict === 'not started' || verdict === 'interrupted') return `lead.${verdict}`;
  // What fails and is known makes no run red.
  if (totals.failed > 0) return verdict === 'failed' ? 'lead.failed' : 'lead.known';
  if (totals.passed === 0) return 'lead.nothing';
  if (verdict === 'failed') return 'lead.problem';
  return totals.skipped > totals.notSelected ? 'lead.partial' : 'lead.passed';
}
