import type { Text } from './language';
import { isOnThisMachine } from './host';
import { isWrong, text, type Environment } from './variables';

/** The tenant that a live run talks to: both gateways, the app, the people it may address, and the template it may fill. */
export interface LiveTenant {
  readonly urls: { readonly oapi: string; readonly api: string };
  /** `corpId` where the app gets a token of v1.0 only with the id of its company. */
  readonly app: { readonly key: string; readonly secret: string; readonly corpId?: string | undefined };
  readonly people: { readonly operator: string; readonly user: string };
  readonly deptId?: number | undefined;
  readonly templateName: string;
  /** The `@mediaId` of an uploaded picture; without it no case sends a cover. */
  readonly coverMediaId?: string | undefined;
  /** An app that was granted nothing; without it no case sees whether a permission is asked for. */
  readonly unprivilegedApp?: { readonly key: string; readonly secret: string } | undefined;
  /** A token that nothing has renewed for two hours; without it no case sees whether one is still accepted then. */
  readonly expiredToken?: string | undefined;
}

const required = {
  DINGTALK_APP_KEY: {
    en: 'the Client ID of the internal app: developer console > the app > credentials (凭证与基础信息)',
    zh: '企业内部应用的 Client ID，见 开发者后台 > 应用 > 凭证与基础信息',
  },
  DINGTALK_APP_SECRET: {
    en: 'the Client Secret of the internal app: developer console > the app > credentials (凭证与基础信息)',
    zh: '企业内部应用的 Client Secret，见 开发者后台 > 应用 > 凭证与基础信息',
  },
  DINGTALK_OPERATOR_USERID: {
    en: 'the userid of an announcement administrator: admin console > contacts > the person > employee UserID',
    zh: '公告管理员的 userid，见 管理后台 > 通讯录 > 员工 > 员工UserID',
  },
  DINGTALK_USERID: {
    en: 'the userid of an ordinary employee, who manages no announcements: admin console > contacts > the person > employee UserID',
    zh: '普通员工（不是公告管理员）的 userid，见 管理后台 > 通讯录 > 员工 > 员工UserID',
  },
  DINGTALK_TEMPLATE_NAME: {
    en: 'the exact name of a report template whose fields are all text: DingTalk > reports (日志) > templates',
    zh: '日志模板的准确名称，字段须全部是文本，见 钉钉 > 日志 > 模板',
  },
} as const satisfies Record<string, Text>;

/** Reads the tenant that the environment names; what is wrong with it is added to `problems`. */
export function readTenant(env: Environment, problems: Text[]): LiveTenant {
  const value = (name: keyof typeof required): string => {
    const given = text(env, name);
    if (given === undefined)
      problems.push({
        en: `${name} is missing: ${required[name].en}.`,
        zh: `缺少 ${name}：${required[name].zh}。`,
      });
    return given ?? '';
  };
  const urls = {
    oapi: baseUrl(env, 'DINGTALK_OAPI_URL', 'https://oapi.dingtalk.com', problems),
    api: baseUrl(env, 'DINGTALK_API_URL', 'https://api.dingtalk.com', problems),
  };
  const [key, corpId] = [value('DINGTALK_APP_KEY'), text(env, 'DINGTALK_CORP_ID')];
  const people = { operator: value('DINGTALK_OPERATOR_USERID'), user: value('DINGTALK_USERID') };
  // What only an administrator may do, and what is shown to the one and not to the other, is tried with both.
  if (people.user !== '' && people.user === people.operator)
    problems.push({
      en: 'DINGTALK_USERID is the userid of DINGTALK_OPERATOR_USERID: it has to be that of somebody else, who manages no announcements.',
      zh: 'DINGTALK_USERID 与 DINGTALK_OPERATOR_USERID 相同：应填另一个人的 userid，此人不能是公告管理员。',
    });
  return {
    urls,
    app: { key, secret: value('DINGTALK_APP_SECRET'), corpId },
    people,
    templateName: value('DINGTALK_TEMPLATE_NAME'),
    deptId: department(env, problems),
    coverMediaId: text(env, 'DINGTALK_COVER_MEDIA_ID'),
    unprivilegedApp: appWithoutPermissions(env, key, problems),
    expiredToken: text(env, 'DINGTALK_EXPIRED_TOKEN'),
  };
}

