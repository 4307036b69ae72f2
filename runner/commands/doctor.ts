/** `npm run doctor`. */
import { Redactor } from '../../client/redaction/redact';
import { ConfigError, readConfig, type Config } from '../../config/config';
import { environment } from '../../config/environment';
import { told, type Text } from '../../config/language';
import { peopleKey, secretsIn } from '../../config/secrets';
import { ofTenant } from '../../config/target';
import { commandLine } from '../cli/command-line';
import { flag } from '../cli/options';
import { withProgress } from '../cli/progress';
import { start } from '../cli/start';
import { tenantIn, tenantLine } from '../cli/tenant-line';
import { words } from '../cli/words';
import { well, type Check } from '../doctor/check';
import { diagnose, misconfigured, type Diagnosis } from '../doctor/diagnose';
import { diagnosisText } from '../doctor/table';
import { connect } from '../session/connect';
import { keepCalls } from '../session/kept-calls';
import { checkReports } from '../session/reports-folder';
import { remember } from '../session/preflight';

const redactor = new Redactor(secretsIn(environment()), peopleKey(environment()));

const { values, language } = commandLine({
  command: 'npm run doctor',
  says: {
    en: 'Examines your tenant by harmless calls, and says what to fix and where. It changes nothing there. The tenant is yours where credentials are set, unless DINGTALK_TARGET=emulator. What it finds holds for the runs of the day.',
    zh: '用只读调用检查租户，指出需要修正的地方以及在哪里修正，不做任何改动。已配置凭证时检查真实租户，除非设置了 DINGTALK_TARGET=emulator。检查结果当天有效，供后续运行使用。',
  },
  options: {
    live: flag({
      en: 'examines the live tenant whatever DINGTALK_TARGET says',
      zh: '无论 DINGTALK_TARGET 取何值，都检查真实租户',
    }),
    brief: flag({
      en: 'asks one endpoint of each permission where that is granted',
      zh: '每个权限点只调用一个接口（该权限已开通时）',
    }),
    json: flag(words.json),
  },
  examples: [
    ['', { en: 'what is there to fix?', zh: '看看有哪些需要修正' }],
    ['--brief --json', { en: 'fewer calls, for a program', zh: '调用更少，输出供程序读取' }],
  ],
  statuses: {
    0: { en: 'nothing to fix', zh: '无需修正' },
    1: { en: 'a run can start, but there is something to fix', zh: '可以运行，但有需要修正的地方' },
    2: { en: 'a run cannot start', zh: '无法运行' },
  },
});

const env = ofTenant(environment(), values.live);

async function main(): Promise<number> {
  const tenant = tenantLine(tenantIn(env), language);
  if (!values.json) process.stdout.write(`${redactor.redact(tenant)}\n`);
  const diagnosis = await examine(values.brief);
  const text = values.json
    ? `${JSON.stringify({ tenant, ...told(diagnosis, 'en') }, null, 2)}\n`
    : diagnosisText(diagnosis, language);
  process.stdout.write(redactor.redact(text));
  return diagnosis.exitStatus;
}

async function examine(isBrief: boolean): Promise<Diagnosis> {
  let config: Config;
  try {
    config = readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return misconfigured(error.problems);
  }
  if (config.target === 'live') checkReports(config.reportsDir);
  const connection = await connect(config, redactor);
  try {
    const diagnosis = await withProgress(
      language,
      () => asking(connection.exchanges.length),
      () => diagnose(connection, { isBrief, readOnly: config.readOnly }),
    );
    remember(config, diagnosis);
    return { ...diagnosis, checks: [configuration(config), ...diagnosis.checks] };
  } finally {
    keepCalls(config, connection.exchanges);
    await connection.close();
  }
}

const asking = (calls: number): Text => ({
  en: `examining the tenant, ${calls} calls so far`,
  zh: `正在检查租户，已调用 ${calls} 次`,
});

const configuration = ({ target, profile, edition, maxRate }: Config): Check =>
  well(
    'configuration',
    target === 'live'
      ? {
          en: `complete, profile ${profile}, edition ${edition}, at most ${maxRate} calls a second to one API`,
          zh: `完整；档位 ${profile}，版本 ${edition}，同一接口每秒最多 ${maxRate} 次`,
        }
      : {
          en: 'this is the embedded tenant; `npm run doctor -- --live` asks the live one',
          zh: '这是内置模拟租户；检查真实租户请运行 `npm run doctor -- --live`',
        },
  );

start(main, { redact: (text) => redactor.redact(text) });
