import { useEmulator } from './use-emulator';
import type { Visitor } from '../seed/visitor';
import { choicesOf, layersOf, variantsNamed, prepare } from '../variants/index';

/** Starts a tenant in a variant for the tests of a `describe` and returns how to get its visitor. */
export function useVariant(id: string): () => Visitor {
  const chosen = variantsNamed([id]);
  const visitor = useEmulator({ layers: layersOf(chosen), choices: choicesOf(chosen) });

  beforeAll(() => {
    prepare(visitor().emulator.tenant, chosen);
  });

  return visitor;
}
