import { criteria, make, sorters } from 'covertable';
import type { Choice, Chosen } from '../../emulator/choices';

/** Tenants that together meet every pair of answers to different questions at least once. */
export interface CoveringArray {
  readonly rows: readonly Chosen[];
  /** How many pairs of answers there are, all of which are met. */
  readonly pairs: number;
}

/**
 * A covering array of strength two over these choices, the same for the same seed; of one choice alone, its answers.
 * @throws an Error when a pair is not met, which would be a mistake of the package that pairs them.
 */
export function coveringArray(choices: readonly Choice[], seed: string): CoveringArray {
  const factors = Object.fromEntries(
    choices.map(({ id, answers }) => [id, answers.map((answer) => answer.id)]),
  );
  const rows: readonly Chosen[] =
    choices.length < 2
      ? choices.flatMap(({ id, answers }) => answers.map((answer) => ({ [id]: answer.id })))
      : // The greedy criterion makes a tenth fewer rows in ten times the time.
        make(factors, { sorter: sorters.hash, criterion: criteria.simple, seed });
  const pairs = pairsOf(choices);
  const met = new Set(rows.flatMap(pairsIn));
  const missing = pairs.filter((pair) => !met.has(pair));
  if (missing.length > 0)
    throw new Error(`${missing.length} pairs are not met, such as ${missing[0] ?? ''}.`);
  return { rows, pairs: pairs.length };
}

const answersIn = (row: Chosen): string[] => Object.entries(row).map(([id, answer]) => `${id}=${answer}`);

function pairsIn(row: Chosen): string[] {
  const answers = answersIn(row).sort();
  return answers.flatMap((one, place) => answers.slice(place + 1).map((other) => `${one} ${other}`));
}

function pairsOf(choices: readonly Choice[]): string[] {
  const answers = choices.map(({ id, answers: all }) => all.map((answer) => `${id}=${answer.id}`));
  return answers.flatMap((ones, place) =>
    answers
      .slice(place + 1)
      .flat()
      .flatMap((other) => ones.map((one) => [one, other].sort().join(' '))),
  );
}
