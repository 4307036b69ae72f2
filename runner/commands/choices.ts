/** Part of `npm run docs`: writes the list of the choices into emulator/README.md. The self-tests say when it is no longer fresh. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withAssumedAnswers } from '../../emulator/choices/list';
import { root } from '../../config/root';

const file = join(root, 'emulator', 'README.md');

const page = readFileSync(file, 'utf8');
const fresh = withAssumedAnswers(page);
writeFileSync(file, fresh);
process.stdout.write(`${fresh === page ? 'up to date:' : 'wrote'} emulator/README.md\n`);
