import { useEmulator } from './use-emulator';
import type { Visitor } from '../seed/visitor';
import { startInVariants, variantsNamed } from '../variants/index';

/** Starts a tenant in a variant for the tests of a `describe` and returns how to get its visitor. */
export const useVariant = (id: string): (() => Visitor) =>
  useEmulator({}, (options) => startInVariants(variantsNamed([id]), options));
