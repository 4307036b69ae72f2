import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../config/root';
import manifest from '../package.json';

const file = join(root, 'runner', 'check-node.cjs');
const { problemWith } = jest.requireActual<{
  problemWith: (version: string, wanted: string) => string | undefined;
}>(file);

describe('The version of Node', () => {
  it.each(['v18.20.4', 'v16.0.0', 'v20.18.3', 'v9.11.2'])('%s is too old', (version) => {
    expect(problemWith(version, '>=20.19')).toMatch(
      new RegExp(`^This is Node ${version.slice(1)}; the suite needs Node 20\\.19 or newer`),
    );
  });

  it.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v24.1.0', 'v100.0.0'])('%s will do', (version) => {
    expect(problemWith(version, '>=20.19')).toBeUndefined();
  });

  it('is looked at before anything else, and ends a command with one line and 2', () => {
    const old = `Object.defineProperty(process, 'version', { value: 'v18.20.4' }); require(${JSON.stringify(file)})`;

    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', old], { encoding: 'utf8' });

    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({
      status: 2,
      stdout: '',
      lines: 1,
    });
  });

  it('is looked at by every script', () => {
    const scripts = Object.values(manifest.scripts).filter((script) => script.includes('.ts'));

    expect(scripts.filter((script) => !script.startsWith('node -r ./runner/check-node.cjs '))).toEqual([]);
  });
});
