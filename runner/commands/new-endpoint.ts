/**
 * `npm run new:endpoint -- METHOD PATH`: writes the first version of the four files of an endpoint, and what is generated from them; `--id` and
 * `--operation` give it other names than its path does. Existing files are left alone.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../config/root';
import { skeletonOf, unwritten } from '../generate/new-endpoint';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { id: { type: 'string' }, operation: { type: 'string' } },
});

const [method, path] = positionals;
if ((method !== 'GET' && method !== 'POST') || !path?.startsWith('/')) {
  process.stderr.write(
    'Usage: npm run new:endpoint -- GET|POST /path [--id product/name] [--operation verbNoun]\n',
  );
  process.exit(2);
}

const files = Object.entries(skeletonOf({ method, path, ...values }));
const there = files.filter(([file]) => existsSync(join(root, file))).map(([file]) => file);
if (there.length > 0) {
  process.stderr.write(`There is already ${there.join(', ')}. Nothing was written.\n`);
  process.exit(2);
}
for (const [file, text] of files) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  process.stdout.write(`wrote ${file}\n`);
}
process.stdout.write(
  `Now put what the page says in the place of each ${unwritten}, then: npm run schemas, npm test -- specs, npm run plan -- --measure, npm run check.\n`,
);
