import type { Chosen } from '../choices';
import { startEmulator, type Emulator, type EmulatorOptions } from '../server';
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

/**
 * Starts a tenant in some variants. The layers of `options` stand outside theirs, and its choices count before theirs.
 * @throws an Error as `startEmulator` does.
 */
export async function startInVariants(
  chosen: readonly Variant[],
  options: EmulatorOptions = {},
): Promise<Emulator> {
  const emulator = await startEmulator({
    ...options,
    layers: [...(options.layers ?? []), ...chosen.flatMap(({ layer }) => layer?.() ?? [])],
    choices: {
      ...(Object.assign({}, ...chosen.map(({ choices }) => choices)) as Chosen),
      ...options.choices,
    },
  });
  for (const { prepare } of chosen) prepare?.(emulator.tenant);
  return emulator;
}
