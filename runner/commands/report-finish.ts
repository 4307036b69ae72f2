/** `npm run report:finish`. */
import { Redactor } from '../../client/redaction/redact';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import type { Text } from '../../config/language';
import { peopleKey, secretsIn } from '../../config/secrets';
import { finishKilled } from '../../reporting/finish-killed';
import { unfinishedIn } from '../../reporting/unfinished';
import { verdictText } from '../../reporting/verdict';
import { moment } from '../../reporting/words';
import { commandLine } from '../cli/command-line';
import { withProgress } from '../cli/progress';
import { start } from '../cli/start';
import { claimReports } from '../session/reports-folder';

const { args, language } = commandLine({
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

function heardText(run: string, at: string, [first, ...others]: readonly string[]): Text {
  const more = others.length;
  return {
    en: `Run ${run} was last heard of at ${at}. Under way: ${first ?? 'nothing'}${more > 0 ? `, and ${more} more` : ''}.`,
    zh: `运行 ${run} 最后一次有记录是在 ${at}。当时正在执行：${first ?? '无'}${more > 0 ? `，以及另外 ${more} 条` : ''}。`,
  };
}

start(async () => {
  const [reportsDir = readReportsDir(environment())] = args;
  const release = await claimReports(reportsDir, { command: 'npm run report:finish' });
  const secrets = new Redactor(secretsIn(environment()), peopleKey(environment()));
  const found = unfinishedIn(reportsDir);
  if (found) {
    const { running, run, heardOf } = found;
    const says = heardText(run.id, moment(new Date(heardOf).toISOString()), running);
    process.stdout.write(`${says[language]}\n`);
  }
  const summary = await withProgress(
    language,
    () => ({ en: 'writing the reports', zh: '正在生成报告' }),
    () => finishKilled(reportsDir, secrets),
  ).finally(release);
  process.stdout.write(verdictText(summary, reportsDir, process.stdout.isTTY, language));
  return summary.exitStatus;
});
