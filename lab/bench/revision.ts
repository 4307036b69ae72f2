import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../config/root';

/** Another revision of this project, installed in a folder of its own. */
export interface Revision {
  readonly commit: string;
  readonly folder: string;
  /** Removes the folder. */
  remove(): void;
}

/**
 * Checks a revision out beside this one and installs what its lockfile says.
 * @throws an Error with the words of git or npm.
 */
export function checkOut(revision: string): Revision {
  const git = (...parameters: string[]): string =>
    execFileSync('git', parameters, { cwd: root, encoding: 'utf8' }).trim();
  const commit = git('rev-parse', '--short', `${revision}^{commit}`);
  const folder = join(mkdtempSync(join(tmpdir(), 'bench-')), commit);
  git('worktree', 'add', '--detach', folder, commit);
  const remove = (): void => {
    git('worktree', 'remove', '--force', folder);
    rmSync(join(folder, '..'), { recursive: true, force: true });
  };
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], {
      cwd: folder,
      stdio: 'inherit',
    });
  } catch (error) {
    remove();
    throw error;
  }
  return { commit, folder, remove };
}
