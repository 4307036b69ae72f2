/** `npm run report:finish`. */
import { Redactor } from '../../client/redaction/redact';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { peopleKey, secretsIn } from '../../config/secrets';
import { finishKilled } from '../../reporting/finish-killed';
import { unfinishedIn } from '../../reporting/unfinished';
import { verdictText } from '../../reporting/verdict';
import { moment } from '../../reporting/words';
import { commandLine } from '../cli/command-line';
import { start } from '../cli/start';
import { claimReports } from '../session/reports-folder';

const { args } = commandLine({
  command: 'npm run report:finish',
  says: {
    en: 'Makes the reports of a run that was killed, from what it has left.',
    zh: '为被强行终止的运行补全报告。',
  },
  argument: {
    name: '[folder]',
    says: { en: 'its reports folder; REPORTS_DIR unless given', zh: '其报告文件夹；默认为 REPORTS_DIR' },
  },
  examples: [['reports', { en: 'the run whose reports stand there', zh: '该文件夹中的运行' }]],
  statuses: {
    1: { en: 'the reports are made; such a run has not passed', zh: '报告已生成；这样的运行不算通过' },
    2: { en: 'the folder holds no such run', zh: '文件夹中没有这样的运行' },
  },
});

start(async () => {
  const [reportsDir = readReportsDir(environment())] = args;
  const release = await claimReports(reportsDir, { command: 'npm run report:finish' });
  const secrets = new Redactor(secretsIn(environment()), peopleKey(environment()));
  const found = unfinishedIn(reportsDir);
  if (found) {
    const [first = 'nothing', ...others] = found.running;
    const under = others.length === 0 ? first : `${first}, and ${others.length} more`;
    const heardOf = moment(new Date(found.heardOf).toISOString());
    process.stdout.write(`Run ${found.run.id} was last heard of at ${heardOf}. Under way: ${under}.\n`);
  }
  const summary = await finishKilled(reportsDir, secrets).finally(release);
  process.stdout.write(verdictText(summary, reportsDir, process.stdout.isTTY));
  return summary.exitStatus;
});
