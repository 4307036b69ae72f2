import { useEmulator } from '../emulator/use-emulator';
import type { Visitor } from '../emulator/visitor';
import { choicesOf, layersOf, moodsNamed, prepare } from './index';

/** Starts a tenant in a mood for the tests of a `describe` and returns how to get its visitor. */
export function useMood(id: string): () => Visitor {
  const chosen = moodsNamed([id]);
  const visitor = useEmulator({ layers: layersOf(chosen), choices: choicesOf(chosen) });

  beforeAll(() => {
    prepare(visitor().emulator.tenant, chosen);
  });

  return visitor;
}
