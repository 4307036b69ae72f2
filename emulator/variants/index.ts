import type { Layer } from '../call';
import type { Chosen } from '../choices';
import type { Tenant } from '../tenant';
import { clampingMood } from './clamping';
import { contentMoods } from './content';
import { listMoods } from './lists';
import { lossyMood } from './lossy';
import type { Mood } from './variant';
import { refusalMoods } from './refusals';
import { trafficMoods } from './traffic';
import { wordingMoods } from './wording';

export type { Mood } from './variant';

/** The moods of a tenant that keeps every promise of the documentation in its own way. */
export const moods: readonly Mood[] = [
  ...trafficMoods,
  ...wordingMoods,
  ...listMoods,
  ...contentMoods,
  ...refusalMoods,
  clampingMood,
  lossyMood,
];

/**
 * The moods with these ids.
 * @throws an Error that lists all of them when one is unknown.
 */
export function moodsNamed(ids: readonly string[]): Mood[] {
  return ids.map((id) => {
    const found = moods.find((mood) => mood.id === id);
    if (!found)
      throw new Error(`There is no mood '${id}'; there are: ${moods.map((mood) => mood.id).join(', ')}.`);
    return found;
  });
}

/** The layers of some moods, made for one tenant. */
export function layersOf(chosen: readonly Mood[]): Layer[] {
  return chosen.flatMap(({ layer }) => (layer ? [layer()] : []));
}

/** What tenants in these moods answer where the sources leave it open. */
export function choicesOf(chosen: readonly Mood[]): Chosen {
  return Object.assign({}, ...chosen.map(({ choices = {} }) => choices)) as Chosen;
}

/** Puts a tenant that has just started into some moods. */
export function prepare(tenant: Tenant, chosen: readonly Mood[]): void {
  for (const mood of chosen) mood.prepare?.(tenant);
}
