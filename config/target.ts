import { text, type Environment } from './variables';

/** Whether the environment holds credentials of an app, whole or in part: who has filled in the half of them means that tenant, too. */
export function hasCredentials(env: Environment): boolean {
  return ['DINGTALK_APP_KEY', 'DINGTALK_APP_SECRET'].some((name) => text(env, name) !== undefined);
}

/** Whether the tenant of `npm test` is the embedded one although credentials are there and nobody has said so. */
export function isAtHomeWithCredentials(env: Environment): boolean {
  return text(env, 'DINGTALK_TARGET') === undefined && hasCredentials(env);
}

/** The environment with the target set to the live tenant. */
export function live(env: Environment): Environment {
  return { ...env, DINGTALK_TARGET: 'live' };
}

/**
 * The environment of a command that is about a tenant, such as the doctor: its tenant is the live one where DINGTALK_TARGET or `isLive`
 * says so, and where credentials are there and DINGTALK_TARGET says nothing. (A run of the suite becomes live by its own command only.)
 */
export function ofTenant(env: Environment, isLive = false): Environment {
  return isLive || isAtHomeWithCredentials(env) ? live(env) : env;
}
