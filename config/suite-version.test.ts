import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../reporting/testing/temporary-folder';
import { readSuiteVersion } from './suite-version';

const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];

describe('The version of the suite', () => {
  const folder = temporaryFolder();
  const inside = join(folder, 'inside');
  const git = (...args: string[]): string =>
    spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stdout.trim();
  beforeAll(() => {
    mkdirSync(inside);
    for (const place of [folder, inside]) writeFileSync(join(place, 'package.json'), '{"version":"1.2.3"}');
    git('init', '-q');
    git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-q', '--allow-empty', '-m', 'x');
  });

  it.each([
    { env: { GITHUB_SHA: a, CI_COMMIT_SHA: b }, want: a },
    { env: { CI_COMMIT_SHA: b }, want: b },
  ])('has the commit of $env', ({ env, want }) => {
    expect(readSuiteVersion(env, folder)).toEqual({ version: '1.2.3', commit: want });
  });

  it('has the commit of git, or none where the folder is no checkout', () => {
    expect(readSuiteVersion({ GITHUB_SHA: 'main' }, folder)).toEqual({
      version: '1.2.3',
      commit: git('rev-parse', 'HEAD'),
    });
    expect(readSuiteVersion({}, inside)).toEqual({ version: '1.2.3' });
  });
});
