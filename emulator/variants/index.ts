import type { Layer } from '../call';
import type { Chosen } from '../choices';
import type { Tenant } from '../tenant';
import { clampingVariant } from './clamping';
import { contentVariants } from './content';
import { listVariants } from './lists';
import { lossyVariant } from './lossy';
import type { Variant } from './variant';
import { refusalVariants } from './refusals';
import { trafficVariants } from './traffic';
import { wordingVariants } from './wording';

export type { Variant } from './variant';

/** The variants of a tenant that keeps every promise of the documentation in its own way. */
export const variants: readonly Variant[] = [
  ...trafficVariants,
  ...wordingVariants,
  ...listVariants,
  ...contentVariants,
  ...refusalVariants,
  clampingVariant,
  lossyVariant,
];

/**
 * The variants with these ids.
 * @throws an Error that lists all of them when one is unknown.
 */
export function variantsNamed(ids: readonly string[]): Variant[] {
  return ids.map((id) => {
    const found = variants.find((variant) => variant.id === id);
    if (!found)
      throw new Error(
        `There is no variant '${id}'; there are: ${variants.map((variant) => variant.id).join(', ')}.`,
      );
    return found;
  });
}

/** The layers of some variants, made for one tenant. */
export function layersOf(chosen: readonly Variant[]): Layer[] {
  return chosen.flatMap(({ layer }) => (layer ? [layer()] : []));
}

/** What tenants in these variants answer where the sources leave it open. */
export function choicesOf(chosen: readonly Variant[]): Chosen {
  return Object.assign({}, ...chosen.map(({ choices = {} }) => choices)) as Chosen;
}

/** Puts a tenant that has just started into some variants. */
export function prepare(tenant: Tenant, chosen: readonly Variant[]): void {
  for (const variant of chosen) variant.prepare?.(tenant);
}
