import type { Exchange } from '../client/exchange';

/** A call of the case that tells of a cause, for the reader. */
export interface ToldCall {
  readonly method: string;
  readonly path: string;
  readonly outcome: string;
  readonly status?: number;
  readonly durationMs: number;
  /** What DingTalk's support asks for. */
  readonly requestId?: string;
  /** It broke its promise. */
  readonly guilty?: true;
}

/** What a case did up to its failure, and a shell script that does it again. */
export interface Chain {
  readonly calls: readonly ToldCall[];
  /** From the token on; the key and the secret of the app are variables. Empty where no call was made. */
  readonly script: string;
}

// Enough to see the way; a case that waits asks the same many times.
const most = 12;

/**
 * The last calls of a case and the script that repeats them.
 * @param guilty the id of the endpoint that broke its promise: its last call is the guilty one.
 */
export function chainOf(exchanges: readonly Exchange[], guilty: string | undefined): Chain {
  const shown = ownCalls(exchanges).slice(-most);
  const culprit = shown.findLast(({ endpoint }) => endpoint === guilty);
  return {
    calls: shown.map((exchange) => ({
      ...told(exchange),
      ...(exchange === culprit ? { guilty: true } : {}),
    })),
    script: scriptOf(shown),
  };
}

/** The calls that a case made for its own sake, not to clean up; all of them where it made no other. */
export function ownCalls(exchanges: readonly Exchange[]): readonly Exchange[] {
  const own = exchanges.filter(({ cleaning }) => cleaning !== true);
  return own.length > 0 ? own : exchanges;
}

function told({ method, url, outcome, status, durationMs, ...answer }: Exchange): ToldCall {
  const requestId = requestIdOf(answer);
  return {
    ...{ method, path: pathOf(url), outcome, durationMs },
    ...(status === undefined ? {} : { status }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

// topapi writes it into the body, v1.0 into a header, and into the body of a refusal.
function requestIdOf({ responseBody = '', responseHeaders = {} }: Partial<Exchange>): string | undefined {
  const [, inBody] = /"request_?id":\s*"([^"]+)"/i.exec(responseBody) ?? [];
  return inBody ?? responseHeaders['x-acs-request-id'];
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);
const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

// Each gateway has a token of its own; calls name both by one variable. Written so that no redactor takes the commands for a token.
const tokenIn = (request: string): string =>
  `read -r DINGTALK_ACCESS_TOKEN < <(curl -sS ${request} | sed 's/.*oken": *"//; s/".*//')`;

const tokens = {
  v1: (origin: string): string =>
    tokenIn(
      `-X POST '${origin}/v1.0/oauth2/accessToken' -H 'content-type: application/json' --data-raw '{"appKey":"'"$DINGTALK_APP_KEY"'","appSecret":"'"$DINGTALK_APP_SECRET"'"}'`,
    ),
  oapi: (origin: string): string =>
    tokenIn(`"${origin}/gettoken?appkey=$DINGTALK_APP_KEY&appsecret=$DINGTALK_APP_SECRET"`),
};

function scriptOf(exchanges: readonly Exchange[]): string {
  if (exchanges.length === 0) return '';
  const lines = ['# For bash. Set DINGTALK_APP_KEY and DINGTALK_APP_SECRET first.'];
  let current: keyof typeof tokens | undefined;
  for (const { url, curl } of exchanges) {
    const needed = pathOf(url).startsWith('/v1.0/') ? 'v1' : 'oapi';
    if (curl.includes('DINGTALK_ACCESS_TOKEN') && needed !== current) {
      lines.push(tokens[needed](originOf(url)));
      current = needed;
    }
    lines.push(`${curl}; echo`);
  }
  return `${lines.join('\n')}\n`;
}
