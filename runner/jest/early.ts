import { environment } from '../../config/environment';
import { root } from '../../config/root';
import { startJest } from './jest-process';

// One that cannot be read is told of later, by the command.
function readable(): ReturnType<typeof environment> | undefined {
  try {
    return environment();
  } catch {
    return undefined;
  }
}

/** A Jest that begins to load when this is imported. */
export const jest = startJest(root, readable());
