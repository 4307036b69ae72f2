import type { Language } from '../../config/language';
import { hostOf, isOnThisMachine } from '../../config/host';
import { hasCredentials } from '../../config/target';
import { text, type Environment } from '../../config/variables';

/** What the first line of a command says of the tenant that it is about. */
interface Named {
  readonly isLive: boolean;
  /** The address of its gateway. */
  readonly url: string;
  /** The key of the app, of which a few characters are shown; it is no secret. */
  readonly app?: string | undefined;
  /** It is the tenant of the last run. */
  readonly isLast?: true;
  /** Credentials are there, and yet it is the embedded one. */
  readonly isElsewhere?: boolean;
}

/** The tenant that an environment names, however wrong the rest of it is. */
export function tenantIn(env: Environment): Named {
  return {
    isLive: text(env, 'DINGTALK_TARGET') === 'live',
    url: text(env, 'DINGTALK_OAPI_URL') ?? 'https://oapi.dingtalk.com',
    app: text(env, 'DINGTALK_APP_KEY'),
    isElsewhere: hasCredentials(env),
  };
}

/** The tenant of a run that is over. */
export function tenantOfRun({ target, urls }: { target: string; urls: { oapi: string } }): Named {
  return { isLive: target === 'live', url: urls.oapi, isLast: true };
}

const words = {
  en: {
    tenant: 'Tenant: ',
    last: 'Tenant of the last run: ',
    live: (host: string) => `live, ${host}`,
    here: (host: string) => `a tenant on this machine (${host}), run as a live one`,
    app: (key: string) => `, app ${key}`,
    embedded: 'embedded',
    elsewhere: ' (credentials are set, but not used here)',
  },
  zh: {
    tenant: '租户：',
    last: '上次运行的租户：',
    live: (host: string) => `真实租户，${host}`,
    here: (host: string) => `本机租户（${host}），按真实租户的方式运行`,
    app: (key: string) => `，应用 ${key}`,
    embedded: '内置模拟租户',
    elsewhere: '（已配置凭证，但此处不使用）',
  },
};

/** The first line of a command that is about a tenant: which one it is. */
export function tenantLine(
  { isLive, url, app = '', isLast, isElsewhere }: Named,
  language: Language,
): string {
  const say = words[language];
  const live = (isOnThisMachine(url) ? say.here : say.live)(hostOf(url)) + (app && say.app(shortened(app)));
  const which = isLive ? live : say.embedded + (isElsewhere ? say.elsewhere : '');
  return (isLast ? say.last : say.tenant) + which;
}

const shortened = (key: string): string => (key.length > 8 ? `${key.slice(0, 8)}…` : key);
