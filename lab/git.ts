import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../config/root';

/** The lines that git prints about this project. @throws an Error with the words of git where it fails. */
export function git(...parameters: readonly string[]): string[] {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1e9, stdio: 'pipe' } as const;
  return execFileSync('git', ['-c', 'core.quotePath=off', ...parameters], options)
    .split('\n')
    .filter(Boolean);
}

/** The files below these paths, or all, that are or would be tracked: what is there and not ignored. */
export function projectFiles(...paths: readonly string[]): string[] {
  const listed = git('ls-files', '-co', '--exclude-standard', '--', ...paths);
  return [...new Set(listed)].filter((file) => existsSync(join(root, file)));
}
