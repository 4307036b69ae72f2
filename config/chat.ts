import { ConfigError } from './config';
import { text, type Environment } from './variables';

/** The chat that hears of a night: the webhook of a custom robot, and its secret where signing (加签) is switched on. */
export interface Chat {
  /** The webhook without its query. */
  readonly url: string;
  /** The robot's own token, which stands in the webhook; it is no token of an app. */
  readonly accessToken: string;
  readonly secret?: string | undefined;
}

const webhook = 'DINGTALK_ROBOT_WEBHOOK';

/**
 * Reads which chat hears of a night; undefined where none is named.
 * @throws ConfigError when the webhook is none of a custom robot; its token is not shown.
 */
export function readChat(env: Environment): Chat | undefined {
  const given = text(env, webhook);
  if (given === undefined) return undefined;
  const url = robotUrl(given);
  // A timestamp and a sign that were copied along are stale (observed: they get the message refused).
  const accessToken = url.searchParams.get('access_token') ?? '';
  return { url: url.origin + url.pathname, accessToken, secret: text(env, 'DINGTALK_ROBOT_SECRET') };
}

function robotUrl(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && isRobot(url)) return url;
  throw new ConfigError([
    {
      en: `${webhook} is no webhook of a custom robot: it has to be the whole https://oapi.dingtalk.com/robot/send?access_token=... (http is for this machine's own 127.0.0.1 only).`,
      zh: `${webhook} 不是自定义机器人的 webhook：应填完整的 https://oapi.dingtalk.com/robot/send?access_token=...（http 只能用于本机 127.0.0.1）。`,
    },
  ]);
}

/** Where the reports of a night can be read; undefined where SUITE_REPORT_URL names no page. */
export function readReportUrl(env: Environment): string | undefined {
  return text(env, 'SUITE_REPORT_URL')?.match(/^https?:\/\/[^\s()<>]+$/)?.[0];
}

const isRobot = ({ origin, pathname, searchParams, username, password }: URL): boolean =>
  /^(https:\/\/oapi\.dingtalk\.com|https?:\/\/127\.\d+\.\d+\.\d+(:\d+)?)$/.test(origin) &&
  pathname === '/robot/send' &&
  username + password === '' &&
  Boolean(searchParams.get('access_token'));
