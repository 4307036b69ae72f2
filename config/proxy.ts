import type { Environment } from './variables';

/** What is to be known of a proxy that the environment names: no call goes through it. Empty where it names none. */
export function proxyNote(env: Environment = process.env): string {
  const names = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].filter((name) => env[name]);
  return names.length === 0
    ? ''
    : `; ${names.join(' and ')} is set, but calls of this suite go straight to the host`;
}
