import { Redactor } from '../../client/redaction/redact';
import { ConfigError, readConfig } from '../../config/config';
import { errorText, joined, same, UserError, type Language, type Text } from '../../config/language';
import type { Environment } from '../../config/variables';
import { listTemplatesByUser } from '../../schemas';
import { diagnose } from '../doctor/diagnose';
import { outcomeText } from '../doctor/outcome';
import { diagnosisText } from '../doctor/table';
import { connect } from './connect';

/** How the user is asked; a test answers by itself. An answer that is empty is none. */
export interface Prompts {
  /** @param current what an empty answer stands for. */
  text(question: string, current: string): Promise<string>;
  secret(question: string): Promise<string>;
  choose(question: string, among: readonly string[]): Promise<string>;
  say(text: string): void;
  /** Shows that something is under way until it is done. */
  wait<Value>(text: string, work: Promise<Value>): Promise<Value>;
}

/** The settings of a tenant, by the name of their variable. */
export type Settings = Readonly<Record<string, string>>;

const texts = {
  cost: {
    en: 'This asks for what .env needs. The answers are tried by reading calls: one counted call for the templates, then those of `npm run doctor`, one for each endpoint. Nothing is changed on the tenant.',
    zh: '依次询问 .env 所需的配置，并用只读调用逐项验证：列日志模板 1 次（计入配额），之后与 `npm run doctor` 相同，每个接口 1 次。不会改动租户。',
  },
  key: { en: 'Client ID of the internal app (AppKey)', zh: '企业内部应用的 Client ID（AppKey）' },
  secret: { en: 'Client Secret (not shown)', zh: 'Client Secret（不显示）' },
  keeps: { en: '; Enter keeps the one that is there', zh: '；直接回车则保留现有的' },
  operator: { en: 'userid of an announcement administrator, who acts', zh: '公告管理员的 userid（操作人）' },
  user: {
    en: 'userid of an ordinary employee, who receives announcements and writes reports',
    zh: '普通员工的 userid（接收公告、写日志）',
  },
  department: {
    en: 'id of a department that may be addressed; - for none',
    zh: '部门 id（选填，没有就填 -）',
  },
  template: {
    en: 'report template whose fields are all text',
    zh: '日志模板（字段须全部为文本）',
  },
  unlisted: {
    en: 'The templates could not be listed; type the exact name.',
    zh: '无法列出日志模板，请输入准确的模板名称。',
  },
  listing: { en: 'listing the templates', zh: '正在列出日志模板' },
  trying: { en: 'trying the answers on the tenant', zh: '正在租户上验证' },
  next: { en: 'What now?', zh: '接下来？' },
} satisfies Record<string, Text>;

const ways = {
  write: { en: 'write .env', zh: '写入 .env' },
  again: { en: 'answer again', zh: '重新填写' },
  stop: { en: 'stop, and write nothing', zh: '退出，不写入' },
} satisfies Record<string, Text>;

/**
 * Asks for what a live run needs, tries it, and asks again as long as the user wants to.
 * @param base what is set already: an empty answer keeps it.
 * @returns the settings to write, none of them emptied but the department; undefined where the user stopped.
 */
export async function askSettings(
  prompts: Prompts,
  base: Environment,
  language: Language,
): Promise<Settings | undefined> {
  const say = (text: Text): string => text[language];
  prompts.say(say(texts.cost));
  for (;;) {
    const settings = await answers(prompts, base, say);
    const tried = await prompts.wait(say(texts.trying), examined({ ...base, ...settings }, language));
    prompts.say(tried.text);
    // The first is what Enter takes.
    const order = tried.isGood ? [ways.write, ways.again, ways.stop] : [ways.again, ways.write, ways.stop];
    const way = await prompts.choose(say(texts.next), order.map(say));
    if (way === say(ways.write)) return settings;
    if (way === say(ways.stop)) return undefined;
  }
}

async function answers(prompts: Prompts, base: Environment, say: (text: Text) => string): Promise<Settings> {
  const kept = (name: string): string => base[name]?.trim() ?? '';
  const asked = async (name: string, question: Text): Promise<string> =>
    (await prompts.text(say(question), kept(name))) || kept(name);
  const secret = say(texts.secret) + (kept('DINGTALK_APP_SECRET') === '' ? '' : say(texts.keeps));
  const known: Record<string, string> = {
    DINGTALK_APP_KEY: await asked('DINGTALK_APP_KEY', texts.key),
    DINGTALK_APP_SECRET: (await prompts.secret(secret)) || kept('DINGTALK_APP_SECRET'),
    DINGTALK_OPERATOR_USERID: await asked('DINGTALK_OPERATOR_USERID', texts.operator),
    DINGTALK_USERID: await asked('DINGTALK_USERID', texts.user),
  };
  const names = await prompts
    .wait(say(texts.listing), templatesFor({ ...base, ...known }))
    .catch((error: unknown) => {
      prompts.say(say(errorText(error)));
      return [];
    });
  if (names.length === 0) prompts.say(say(texts.unlisted));
  const template =
    names.length === 0
      ? await asked('DINGTALK_TEMPLATE_NAME', texts.template)
      : await prompts.choose(say(texts.template), names);
  const department = await asked('DINGTALK_DEPT_ID', texts.department);
  const given = Object.entries({ ...known, DINGTALK_TEMPLATE_NAME: template });
  return {
    ...Object.fromEntries(given.filter(([, value]) => value !== '')),
    ...(department === '' ? {} : { DINGTALK_DEPT_ID: department === '-' ? '' : department }),
  };
}

const between: Text = { en: ': ', zh: '：' };

// The template is what is asked for; until it is known any name will do.
async function templatesFor(env: Environment): Promise<string[]> {
  const config = readConfig({ ...env, DINGTALK_TARGET: 'live', DINGTALK_TEMPLATE_NAME: '?' });
  const connection = await connect(config, new Redactor());
  const request = { userid: connection.tenant.people.user, offset: 0, size: 100 };
  const reply = await connection.client.send(listTemplatesByUser, request).finally(() => connection.close());
  if (reply.refused)
    throw new UserError(joined([same(listTemplatesByUser.id), outcomeText(reply.exchange.outcome)], between));
  return reply.body.result.template_list.map(({ name }) => name);
}

async function examined(env: Environment, language: Language): Promise<{ text: string; isGood: boolean }> {
  const redactor = new Redactor();
  try {
    const connection = await connect(readConfig({ ...env, DINGTALK_TARGET: 'live' }), redactor);
    const found = await diagnose(connection, { isBrief: true }).finally(() => connection.close());
    return { text: redactor.redact(diagnosisText(found, language)), isGood: found.exitStatus !== 2 };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { text: error.problems.map((each) => each[language]).join('\n'), isGood: false };
  }
}
