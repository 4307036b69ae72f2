import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { temporaryFolder } from './testing/temporary-folder';
import { inTemporaryFolder, renderWith, runNode } from './render';

describe('A temporary folder', () => {
  it('is empty, has a short path, and is gone afterwards', async () => {
    const { path, names } = await inTemporaryFolder((folder) => {
      const found = readdirSync(folder);
      writeFileSync(join(folder, 'left'), '');
      return Promise.resolve({ path: folder, names: found });
    });

    expect(names).toEqual([]);
    expect([dirname(path), basename(path)]).toEqual([
      realpathSync(tmpdir()),
      expect.stringMatching(/^report-\w{6}$/),
    ]);
    expect(existsSync(path)).toBe(false);
  });

  it('may be removed by the work itself', async () => {
    const work = (folder: string): Promise<string> => {
      rmSync(folder, { recursive: true });
      return Promise.resolve('done');
    };

    expect(await inTemporaryFolder(work)).toBe('done');
  });

  it('is gone also when the work failed', async () => {
    let path = '';

    await expect(
      inTemporaryFolder((folder) => {
        path = folder;
        return Promise.reject(new Error('no'));
      }),
    ).rejects.toThrow('no');

    expect(existsSync(path)).toBe(false);
  });
});

describe('A program of Node', () => {
  const folder = realpathSync(temporaryFolder());
  const told = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

  it('runs in its folder, without our environment, and reads what it is given', async () => {
    const text = `JSON.stringify([process.cwd(), process.env.PATH ?? 'no PATH', fs.readFileSync(0, 'utf8')])`;
    const program = `const fs = require('node:fs'); fs.writeFileSync('told.json', ${text})`;

    await runNode(['-e', program], folder, 'input');
    expect(told('told.json')).toEqual([folder, 'no PATH', 'input']);
    await runNode(['-e', program], folder);
    expect(told('told.json')).toEqual([folder, 'no PATH', '']);
  });

  it('has its temporary files there, too', async () => {
    const program = `require('node:fs').writeFileSync('told.json', JSON.stringify(require('node:os').tmpdir()))`;

    await runNode(['-e', program], folder);

    expect(told('told.json')).toBe(folder);
  });

  it.each([
    { ends: 'process.exit(3)', how: /^exit code 3: b\nc\nd\ne\nf$/ },
    { ends: `process.kill(process.pid, 'SIGKILL')`, how: /^exit code null: b\nc\nd\ne\nf$/ },
  ])(
    'fails with the last five lines that it printed when it does not end well: $ends',
    async ({ ends, how }) => {
      const program = `const fs = require('node:fs'); fs.writeSync(2, ' \\na\\nb\\nc\\n'); fs.writeSync(2, 'd\\ne\\nf\\n\\n'); ${ends}`;

      const failed = await runNode(['-e', program], folder).catch((error: unknown) => error);

      expect((failed as Error).message).toMatch(how);
    },
  );

  it('shows what it printed to either stream', async () => {
    const program = `console.log('out'); process.exitCode = 1;`;

    await expect(runNode(['-e', program], folder)).rejects.toThrow('exit code 1: out');
  });

  it('is how a reporter of Jest renders results: as at the end of a run', async () => {
    const reporter = join(folder, 'reporter.cjs');
    writeFileSync(
      reporter,
      `module.exports = class {
        constructor(...given) { this.given = given; }
        async onRunComplete(contexts, results) {
          require('node:fs').writeFileSync('told.json', JSON.stringify([...this.given, contexts.size, results]));
        }
      };`,
    );

    await renderWith(reporter, folder, { own: 1 }, { numTotalTests: 2 });

    expect(told('told.json')).toEqual([{ rootDir: folder }, { own: 1 }, 0, { numTotalTests: 2 }]);
  });
});
