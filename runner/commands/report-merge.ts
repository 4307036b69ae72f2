/** `npm run report:merge`. */
import { Redactor } from '../../client/redaction/redact';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { peopleKey, secretsIn } from '../../config/secrets';
import { merge } from '../../reporting/merge';
import { verdictText } from '../../reporting/verdict';
import { commandLine } from '../cli/command-line';
import { withProgress } from '../cli/progress';
import { start } from '../cli/start';
import { claimReports } from '../session/reports-folder';

const { args, language } = commandLine({
  command: 'npm run report:merge',
  says: {
    en: 'Makes one report of the shards of a run, in REPORTS_DIR.',
    zh: '把一次运行的各个分片报告合并为一份，写入 REPORTS_DIR。',
  },
  argument: {
    name: '<folders...>',
    says: { en: 'the report folders of the shards', zh: '各分片的报告文件夹' },
  },
  examples: [['shard-1 shard-2', { en: 'two shards', zh: '合并两个分片' }]],
  statuses: {
    0: { en: 'the run passed, or is partial', zh: '通过，或部分用例跳过' },
    1: { en: 'it failed', zh: '有失败' },
    2: { en: 'it could not start, or there is nothing to merge', zh: '未能运行，或没有可合并的报告' },
  },
});

start(async () => {
  const [env, reportsDir] = [environment(), readReportsDir(environment())];
  const release = await claimReports(reportsDir, { command: 'npm run report:merge' });
  const secrets = new Redactor(secretsIn(env), peopleKey(env));
  const summary = await withProgress(
    language,
    () => ({ en: 'merging the reports', zh: '正在合并报告' }),
    () => merge(args, reportsDir, secrets),
  ).finally(release);
  process.stdout.write(verdictText(summary, reportsDir, process.stdout.isTTY, language));
  return summary.exitStatus;
});
