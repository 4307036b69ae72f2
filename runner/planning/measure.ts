import {
  costOfCalls,
  keyOf,
  type Call,
  type Cost,
  type Costs,
  type FileCosts,
  type MeasuredCase,
} from './costs';
import { storiesFile, storyCost } from './story-cost';

interface CaseLine {
  readonly kind: 'case';
  readonly file: string;
  readonly title: string;
  readonly exchanges: readonly Call[];
  readonly uses?: readonly string[];
  readonly variation?: { readonly group: string; readonly traits: readonly string[] };
}

/** What a case leaves in the raw records of a run: that it began, and what it did. */
export type RecordedLine =
  CaseLine | { readonly kind: 'start'; readonly file: string; readonly title: string };

/** Measures the costs from the raw records of a run; sorted, so that the file changes only where the suite does. */
export function measured(lines: readonly RecordedLine[]): Costs {
  const cases = lines.flatMap((line) => (line.kind === 'case' && line.file !== '' ? [line] : []));
  const files = [...new Set(cases.map(({ file }) => file))].sort();
  return Object.fromEntries(files.map((name) => [name, fileOf(cases.filter(({ file }) => file === name))]));
}

// What cases share is recorded by the one that asked first, and is booked for the file.
function fileOf(lines: readonly CaseLine[]): FileCosts {
  const calls = lines.flatMap(({ exchanges }) => exchanges);
  const names = [...new Set(calls.flatMap(({ shared }) => shared ?? []))].sort();
  const shared = names.map((name) => [
    name,
    brief(costOfCalls(calls.filter((call) => call.shared === name))),
  ]);
  const sorted = [...lines].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    ...(names.length > 0 ? { shared: Object.fromEntries(shared) as FileCosts['shared'] & object } : {}),
    cases: Object.fromEntries(sorted.map((line) => [line.title, caseOf(line)])),
  };
}

function caseOf({ file, exchanges, uses = [], variation }: CaseLine): MeasuredCase {
  // What random stories cost is another number in every run.
  if (file === storiesFile) return { counted: storyCost };
  const own = exchanges.filter(({ shared }) => shared === undefined);
  return { ...brief(costOfCalls(own)), ...(uses.length > 0 ? { uses: [...uses].sort() } : {}), ...variation };
}

function brief({ counted, free }: Cost): Partial<Cost> {
  return Object.fromEntries(
    Object.entries({ counted, free }).filter(([, calls]) => Object.keys(calls).length > 0),
  );
}
