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
