import type { LiveTenant } from './live-tenant';
import type { Environment } from './variables';

/** A value of the environment that nobody may read in anything that is written, and the name that stands in its place. */
export interface NamedSecret {
  readonly name: string;
  readonly text: string;
}

/**
 * The secrets that the environment holds, however wrong the rest of it is: those of the apps and of the chat robot, the token in the
 * robot's webhook, and the expired one.
 */
export function secretsIn(env: Environment): NamedSecret[] {
  return [
    ...named('DINGTALK_APP_SECRET', env.DINGTALK_APP_SECRET),
    ...named('DINGTALK_UNPRIVILEGED_APP_SECRET', env.DINGTALK_UNPRIVILEGED_APP_SECRET),
    ...named('DINGTALK_EXPIRED_TOKEN', env.DINGTALK_EXPIRED_TOKEN),
    ...named('DINGTALK_ROBOT_SECRET', env.DINGTALK_ROBOT_SECRET),
    ...tokensOf(env.DINGTALK_ROBOT_WEBHOOK).flatMap((text) => named('DINGTALK_ROBOT_TOKEN', text)),
  ];
}

/** The secrets of a tenant that a run talks to; those of an embedded one stand in no environment. */
export function secretsOf({ app, unprivilegedApp, expiredToken }: LiveTenant): NamedSecret[] {
  return [
    ...named('DINGTALK_APP_SECRET', app.secret),
    ...named('DINGTALK_UNPRIVILEGED_APP_SECRET', unprivilegedApp?.secret),
    ...named('DINGTALK_EXPIRED_TOKEN', expiredToken),
  ];
}

/**
 * The key of the pseudonyms of people where SUITE_MASK_PEOPLE asks for them; undefined where people may be named. It is the secret of the
 * app, so that nobody else can try who is meant, and the same person is called the same in every shard and every night.
 */
export function peopleKey({
  SUITE_MASK_PEOPLE = '',
  DINGTALK_APP_SECRET = '',
}: Environment): string | undefined {
  // In doubt nobody is named. Of an embedded tenant the people are made up.
  return ['', '0'].includes(SUITE_MASK_PEOPLE.trim()) ? undefined : DINGTALK_APP_SECRET.trim();
}

function named(name: string, given = ''): NamedSecret[] {
  const text = given.trim();
  return text === '' ? [] : [{ name, text }];
}

// https://oapi.dingtalk.com/robot/send?access_token=…, however carelessly it was pasted.
function tokensOf(webhook: string | undefined): string[] {
  return webhook?.match(/(?<=access_token=)[^&\s#]+/gi) ?? [];
}