function appWithoutPermissions(
  env: Environment,
  appKey: string,
  problems: Text[],
): LiveTenant['unprivilegedApp'] | undefined {
  const [key, secret] = [
    text(env, 'DINGTALK_UNPRIVILEGED_APP_KEY'),
    text(env, 'DINGTALK_UNPRIVILEGED_APP_SECRET'),
  ];
  if (key === appKey)
    problems.push({
      en: 'DINGTALK_UNPRIVILEGED_APP_KEY is the key of DINGTALK_APP_KEY: it has to be that of another app.',
      zh: 'DINGTALK_UNPRIVILEGED_APP_KEY 与 DINGTALK_APP_KEY 相同：应填另一个应用的 Client ID。',
    });
  if (key !== undefined && secret !== undefined) return { key, secret };
  if (key !== undefined || secret !== undefined) {
    const name = `DINGTALK_UNPRIVILEGED_APP_${key === undefined ? 'KEY' : 'SECRET'}`;
    problems.push({
      en: `${name} is missing: the two name one app, or leave both out.`,
      zh: `缺少 ${name}：KEY 和 SECRET 属于同一个应用，要么都填，要么都不填。`,
    });
  }
  return undefined;
}

function department(env: Environment, problems: Text[]): number | undefined {
  const given = text(env, 'DINGTALK_DEPT_ID');
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(given) && given !== '1') return Number(given);
  problems.push(
    isWrong('DINGTALK_DEPT_ID', given, {
      en: 'the number of one department, and not 1 or -1, which are the whole company',
      zh: '一个部门的数字 id，不能是 1 或 -1（代表整个企业）',
    }),
  );
  return undefined;
}

function baseUrl(
  env: Environment,
  name: keyof typeof othersHosts,
  fallback: string,
  problems: Text[],
): string {
  const given = text(env, name) ?? fallback;
  const problem = problemOf(name, URL.canParse(given) ? new URL(given) : undefined);
  if (problem === undefined) return given.replace(/\/+$/, '');
  // Whoever puts a password into a URL shall not find it in a log.
  const shown = given.replace(/\/\/[^/]*@/, '//…@');
  problems.push({
    en: `${name} is '${shown}': ${problem.en}.`,
    zh: `${name} 的值是 '${shown}'：${problem.zh}。`,
  });
  return fallback;
}

// Documented: v1.0 stands on api.dingtalk.com, and abroad on api.dingtalk.io; the older calls on oapi.dingtalk.com.
const othersHosts = {
  DINGTALK_OAPI_URL: /^api\.dingtalk\.(com|io)$/,
  DINGTALK_API_URL: /^oapi\.dingtalk\.com$/,
} as const;

function problemOf(name: keyof typeof othersHosts, url: URL | undefined): Text | undefined {
  if (url === undefined || !isSafe(url) || !isBare(url))
    return {
      en: "it has to be an https URL without user, query and fragment (http is for this machine's own 127.0.0.1 only)",
      zh: '应为 https 地址，不带用户名、查询参数和 # 片段（http 只能用于本机 127.0.0.1）',
    };
  if (/[^/]/.test(url.pathname))
    return {
      en: `it has to end with the host, ${url.origin}: every call adds its own path`,
      zh: `只写到主机名为止，即 ${url.origin}：路径由每次调用自己加上`,
    };
  if (!othersHosts[name].test(url.hostname)) return undefined;
  const other = name === 'DINGTALK_API_URL' ? 'DINGTALK_OAPI_URL' : 'DINGTALK_API_URL';
  return {
    en: `that host belongs into ${other}. The two gateways are not the same: oapi.dingtalk.com into DINGTALK_OAPI_URL, api.dingtalk.com into DINGTALK_API_URL`,
    zh: `这个主机名应填在 ${other}。两个网关不同：oapi.dingtalk.com 填在 DINGTALK_OAPI_URL，api.dingtalk.com 填在 DINGTALK_API_URL`,
  };
}

const isSafe = ({ protocol, href }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isOnThisMachine(href));

const isBare = ({ username, password, search, hash }: URL): boolean =>
  username + password + search + hash === '';
