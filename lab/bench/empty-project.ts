import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../config/root';
import type { Command } from './measure';

/**
 * A Jest project in `folder` with so many files of one case that does nothing: what Jest takes before a suite does anything.
 * @param byNpm whether npm starts it, as it does the suite.
 * @returns the command that runs it with the Jest of this project.
 */
export function emptyProject(folder: string, files: number, byNpm: boolean): Command {
  mkdirSync(folder, { recursive: true });
  const jest = join(root, 'node_modules', '.bin', 'jest');
  const line = `'${jest}' --rootDir . --maxWorkers 100%`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { test: line } }));
  for (let file = 0; file < files; file += 1)
    writeFileSync(join(folder, `empty-${file}.test.js`), "it('does nothing', () => {});\n");
  return { line: byNpm ? 'npm test' : line, cwd: folder };
}
