/** `npm run judge`. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Redactor } from '../../client/redaction/redact';
import { readReportsDir } from '../../config/config';
import { allowanceOf, readEdition } from '../../config/edition';
import { environment } from '../../config/environment';
import { peopleKey, secretsIn } from '../../config/secrets';
import { clean } from '../../reporting/records/clean';
import { commandLine } from '../cli/command-line';
import { flag, words } from '../cli/options';
import { start } from '../cli/start';
import { words as common } from '../cli/words';
import { filesOf } from '../judge/files';
import { judgeFiles } from '../judge/judge-traffic';
import { judgementText } from '../judge/judgement-text';
import { writeReports } from '../judge/records';
import { claimReports } from '../session/reports-folder';

const { values, args, language } = commandLine({
  command: 'npm run judge',
  says: {
    en: 'Judges recorded traffic by the contracts of the endpoints, and sends nothing. It takes a HAR of a browser or a proxy, the JSON report of Newman, recordings/, and the raw records of a run; the content of a file says which it is. What is secret in them is masked when it is read.',
    zh: '按接口契约判定已录制的流量，不发送任何请求。支持浏览器或代理导出的 HAR、Newman 的 JSON 报告、recordings/ 以及一次运行的原始记录；格式按文件内容识别。文件中的密钥、令牌等在读取时即被遮盖。',
  },
  argument: {
    name: '<files...>',
    says: { en: 'files or folders with recorded traffic', zh: '含录制流量的文件或文件夹' },
  },
  options: {
    host: words('name', {
      en: 'a host that stands for DingTalk besides its own: an emulator, a proxy; with or without a port; may be repeated',
      zh: '除钉钉官方域名外，也视为钉钉的主机，例如模拟器或代理；端口可写可不写；可重复',
    }),
    strict: flag({
      en: 'also what is only inferred has to hold, and a field that the docs do not know breaks the contract: for a tenant of your own, such as a mock',
      zh: '推断得出的约定也必须成立，文档未列出的字段视为违约；适用于自己的租户，例如模拟服务',
    }),
    'redact-people': flag({
      en: 'ids, names and mobile numbers of people read as person-3f2a1c',
      zh: '人员的 ID、姓名和手机号显示为 person-3f2a1c 的形式',
    }),
    json: flag(common.json),
  },
  examples: [
    ['traffic.har', { en: 'a HAR with calls of DingTalk', zh: '含钉钉调用的 HAR' }],
    ['mock.har --host 127.0.0.1:7001 --strict', { en: 'traffic with a mock', zh: '与模拟服务之间的流量' }],
    ['reports', { en: 'what the last run did', zh: '上次运行的流量' }],
  ],
  statuses: {
    0: { en: 'no contract is broken', zh: '未发现违约' },
    1: { en: 'a contract is broken', zh: '发现违约' },
    2: { en: 'nothing could be judged', zh: '无法判定' },
  },
});

start(async () => {
  const env = environment();
  const key = values['redact-people'] ? (peopleKey(env) ?? randomBytes(16).toString('hex')) : peopleKey(env);
  const redactor = new Redactor(secretsIn(env), key);
  const allowance = allowanceOf(readEdition(env, []), new Date().toISOString().slice(0, 10));
  const judged = await judgeFiles(filesOf(args), {
    hosts: values.host,
    strict: values.strict,
    perSecond: allowance.perSecond,
    redactor,
  });
  const reportsDir = join(readReportsDir(env), 'judge');
  const release = await claimReports(reportsDir, { command: 'npm run judge' });
  const summary = await writeReports(judged, reportsDir, redactor).finally(release);
  const judgement = clean(judged.judgement, redactor);
  const page = join(reportsDir, summary.reports.start);
  const text = values.json
    ? JSON.stringify({ ...judgement, verdict: summary.verdict, report: page }, null, 2)
    : `${judgementText(judgement, language)}\n  ${page}`;
  process.stdout.write(`${text}\n`);
  return judgement.judged + judgement.recordings > 0 ? summary.exitStatus : 2;
});
