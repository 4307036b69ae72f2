import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root';
import { text, type Environment } from './variables';

/** Which suite it is. */
export interface SuiteVersion {
  /** Of `package.json`. */
  readonly version: string;
  /** The whole hash of the commit; absent where neither the CI nor git tells it. */
  readonly commit?: string;
}

/** Reads which suite this is: the commit from GITHUB_SHA or CI_COMMIT_SHA, which CIs set, or from git where `folder` is checked out. */
export function readSuiteVersion(env: Environment, folder = root): SuiteVersion {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const commit = [text(env, 'GITHUB_SHA'), text(env, 'CI_COMMIT_SHA'), headOf(folder)].find(
    (given) => given !== undefined && /^[0-9a-f]{40,64}$/.test(given),
  );
  return { version, ...(commit === undefined ? {} : { commit }) };
}

// Of the folder itself: a suite that was unpacked into somebody else's repository is none of its commits.
function headOf(folder: string): string | undefined {
  const { stdout, error } = spawnSync('git', ['rev-parse', '--show-cdup', 'HEAD'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const [above, commit] = error === undefined ? stdout.split('\n') : [];
  return above === '' ? commit : undefined;
}
