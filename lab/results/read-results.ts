import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from './scoreboard';

const fileOf = (name: string): string => join(__dirname, `${name}.json`);

/** What a command of the lab has left under this name; undefined where it has not been run yet. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows what the command leaves
export function readResult<Result>(name: string): Result | undefined {
  return existsSync(fileOf(name)) ? (JSON.parse(readFileSync(fileOf(name), 'utf8')) as Result) : undefined;
}

/** Leaves a result under this name, to be committed. */
export function writeResult(name: string, result: object): void {
  writeText(name, `${JSON.stringify(result, null, 1)}\n`);
}

/** The same of one that is JSON already. */
export function writeText(name: string, text: string): void {
  writeFileSync(fileOf(name), text);
}

/** Everything that the commands have left; what has not been measured yet is absent. */
export function readResults(): Results {
  const names = {
    ...{ catalogue: 'faults', live: 'faults-live', mutation: 'mutation', soak: 'soak' },
    ...{ variants: 'variants', choices: 'choices', trial: 'trial', run: 'run' },
  };
  const found = Object.entries(names).map(([key, name]) => [key, readResult(name)]);
  return Object.fromEntries(found.filter(([, result]) => result !== undefined)) as Results;
}
