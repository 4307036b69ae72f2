/**
 * `npm run schemas`: writes what follows from the endpoint files (types, constants) and from where files stand (routes of the embedded tenant, faults
 * of the catalogue); `-- --check` only says whether it is fresh.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../config/root';
import { endpointModules } from '../generate/endpoint-modules';
import { registries } from '../generate/registries';

async function main(): Promise<void> {
  const generated = { ...(await endpointModules()), ...registries() };
  const stale = Object.entries(generated).filter(([file, text]) => {
    const path = join(root, file);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
  const names = stale.map(([file]) => file).join(', ');
  if (stale.length === 0) process.stdout.write('Everything generated is up to date.\n');
  else if (process.argv.includes('--check')) {
    process.stderr.write(`Out of date: ${names}. Run \`npm run schemas\` and commit the result.\n`);
    process.exitCode = 1;
  } else {
    for (const [file, text] of stale) writeFileSync(join(root, file), text);
    process.stdout.write(`wrote ${names}\n`);
  }
}

void main();
