import { startEmulator, type EmulatorOptions } from '../server';
import { Visitor } from '../seed/visitor';

/**
 * Starts one tenant for the tests of a `describe` and closes it afterwards. Returns how to get its visitor, which exists
 * only while tests run.
 */
export function useEmulator(options: EmulatorOptions = {}, start = startEmulator): () => Visitor {
  let visitor: Visitor | undefined;

  beforeAll(async () => {
    visitor = new Visitor(await start(options));
  });

  afterAll(async () => {
    await visitor?.emulator.close();
  });

  return () => {
    if (!visitor) throw new Error('The tenant runs only while tests do.');
    return visitor;
  };
}
