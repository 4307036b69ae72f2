import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'environment-'));

describe('environment', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('reads .env of the current folder and says nothing', () => {
    writeFileSync(join(folder, '.env'), 'DINGTALK_USERID=user123\nDINGTALK_TEMPLATE_NAME="日报 # 1"\n');

    expect(printed({})).toBe('{"user":"user123","template":"日报 # 1"}');
  });

  it('lets what is already set win', () => {
    writeFileSync(join(folder, '.env'), 'DINGTALK_USERID=user123\n');

    expect(printed({ DINGTALK_USERID: 'manager01' })).toBe('{"user":"manager01"}');
  });

  it('needs no .env', () => {
    rmSync(join(folder, '.env'));

    expect(printed({ DINGTALK_USERID: 'manager01' })).toBe('{"user":"manager01"}');
  });
});

/** All that a process in the folder prints, to both streams, when it reads its environment and shows two variables. */
function printed(env: Record<string, string>): string {
  const program = `
    const { environment } = require(${JSON.stringify(join(__dirname, 'environment.ts'))});
    const { DINGTALK_USERID: user, DINGTALK_TEMPLATE_NAME: template } = environment();
    process.stdout.write(JSON.stringify({ user, template }));`;
  const parameters = ['--require', require.resolve('tsx/cjs'), '--eval', program];
  const { stdout, stderr } = spawnSync(process.execPath, parameters, { cwd: folder, env, encoding: 'utf8' });
  return stdout + stderr;
}
