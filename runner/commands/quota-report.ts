/** `npm run quota-report`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from '../../config/environment';
import { quotaText } from '../../reporting/quota-report';
import type { Summary } from '../../reporting/summary';
import { root } from '../../config/root';
import { commandLine } from '../cli/command-line';
import { withProgress } from '../cli/progress';
import { start } from '../cli/start';

const most = 5;
const profiles = ['smoke', 'nightly', 'full'];
const { args, language } = commandLine({
  command: 'npm run quota-report',
  says: {
    en: 'Runs every profile on the embedded tenant, and compares the calls that were planned with those that were made. SUITE_NIGHT names the night.',
    zh: '在内置模拟租户上运行各档位，比较计划的调用次数与实际次数。用 SUITE_NIGHT 指定夜间任务的日期。',
  },
  argument: { name: '[profiles...]', says: { en: 'those only', zh: '只运行指定档位' }, choices: profiles },
  examples: [['smoke nightly', { en: 'two profiles', zh: '两个档位' }]],
  statuses: {
    0: { en: 'they agree within 5 %', zh: '误差不超过 5 %' },
    1: { en: 'they do not, or a run did not pass', zh: '误差过大，或运行未通过' },
  },
});

async function run(profile: string): Promise<boolean> {
  const reportsDir = mkdtempSync(join(tmpdir(), `quota-${profile}-`));
  const env = {
    ...environment(),
    DINGTALK_TARGET: 'emulator',
    SUITE_PROFILE: profile,
    REPORTS_DIR: reportsDir,
  };
  const command = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), join('runner', 'commands', 'test.ts')];
  await withProgress(
    language,
    () => ({ en: `running ${profile}`, zh: `正在运行 ${profile}` }),
    () => once(spawn(process.execPath, command, { cwd: root, env, stdio: 'ignore' }), 'close'),
  );
  const { verdict, quota } = JSON.parse(readFileSync(join(reportsDir, 'summary.json'), 'utf8')) as Summary;
  process.stdout.write(`${profile.padEnd(8)} ${verdict}: ${quotaText(quota)[language]}; ${reportsDir}\n`);
  return verdict === 'passed' && Math.abs(quota.differencePercent ?? Infinity) <= most;
}

start(async () => {
  let isGood = true;
  for (const profile of args.length > 0 ? args : profiles) isGood = (await run(profile)) && isGood;
  return isGood ? 0 : 1;
});
