import type { Finding } from '../client/exchange';

/** A finding, and in how many cases it was seen. */
export interface Folded extends Finding {
  readonly cases: number;
}

/**
 * Folds what the cases of a run noticed: the same kind, endpoint and message is one finding, however often a case saw it and whichever item of a
 * list it was seen in.
 * @param byCase the findings of each case.
 */
export function folded(byCase: readonly (readonly Finding[])[]): Folded[] {
  const found = new Map<string, Folded>();
  for (const findings of byCase) {
    const own = new Map(findings.map(withoutIndices).map((each) => [keyOf(each), each]));
    for (const [key, each] of own) found.set(key, { ...each, cases: (found.get(key)?.cases ?? 0) + 1 });
  }
  return [...found.values()];
}

const keyOf = ({ kind, endpoint, message }: Finding): string => JSON.stringify([kind, endpoint, message]);

// A JSON pointer begins a word; the index of an item is a part of it: /result/data_list/0/x.
function withoutIndices(finding: Finding): Finding {
  const message = finding.message.replace(/(?<![^\s'"(])\/\S+/g, (pointer) =>
    pointer.replace(/\/\d+(?=$|[/;,:.)'"])/g, '/*'),
  );
  return { ...finding, message };
}
