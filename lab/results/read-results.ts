import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proofs } from './scoreboard';

/** Where the commands that prove something leave what came of it. */
export const proofFolder = __dirname;

/** What has been proved up to now; what has not is absent. */
export function readProofs(): Proofs {
  const names = {
    ...{ catalogue: 'faults', live: 'faults-live', mutation: 'mutation', soak: 'soak' },
    ...{ variants: 'variants', choices: 'choices', trial: 'trial', run: 'run' },
  };
  const found = Object.entries(names)
    .map(([key, name]) => [key, join(proofFolder, `${name}.json`)] as const)
    .filter(([, file]) => existsSync(file))
    .map(([key, file]) => [key, JSON.parse(readFileSync(file, 'utf8')) as unknown]);
  return Object.fromEntries(found) as Proofs;
}
