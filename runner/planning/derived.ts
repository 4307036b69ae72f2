import { costOf, countedIn, keyOf, type PlannedCase } from './costs';

/**
 * Divides the rows of a derived group into rounds: each round has every trait of the group at least once (each-choice coverage), and
 * in all of them together every row has its turn. A row of an earlier round stands in where none is left that has a trait.
 */
export function roundsOf(rows: readonly PlannedCase[]): PlannedCase[][] {
  const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const left = new Set(sorted);
  const rounds: PlannedCase[][] = [];
  while (left.size > 0) {
    const round = aRound(sorted, left);
    for (const row of round) left.delete(row);
    rounds.push(round);
  }
  return rounds;
}

/** The rounds of several derived groups together; a group that has fewer of them than others begins again. */
export function roundsOfAll(rows: readonly PlannedCase[]): PlannedCase[][] {
  const groups = [...new Set(rows.map(({ group }) => group))].map((name) =>
    roundsOf(rows.filter(({ group }) => group === name)),
  );
  return Array.from({ length: Math.max(0, ...groups.map(({ length }) => length)) }, (_, round) =>
    groups.flatMap((rounds) => rounds[round % rounds.length] ?? []),
  );
}

/** The same rounds in so many parts each, as far as a round has rows for them; the dearest part of a round is as cheap as it can be. */
export function inParts(rounds: readonly PlannedCase[][], parts: number): PlannedCase[][] {
  return rounds.flatMap((round) => {
    const rows = [...round].sort((a, b) => ownCost([b]) - ownCost([a]));
    const fewest = Math.ceil(rows.length / parts);
    for (let calls = Math.ceil(ownCost(rows) / parts); ; calls += 1)
      for (let most = fewest; most <= rows.length; most += 1) {
        const filled = firstFit(rows, (part) => part.length <= most && ownCost(part) <= calls);
        if (filled.length <= parts) return filled;
      }
  });
}

/** The counted calls of rows, without what they share with others of their file. */
export const ownCost = (rows: readonly PlannedCase[]): number =>
  countedIn(costOf(rows.map((row) => ({ ...row, shared: {} }))));

// Each row goes into the first part that it fits into.
function firstFit(
  rows: readonly PlannedCase[],
  fits: (part: readonly PlannedCase[]) => boolean,
): PlannedCase[][] {
  const parts: PlannedCase[][] = [];
  for (const row of rows) {
    const part = parts.find((one) => fits([...one, row]));
    if (part) part.push(row);
    else parts.push([row]);
  }
  return parts;
}

/** After how many of these turns, which begin again when they have ended, every trait has occurred, wherever one begins to look. */
export function turnsForAll(turns: readonly (readonly PlannedCase[])[]): number {
  const seen = new Map<string, number[]>();
  turns.forEach((rows, turn) => {
    const varied = rows.flatMap(({ group = '', traits }) => traits.map((trait) => `${group}: ${trait}`));
    for (const trait of new Set(varied)) seen.set(trait, [...(seen.get(trait) ?? []), turn]);
  });
  const gaps = [...seen.values()].flatMap((at) =>
    at.map((turn, place) => (at[place + 1] ?? (at[0] ?? 0) + turns.length) - turn),
  );
  return Math.max(1, ...gaps);
}

function aRound(rows: readonly PlannedCase[], left: ReadonlySet<PlannedCase>): PlannedCase[] {
  const missing = new Set(rows.flatMap(({ traits }) => traits));
  const round: PlannedCase[] = [];
  const gain = ({ traits }: PlannedCase): number => traits.filter((trait) => missing.has(trait)).length;
  const worth = (row: PlannedCase): number => 2 * gain(row) + (left.has(row) ? 1 : 0);
  while (missing.size > 0) {
    const best = rows.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    round.push(best);
    for (const trait of best.traits) missing.delete(trait);
  }
  // Rows without anything new have nobody to stand for them; the first of them keeps the rounds coming to an end.
  return round.some((row) => left.has(row)) ? round : [...round, ...[...left].slice(0, 1)];
}
