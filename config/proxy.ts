import { same, type Text } from './language';
import type { Environment } from './variables';

/** What is to be known of a proxy that the environment names: no call goes through it. Empty where it names none. */
export function proxyNote(env: Environment = process.env): Text {
  const names = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].filter((name) => env[name]);
  if (names.length === 0) return same('');
  return {
    en: `; ${names.join(' and ')} is set, but calls of this suite go straight to the host`,
    zh: `；已设置 ${names.join('、')}，但本套件直接连接主机，不走代理`,
  };
}
