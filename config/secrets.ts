/** A value of the environment that nobody may read in anything that is written, and the name that stands in its place. */
export interface NamedSecret {
  readonly name: string;
  readonly text: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The secrets that the environment holds, however wrong the rest of it is: the app's secret, the secret of the chat robot, and the
 * token in the robot's webhook.
 */
export function secretsIn(env: Environment): NamedSecret[] {
  return [
    ...named('DINGTALK_APP_SECRET', env.DINGTALK_APP_SECRET),
    ...named('DINGTALK_ROBOT_SECRET', env.DINGTALK_ROBOT_SECRET),
    ...tokensOf(env.DINGTALK_ROBOT_WEBHOOK).flatMap((text) => named('DINGTALK_ROBOT_TOKEN', text)),
  ];
}

function named(name: string, given = ''): NamedSecret[] {
  const text = given.trim();
  return text === '' ? [] : [{ name, text }];
}

// https://oapi.dingtalk.com/robot/send?access_token=…, however carelessly it was pasted.
function tokensOf(webhook = ''): string[] {
  return Array.from(webhook.matchAll(/access_token=([^&\s#]+)/gi), ([, token = '']) => token);
}
