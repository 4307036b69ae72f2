import { execFileSync } from 'node:child_process';
import { root } from '../../config/root';

const folders = [
  'schemas',
  'specs',
  'fixtures',
  'client',
  'config',
  'emulator',
  'runner',
  'lab/faults',
  'lab/prove',
];

/** Every spec file. */
export function specFiles(): string[] {
  return git('ls-files', '-co', '--exclude-standard', '--', 'specs').filter((file) =>
    file.endsWith('.spec.ts'),
  );
}

/** The files that decide which faults are noticed. */
export function provingFiles(): string[] {
  return git('ls-files', '-co', '--exclude-standard', '--', ...folders, 'jest.config.ts');
}

/**
 * The files that differ from a revision, new ones too.
 * @throws an Error with the words of git when there is no such revision.
 */
export function changedSince(revision: string): string[] {
  return [...git('diff', '--name-only', revision, '--'), ...git('ls-files', '-o', '--exclude-standard')];
}

/** The short name of the commit that is checked out, with `+` when files differ from it. */
export function commit(): string {
  const [name = 'unknown'] = git('rev-parse', '--short', 'HEAD');
  return git('status', '--porcelain', '--', ...folders).length > 0 ? `${name}+` : name;
}

function git(...parameters: string[]): string[] {
  return execFileSync('git', parameters, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
}
