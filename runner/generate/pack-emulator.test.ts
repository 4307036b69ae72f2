import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../config/root';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { packEmulator } from './pack-emulator';
import { figuresOf } from './packed-figures';

const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

/** The examples of the package's page, in one language of code. */
function examples(page: string, language: string): string[] {
  const text = readFileSync(join(root, 'emulator', 'package', page), 'utf8');
  return Array.from(
    text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm')),
    ([, code = '']) => code,
  );
}

describe('The package of the embedded tenant', () => {
  const folder = temporaryFolder();

  beforeAll(async () => {
    const tarball = await packEmulator(join(folder, 'built', 'dingtalk-emulator'));
    writeFileSync(join(folder, 'package.json'), '{}');
    execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder });
  }, 60_000);

  const inFolder = (command: string, ...parameters: string[]) =>
    spawnSync(command, parameters, { cwd: folder, encoding: 'utf8', timeout: 30_000 });

  it('has no dependency, is small, and answers soon', async () => {
    const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    const { installedBytes, answerMs, bareMs } = await figuresOf(join(folder, 'node_modules', ...installed));

    expect(installed).toEqual(['dingtalk-emulator']);
    expect(installedBytes).toBeLessThan(3_000_000);
    // 300 ms where Node alone takes 50; a busy machine is slow with both.
    expect(answerMs).toBeLessThan(Math.max(300, 8 * bareMs));
  });

  it.each(['README.md', 'README.zh-CN.md'])('runs the example of %s in node:test', (page) => {
    writeFileSync(join(folder, 'example.test.js'), examples(page, 'js').join('\n'));
    const { status, stdout } = inFolder(process.execPath, '--test', 'example.test.js');

    expect(stdout).toMatch(/pass 1\b/);
    expect(status).toBe(0);
  });

  it('runs its other example in Jest', () => {
    const [example = ''] = examples('README.md', 'ts');
    writeFileSync(
      join(folder, 'jest.test.js'),
      example.replace(/import (.*) from (.*);/, 'const $1 = require($2);'),
    );
    const { status, stderr } = inFolder(bin('jest'), '--rootDir', folder, '--testMatch', '**/jest.test.js');

    expect(stderr).toMatch(/Tests: +1 passed/);
    expect(status).toBe(0);
  });

  it('is typed', () => {
    const [example = ''] = examples('README.md', 'ts');
    const globals =
      'declare function it(title: string, run: () => Promise<void>): void;\ndeclare function expect(value: unknown): any;\n';
    writeFileSync(join(folder, 'typed.ts'), globals + example);
    const { stdout } = inFolder(
      bin('tsc'),
      '--ignoreConfig',
      '--strict',
      '--noEmit',
      '--module',
      'node16',
      'typed.ts',
    );

    expect(stdout).toBe('');
  });

  it.each([
    ['--help', 0, /--variant <name>/],
    ['--variants', 0, /^slow +/],
    ['--no-such-thing', 2, /^$/],
    ['--variant=nope', 2, /^$/],
  ])('ends its command with %s as it says', (option, status, printed) => {
    const ended = inFolder(join(folder, 'node_modules', '.bin', 'dingtalk-emulator'), option);

    expect(ended.stdout).toMatch(printed);
    expect(ended.status).toBe(status);
  });
});

describe('In containers', () => {
  it.each([
    ['dockerfile-utils', ['lint', 'Dockerfile']],
    ['dclint', ['--max-warnings', '0', 'compose.yaml']],
  ])('%s finds nothing', (linter, parameters) => {
    const cwd = join(root, 'emulator', 'package');
    const { stdout, stderr, status } = spawnSync(bin(linter), parameters, { cwd, encoding: 'utf8' });

    expect((stdout + stderr).trim()).toBe('');
    expect(status).toBe(0);
  });
});
