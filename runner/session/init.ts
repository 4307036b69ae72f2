import { Redactor } from '../../client/redaction/redact';
import { ConfigError, readConfig, type Config } from '../../config/config';
import { errorText, joined, same, UserError, type Language, type Text } from '../../config/language';
import { readTenant, type LiveTenant } from '../../config/live-tenant';
import type { Environment } from '../../config/variables';
import { listTemplatesByUser } from '../../schemas';
import type { ListTemplatesByUserResponse } from '../../schemas/types';
import { inWords } from '../doctor/credential-checks';
import { diagnose } from '../doctor/diagnose';
import { foreignAnswer } from '../doctor/foreign-answer';
import type { Questions } from '../doctor/probe';
import { diagnosisText } from '../doctor/table';
import { TokenDesk } from '../doctor/token-desk';
import { connect, type Connection } from './connect';
import { keepCalls } from './kept-calls';

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
    en: 'This asks for what .env needs. Key and secret are tried as soon as they are given, by two calls that no quota counts. Then the templates of the employee are listed: one counted call. All answers together are tried at the end as by `npm run doctor -- --brief`: one call for each permission, most of them counted. Nothing is changed on the tenant.',
    zh: '依次询问 .env 所需的配置。key 和 secret 填完就验证，用 2 次不计配额的调用；然后列出该员工的日志模板，计 1 次；全部填完后再按 `npm run doctor -- --brief` 一起验证，每个权限 1 次，大多计入配额。不会改动租户。',
  },
  key: { en: 'Client ID of the internal app (AppKey)', zh: '企业内部应用的 Client ID（AppKey）' },
  secret: { en: 'Client Secret (not shown)', zh: 'Client Secret（不显示）' },
  keeps: { en: '; Enter keeps the one that is there', zh: '；直接回车则保留现有的' },
  operator: { en: 'userid of an announcement administrator, who acts', zh: '公告管理员的 userid（操作人）' },
  user: {
    en: 'userid of an ordinary employee who manages no announcements; receives them, and writes reports',
    zh: '普通员工的 userid，不能是公告管理员（接收公告、写日志）',
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
  signingIn: { en: 'trying key and secret', zh: '正在验证 key 和 secret' },
  next: { en: 'What now?', zh: '接下来？' },
} satisfies Record<string, Text>;

const goingTo = (urls: LiveTenant['urls']): Text => ({
  en: `The calls go to ${urls.oapi} and ${urls.api}. If you mean another tenant, such as that of \`npm run emulator\`, stop here (Ctrl-C) and set DINGTALK_OAPI_URL and DINGTALK_API_URL in .env first.`,
  zh: `调用会发往 ${urls.oapi} 和 ${urls.api}。如果要用别的租户（例如 \`npm run emulator\` 的模拟租户），请先按 Ctrl-C 退出，在 .env 里设好 DINGTALK_OAPI_URL 和 DINGTALK_API_URL。`,
});

const ways = {
  write: { en: 'write .env', zh: '写入 .env' },
  again: { en: 'answer again', zh: '重新填写' },
  goOn: { en: 'go on nevertheless', zh: '仍然继续' },
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
  prompts.say(say(goingTo(readTenant(base, []).urls)));
  for (;;) {
    const app = await askApp(prompts, base, language);
    if (app === undefined) return undefined;
    const settings = await answers(prompts, base, app, say);
    const tried = await prompts.wait(say(texts.trying), examined({ ...base, ...settings }, language));
    prompts.say(tried.text);
    // The first is what Enter takes.
    const order = tried.isGood ? [ways.write, ways.again, ways.stop] : [ways.again, ways.write, ways.stop];
    const way = await prompts.choose(say(texts.next), order.map(say));
    if (way === say(ways.write)) return settings;
    if (way === say(ways.stop)) return undefined;
  }
}

const askerOf =
  (prompts: Prompts, base: Environment, say: (text: Text) => string) =>
  async (name: string, question: Text): Promise<string> => {
    const kept = keptIn(base, name);
    return (await prompts.text(say(question), kept)) || kept;
  };

