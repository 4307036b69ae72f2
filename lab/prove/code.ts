import { root } from '../../config/root';
import { git, projectFiles } from '../git';

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
  return projectFiles('specs').filter((file) => file.endsWith('.spec.ts'));
}

/** The files that decide which faults are noticed. */
export function provingFiles(): string[] {
  return projectFiles(...folders, 'jest.config.ts');
}

/**
 * The files that differ from a revision, new ones too; one that has moved is there under both names.
 * @throws an Error with the words of git when there is no such revision.
 */
export function changedSince(revision: string, folder = root): string[] {
  const inFolder = (...parameters: readonly string[]): string[] => git('-C', folder, ...parameters);
  return [
    ...inFolder('diff', '--name-only', '--no-renames', revision, '--'),
    ...inFolder('ls-files', '-o', '--exclude-standard'),
  ];
}

/**
 * The files that a branch changes, new ones too: those that differ from where it left `from`. What others have done there since is no change of it.
 * @throws an Error with the words of git when there is no such revision.
 */
export function changedOnBranch(from: string, folder = root): string[] {
  const [parting = from] = git('-C', folder, 'merge-base', from, 'HEAD');
  return changedSince(parting, folder);
}

/** The short name of the commit that is checked out, with `+` when files differ from it. */
export function commit(): string {
  const [name = 'unknown'] = git('rev-parse', '--short', 'HEAD');
  return git('status', '--porcelain', '--', ...folders).length > 0 ? `${name}+` : name;
}
