import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { changedOnBranch, changedSince } from './code';

describe('A branch', () => {
  const folder = temporaryFolder();
  const git = (...parameters: readonly string[]): void => {
    const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
    execFileSync('git', [...author, ...parameters], { cwd: folder, stdio: 'pipe' });
  };
  const write = (file: string): void => {
    writeFileSync(join(folder, file), 'text\n');
  };
  const commit = (file: string): void => {
    write(file);
    git('add', file);
    git('commit', '-m', file);
  };

  beforeAll(() => {
    git('init', '--initial-branch', 'main');
    commit('old.ts');
    git('checkout', '-b', 'mine');
    commit('mine.ts');
    git('checkout', 'main');
    commit('of-others.ts');
    git('checkout', 'mine');
    write('new.ts');
  });

  it('changes what differs from where it left the other', () => {
    expect(changedOnBranch('main', folder)).toEqual(['mine.ts', 'new.ts']);
  });

  it('differs from the tip of the other by what was done there, too', () => {
    expect(changedSince('main', folder)).toEqual(['mine.ts', 'of-others.ts', 'new.ts']);
  });

  it('says in the words of git that there is no such revision', () => {
    expect(() => changedOnBranch('nothing', folder)).toThrow('Not a valid object name nothing');
  });
});