const keptIn = (base: Environment, name: string): string => base[name]?.trim() ?? '';

async function askSecret(prompts: Prompts, kept: string, say: (text: Text) => string): Promise<string> {
  const question = say(texts.secret) + (kept === '' ? '' : say(texts.keeps));
  return (await prompts.secret(question)) || kept;
}

// Whatever else is asked for would be in vain with an app that gets no token.
async function askApp(
  prompts: Prompts,
  base: Environment,
  language: Language,
): Promise<Settings | undefined> {
  const say = (text: Text): string => text[language];
  for (;;) {
    const app = {
      DINGTALK_APP_KEY: await askerOf(prompts, base, say)('DINGTALK_APP_KEY', texts.key),
      DINGTALK_APP_SECRET: await askSecret(prompts, keptIn(base, 'DINGTALK_APP_SECRET'), say),
    };
    const tried = await prompts.wait(say(texts.signingIn), signedIn({ ...base, ...app }, language));
    if (tried.isGood) return app;
    prompts.say(tried.text);
    const way = await prompts.choose(say(texts.next), [ways.again, ways.goOn, ways.stop].map(say));
    if (way === say(ways.goOn)) return app;
    if (way === say(ways.stop)) return undefined;
  }
}

async function answers(
  prompts: Prompts,
  base: Environment,
  app: Settings,
  say: (text: Text) => string,
): Promise<Settings> {
  const asked = askerOf(prompts, base, say);
  const known: Record<string, string> = {
    ...app,
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

function over(config: Config, connection: Connection): Promise<void> {
  keepCalls(config, connection.exchanges);
  return connection.close();
}

// The template is what is asked for; until it is known any name will do.
async function templatesFor(env: Environment): Promise<string[]> {
  const config = readConfig({ ...env, DINGTALK_TARGET: 'live', DINGTALK_TEMPLATE_NAME: '?' });
  const connection = await connect(config, new Redactor());
  const { client, tenant, exchanges } = connection;
  const isForeign = (): boolean => foreignAnswer(tenant, exchanges) !== undefined;
  const request = { userid: tenant.people.user, offset: 0, size: 100 };
  const asked = await TokenDesk.open(client, tenant.app, isForeign)
    .then((desk) => (desk.isEmpty ? desk.probes[0] : desk.probe(listTemplatesByUser, request)))
    .finally(() => over(config, connection));
  if (asked.outcome !== 'answered')
    throw new UserError(joined([same(asked.endpoint.id), inWords(asked)], between));
  return (asked.body as ListTemplatesByUserResponse).result.template_list.map(({ name }) => name);
}

interface Tried {
  readonly text: string;
  readonly isGood: boolean;
}

/** Whether the app gets a token; nothing but the token is asked for. */
async function signedIn(env: Environment, language: Language): Promise<Tried> {
  const unknown = {
    DINGTALK_OPERATOR_USERID: 'operator?',
    DINGTALK_USERID: 'user?',
    DINGTALK_TEMPLATE_NAME: '?',
    DINGTALK_DEPT_ID: '',
  };
  return examined({ ...env, ...unknown }, language, { endpoints: new Set() });
}

async function examined(env: Environment, language: Language, questions: Questions = {}): Promise<Tried> {
  const redactor = new Redactor();
  try {
    const config = readConfig({ ...env, DINGTALK_TARGET: 'live' });
    const connection = await connect(config, redactor);
    const found = await diagnose(connection, { isBrief: true, ...questions }).finally(() =>
      over(config, connection),
    );
    // Of what was not looked at there is nothing to say.
    const checks = found.checks.filter(
      ({ status }) => questions.endpoints === undefined || status === 'problem',
    );
    const text = redactor.redact(diagnosisText({ ...found, checks }, language));
    return { text, isGood: found.exitStatus !== 2 };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { text: error.problems.map((each) => each[language]).join('\n'), isGood: false };
  }
}
