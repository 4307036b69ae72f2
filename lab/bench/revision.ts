import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { inTemporaryFolder } from '../../reporting/render';
import { git } from '../git';

/**
 * Does something in another revision of this project, checked out beside this one, with what its lockfile says installed.
 * @throws an Error with the words of git or npm.
 */
export function inRevision<Result>(
  revision: string,
  act: (folder: string, commit: string) => Promise<Result>,
): Promise<Result> {
  const [commit = revision] = git('rev-parse', '--short', `${revision}^{commit}`);
  return inTemporaryFolder(async (above) => {
    const folder = join(above, commit);
    git('worktree', 'add', '--detach', folder, commit);
    try {
      const parameters = ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'];
      execFileSync('npm', parameters, { cwd: folder, stdio: 'inherit' });
      return await act(folder, commit);
    } finally {
      git('worktree', 'remove', '--force', folder);
    }
  });
}
