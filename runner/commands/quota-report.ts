/**
 * `npm run quota-report`: runs every profile on the embedded tenant and compares the calls that were planned with those that were made. Exits 1
 * when they differ by more than 5 % or a run did not pass. `-- smoke nightly` tries those only; `SUITE_NIGHT` names the night.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from '../../config/environment';
import { quotaInWords } from '../../reporting/quota-report';
import type { Summary } from '../../reporting/summary';
import { root } from '../../config/root';

const most = 5;
const asked = process.argv.slice(2);
const profiles = asked.length > 0 ? asked : ['smoke', 'nightly', 'full'];

function run(profile: string): boolean {
  const reportsDir = mkdtempSync(join(tmpdir(), `quota-${profile}-`));
  const env = {
    ...environment(),
    DINGTALK_TARGET: 'emulator',
    SUITE_PROFILE: profile,
    REPORTS_DIR: reportsDir,
  };
  const command = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), join('runner', 'commands', 'test.ts')];
  spawnSync(process.execPath, command, { cwd: root, env, stdio: 'ignore' });
  const { verdict, quota } = JSON.parse(readFileSync(join(reportsDir, 'summary.json'), 'utf8')) as Summary;
  process.stdout.write(`${profile.padEnd(8)} ${verdict}: ${quotaInWords(quota)}; ${reportsDir}\n`);
  return verdict === 'passed' && Math.abs(quota.differencePercent ?? Infinity) <= most;
}

const outcomes = profiles.map(run);
if (outcomes.includes(false)) process.exitCode = 1;
