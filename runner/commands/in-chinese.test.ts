import { join } from 'node:path';
import { root } from '../../config/root';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { englishIn, isChinese } from '../testing/english';
import { runCommand } from '../testing/run-command';

const REPORTS_DIR = temporaryFolder();
const live = { DINGTALK_TARGET: 'live', DINGTALK_APP_KEY: 'ding0123456789', DINGTALK_APP_SECRET: '' };

const inChinese = (name: string, parameters: readonly string[] = [], env: object = {}) =>
  runCommand(`runner/commands/${name}.ts`, parameters, { env: { SUITE_LANG: 'zh', REPORTS_DIR, ...env } });

describe('To a Chinese user', () => {
  it.each([
    { name: 'doctor', parameters: [] },
    { name: 'plan', parameters: [] },
    { name: 'plan', parameters: ['--week'] },
    { name: 'sweep', parameters: [] },
  ])('$name says everything in Chinese ($parameters)', async ({ name, parameters }) => {
    const { out, error } = await inChinese(name, parameters);

    expect(out.split('\n').slice(0, 3).every(isChinese)).toBe(true);
    expect(englishIn(out)).toEqual([]);
    expect(error).toBe('');
  });

  it.each([
    { name: 'doctor', env: live },
    { name: 'sweep', env: live },
    { name: 'plan', env: { SUITE_NIGHT: 'x', SUITE_BUDGET: '-1' } },
    { name: 'test', env: { REPORTS_DIR: join(root, 'package.json') } },
    { name: 'emulator', env: { PORT: '99999' } },
    { name: 'init' },
    { name: 'record' },
    { name: 'report' },
    { name: 'report-finish' },
    { name: 'report-merge', parameters: ['shard-1', 'shard-2'] },
  ])('$name says in Chinese why it cannot start', async ({ name, parameters, env }) => {
    const { out, error, status } = await inChinese(name, parameters, env);

    expect(status).toBe(2);
    expect(isChinese(out + error)).toBe(true);
    expect(englishIn(out + error)).toEqual([]);
  });

  it('a run says in Chinese what is wrong with its settings, and why it did not start', async () => {
    const { out, error } = await inChinese('test', [], { SUITE_PROFILE: 'huge' });

    expect(englishIn(error)).toEqual([]);
    expect(error).toContain("无法开始运行。配置有 1 处问题：\n  - SUITE_PROFILE 的值是 'huge'：应为");
    expect(out).toContain('没能开始 NOT STARTED  配置有 1 处问题\n');
  });

  it.each([['doctor'], ['sweep']])('%s tells a program what it tells one in English', async (name) => {
    const [zh, en] = await Promise.all([
      inChinese(name, ['--json']),
      runCommand(`runner/commands/${name}.ts`, ['--json'], { env: { REPORTS_DIR } }),
    ]);

    expect(shapeOf(zh.out)).toEqual(shapeOf(en.out));
  });
});

// Times, ports and ids are others each time.
const shapeOf = (json: string): object => {
  const { tenant, ...rest } = JSON.parse(json.replaceAll(/\d+/g, '0')) as { tenant: string };
  return { ...rest, tenant: typeof tenant };
};
