import { text, type Environment } from './variables';

/** What a tenant may have or lack, by the name under which the cases that need it share it. */
export const optional = {
  unprivilegedApp: 'the token of an app without permissions',
  expiredToken: 'an expired token',
} as const;

/** The names of what a tenant lacks: no run plans a case that needs it. */
export function absentFrom(tenant: Partial<Record<keyof typeof optional, unknown>>): string[] {
  const names = Object.keys(optional) as (keyof typeof optional)[];
  return names.filter((name) => tenant[name] === undefined).map((name) => optional[name]);
}

/** The same, of the tenant that the environment names, however wrong the rest of it is; an embedded one has everything. */
export function absentIn(env: Environment): string[] {
  if (text(env, 'DINGTALK_TARGET') !== 'live') return [];
  return absentFrom({
    unprivilegedApp: text(env, 'DINGTALK_UNPRIVILEGED_APP_KEY'),
    expiredToken: text(env, 'DINGTALK_EXPIRED_TOKEN'),
  });
}
