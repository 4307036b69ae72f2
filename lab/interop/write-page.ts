import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../config/root';

/** Writes a page into `docs`, formatted as the others are. */
export async function writePage(name: string, page: string): Promise<void> {
  const file = join(root, 'docs', name);
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
}
