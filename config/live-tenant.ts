import { text, type Environment } from './variables';

/** The tenant that a live run talks to: both gateways, the app, the people it may address, and the template it may fill. */
export interface LiveTenant {
  readonly urls: { readonly oapi: string; readonly api: string };
  /** `corpId` where the app gets a token of v1.0 only with the id of its company. */
  readonly app: { readonly key: string; readonly secret: string; readonly corpId?: string };
  readonly people: { readonly operator: string; readonly user: string };
  readonly deptId?: number;
  readonly templateName: string;
  /** The `@mediaId` of an uploaded picture; without it no case sends a cover. */
  readonly coverMediaId?: string;
  /** An app that was granted nothing; without it no case sees whether a permission is asked for. */
  readonly unprivilegedApp?: { readonly key: string; readonly secret: string };
  /** A token that nothing has renewed for two hours; without it no case sees whether one is still accepted then. */
  readonly expiredToken?: string;
}

const required = {
  DINGTALK_APP_KEY:
    'the Client ID of the internal app: developer console > the app > credentials (凭证与基础信息)',
  DINGTALK_APP_SECRET:
    'the Client Secret of the internal app: developer console > the app > credentials (凭证与基础信息)',
  DINGTALK_OPERATOR_USERID:
    'the userid of an announcement administrator: admin console > contacts > the person > employee UserID',
  DINGTALK_USERID:
    'the userid of an ordinary employee: admin console > contacts > the person > employee UserID',
  DINGTALK_TEMPLATE_NAME:
    'the exact name of a report template whose fields are all text: DingTalk > reports (日志) > templates',
} as const;

/** Reads the tenant that the environment names; what is wrong with it is added to `problems`. */
export function readTenant(env: Environment, problems: string[]): LiveTenant {
  const value = (name: keyof typeof required): string => {
    const given = text(env, name);
    if (given === undefined) problems.push(`${name} is missing: ${required[name]}.`);
    return given ?? '';
  };
  const tenant = {
    urls: {
      oapi: baseUrl(env, 'DINGTALK_OAPI_URL', 'https://oapi.dingtalk.com', problems),
      api: baseUrl(env, 'DINGTALK_API_URL', 'https://api.dingtalk.com', problems),
    },
    app: { key: value('DINGTALK_APP_KEY'), secret: value('DINGTALK_APP_SECRET'), ...company(env) },
    people: { operator: value('DINGTALK_OPERATOR_USERID'), user: value('DINGTALK_USERID') },
    templateName: value('DINGTALK_TEMPLATE_NAME'),
  };
  const deptId = department(env, problems);
  const coverMediaId = text(env, 'DINGTALK_COVER_MEDIA_ID');
  const unprivilegedApp = appWithoutPermissions(env, tenant.app.key, problems);
  const expiredToken = text(env, 'DINGTALK_EXPIRED_TOKEN');
  return {
    ...tenant,
    ...(deptId === undefined ? {} : { deptId }),
    ...(coverMediaId === undefined ? {} : { coverMediaId }),
    ...(unprivilegedApp === undefined ? {} : { unprivilegedApp }),
    ...(expiredToken === undefined ? {} : { expiredToken }),
  };
}

function company(env: Environment): { corpId?: string } {
  const corpId = text(env, 'DINGTALK_CORP_ID');
  return corpId === undefined ? {} : { corpId };
}

function appWithoutPermissions(
  env: Environment,
  appKey: string,
  problems: string[],
): LiveTenant['unprivilegedApp'] | undefined {
  const [key, secret] = [
    text(env, 'DINGTALK_UNPRIVILEGED_APP_KEY'),
    text(env, 'DINGTALK_UNPRIVILEGED_APP_SECRET'),
  ];
  if (key === appKey)
    problems.push(
      'DINGTALK_UNPRIVILEGED_APP_KEY is the key of DINGTALK_APP_KEY: it has to be that of another app.',
    );
  if (key !== undefined && secret !== undefined) return { key, secret };
  if (key !== undefined || secret !== undefined)
    problems.push(
      `DINGTALK_UNPRIVILEGED_APP_${key === undefined ? 'KEY' : 'SECRET'} is missing: the two name one app, or leave both out.`,
    );
  return undefined;
}

function department(env: Environment, problems: string[]): number | undefined {
  const given = text(env, 'DINGTALK_DEPT_ID');
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(given) && given !== '1') return Number(given);
  problems.push(
    `DINGTALK_DEPT_ID is '${given}': it has to be the number of one department, and not 1 or -1, which are the whole company.`,
  );
  return undefined;
}

function baseUrl(
  env: Environment,
  name: keyof typeof othersHosts,
  fallback: string,
  problems: string[],
): string {
  const given = text(env, name) ?? fallback;
  const problem = problemOf(name, URL.canParse(given) ? new URL(given) : undefined);
  if (problem === undefined) return given.replace(/\/+$/, '');
  // Whoever puts a password into a URL shall not find it in a log.
  problems.push(`${name} is '${given.replace(/\/\/[^/]*@/, '//…@')}': ${problem}.`);
  return fallback;
}

// Documented: v1.0 stands on api.dingtalk.com, and abroad on api.dingtalk.io; the older calls on oapi.dingtalk.com.
const othersHosts = {
  DINGTALK_OAPI_URL: /^api\.dingtalk\.(com|io)$/,
  DINGTALK_API_URL: /^oapi\.dingtalk\.com$/,
} as const;

function problemOf(name: keyof typeof othersHosts, url: URL | undefined): string | undefined {
  if (url === undefined || !isSafe(url) || !isBare(url))
    return "it has to be an https URL without user, query and fragment (http is for this machine's own 127.0.0.1 only)";
  if (/[^/]/.test(url.pathname))
    return `it has to end with the host, ${url.origin}: every call adds its own path`;
  if (!othersHosts[name].test(url.hostname)) return undefined;
  const other = name === 'DINGTALK_API_URL' ? 'DINGTALK_OAPI_URL' : 'DINGTALK_API_URL';
  return `that host belongs into ${other}. The two gateways are not the same: oapi.dingtalk.com into DINGTALK_OAPI_URL, api.dingtalk.com into DINGTALK_API_URL`;
}

const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));

const isBare = ({ username, password, search, hash }: URL): boolean =>
  username + password + search + hash === '';

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
